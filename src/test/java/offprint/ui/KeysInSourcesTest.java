package offprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import offprint.recipe.RecipeFault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The sources and the bundles speak of the same keys.
class KeysInSourcesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "offprint");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)+)\"");

    /// What a key begins with when its end is the name of a constant: `"command." + name()`, `key("recipe.size",
    /// value)`.
    private static final Pattern BEGINNING =
            Pattern.compile("\"([a-z][A-Za-z0-9_.]*)\\.\" \\+|\\bkey\\(\"([a-z][A-Za-z0-9_.]*)\",");

    private static final Pattern CODE = Pattern.compile("\"(E-[A-Z]+(?:-[A-Z]+)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    /// Their English sentence joins words; the others take them as the third detail.
    private static final Set<RecipeFault.Kind> JOINED = Set.of(RecipeFault.Kind.CHOICE, RecipeFault.Kind.ONE_SIZE);

    private static final String REMEDY = ".remedy";

    private static String ui;
    private static String makersOfFailures;

    @BeforeAll
    static void read() throws IOException {
        ui = text("ui");
        makersOfFailures = text("engine") + text("export");
    }

    private static String text(String room) throws IOException {
        try (var files = Files.walk(SOURCES.resolve(room))) {
            var text = new StringBuilder();
            for (var file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_key_is_used() {
        var literals = found(LITERAL, ui);
        var beginnings = found(BEGINNING, ui);
        assertThat(Bundle.english().texts().keySet())
                .hasSizeGreaterThan(150)
                .allSatisfy(key -> assertThat(literals.contains(key)
                                || ui.contains('"' + key + '"')
                                || beginnings.contains(beginning(key)))
                        .as(key)
                        .isTrue());
    }

    private static String beginning(String key) {
        return key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : key;
    }

    @Test
    void every_key_that_is_used_is_there() {
        var keys = Bundle.english().texts().keySet();
        var families = keys.stream().map(key -> key.replaceFirst("\\..*", "")).collect(Collectors.toSet());
        var beginnings = found(BEGINNING, ui);
        assertThat(found(LITERAL, ui))
                .filteredOn(literal -> families.contains(literal.substring(0, literal.indexOf('.'))))
                .filteredOn(literal -> !literal.endsWith(".css") && !beginnings.contains(literal))
                .hasSizeGreaterThan(100)
                .allSatisfy(literal -> assertThat(keys).contains(literal));
    }

    @Test
    void every_code_of_a_failure_has_its_meaning_and_its_remedy_in_every_language() {
        var codes = found(CODE, makersOfFailures);
        codes.removeIf(code -> codes.stream().anyMatch(longer -> longer.startsWith(code + "-") && isOnlyAsked(code)));
        var wanted = new TreeSet<String>();
        for (var code : codes) {
            wanted.add(code);
            wanted.add(code + REMEDY);
        }
        assertThat(codes).hasSizeGreaterThan(20);
        for (var bundle : Bundle.translations("failures")) {
            assertThat(bundle.texts().keySet()).as(bundle.tag()).isEqualTo(wanted);
            assertThat(bundle.repeated()).as(bundle.tag()).isEmpty();
            assertThat(bundle.texts().values())
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        }
    }

    @Test
    void every_kind_of_a_recipe_s_fault_is_said_in_every_language_with_its_own_places() {
        for (var bundle : Bundle.translations("problems")) {
            var kinds = Arrays.stream(RecipeFault.Kind.values()).map(Enum::name).collect(Collectors.toSet());
            assertThat(bundle.texts().keySet()).as(bundle.tag()).isEqualTo(kinds);
            assertThat(bundle.repeated()).as(bundle.tag()).isEmpty();
            for (var kind : RecipeFault.Kind.values()) {
                var said = found(PLACE, bundle.text(kind.name()));
                var english = found(PLACE, kind.english());
                assertThat(JOINED.contains(kind) ? Set.of("0", "1", "2") : english)
                        .as(bundle.tag() + " " + kind)
                        .containsAll(said);
                assertThat(said.isEmpty())
                        .as("%s %s names what English names", bundle.tag(), kind)
                        .isEqualTo(english.isEmpty() || kind == RecipeFault.Kind.MISSING);
            }
        }
    }

    /// A beginning that several codes share, and none itself.
    private static boolean isOnlyAsked(String code) {
        return makersOfFailures.contains("startsWith(\"" + code + "\")");
    }

    @Test
    void no_language_has_a_bundle_that_nobody_checks() throws IOException {
        try (var files = Files.list(Path.of("src", "main", "resources", "offprint", "ui"))) {
            var tags = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("(messages|failures|problems)_.*"))
                    .map(name -> name.replaceAll("^[a-z]+_|\\.properties$", "").replace('_', '-'))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(tags).isEqualTo(new TreeSet<>(Bundle.TRANSLATIONS));
        }
    }

    @Test
    void no_other_room_of_the_window_chooses_a_language_by_itself() {
        assertThat(List.of("Locale.ENGLISH", "Locale.US", "Locale.GERMAN"))
                .allSatisfy(fixed -> assertThat(ui.split(Pattern.quote(fixed), -1))
                        .as("only Language, for whoever reads traditional Chinese, names %s", fixed)
                        .hasSizeLessThanOrEqualTo(fixed.equals("Locale.ENGLISH") ? 2 : 1));
    }
}
