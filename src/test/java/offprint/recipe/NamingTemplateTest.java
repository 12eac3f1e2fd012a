package offprint.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTemplateTest {

    private static final PixelSize SIZE = new PixelSize(1280, 853);

    private static NamingContext photo(String name) {
        return new NamingContext(
                name,
                "large",
                SIZE,
                ImageFormat.JPEG,
                Optional.of(LocalDateTime.of(2026, 3, 7, 9, 5, 1)),
                42,
                Optional.of("NIKON D90"),
                "wedding");
    }

    private static String rendered(String template, NamingContext context) {
        return new NamingTemplate(template).render(context);
    }

    @Nested
    class A_valid_template {

        @Test
        void fills_in_every_token() {
            assertThat(rendered(
                            "{folder}/{date}/{name}-{variant}-{width}x{height}-{format}-{time}-{seq}-{camera}",
                            photo("IMG_1")))
                    .isEqualTo("wedding/2026-03-07/IMG_1-large-1280x853-jpeg-09-05-01-42-NIKON D90");
        }

        @Test
        void adds_the_extension_of_the_format() {
            assertThat(new NamingTemplate("web/{name}").renderWithExtension(photo("a.b")))
                    .isEqualTo("web/a.b.jpg");
        }

        @Test
        void pads_the_sequence_to_the_digits_asked_for() {
            assertThat(rendered("{seq:4}", photo("x"))).isEqualTo("0042");
            assertThat(rendered("{seq:1}", photo("x"))).isEqualTo("42");
        }

        @Test
        void says_so_when_the_photo_knows_no_date_and_no_camera() {
            var bare = new NamingContext("x", "v", SIZE, ImageFormat.PNG, Optional.empty(), 1, Optional.of("  "), "f");

            assertThat(rendered("{date}_{time}_{camera}", bare)).isEqualTo("undated_untimed_unknown-camera");
        }

        @Test
        void takes_its_values_from_the_photo_and_the_variant() {
            var info = new SourceInfo(
                    ImageFormat.PNG,
                    new PixelSize(2, 1),
                    Orientation.UPRIGHT,
                    3,
                    8,
                    false,
                    1,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty());
            var variant = new Variant(
                    "small",
                    new Sizing.Original(),
                    new Encoding.Webp(80, false),
                    new NamingTemplate("{folder}/{name}-{variant}"));
            var source = Path.of("pictures", "2026 trip", "IMG.0001.JPG").toAbsolutePath();

            assertThat(variant.file().renderWithExtension(NamingContext.of(source, info, variant, SIZE, 1)))
                    .isEqualTo("2026 trip/IMG.0001-small.webp");
        }
    }

    @Nested
    class A_template_that_is_refused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "  ",
                    "/abs/{name}",
                    "C:/{name}",
                    "..",
                    "../{name}",
                    "a/../{name}",
                    "a//{name}",
                    "{name}/",
                    "./{name}",
                    "a\\{name}",
                    "{name}?",
                    "{name}*",
                    "a|b",
                    "a<b",
                    "a\"b",
                    "{name",
                    "name}",
                    "{nam}",
                    "{}",
                    "{NAME}",
                    "{seq:0}",
                    "{seq:10}",
                    "{seq:x}",
                    "{name:3}",
                    "{name}.",
                    ".{name}",
                    " {name}",
                    "{name} ",
                    "a\u0000b",
                    "a\nb",
                    "a\u202Eb",
                    "a\u200Bb",
                    "a\uD800b",
                    "{a/b}",
                    "{{name}}"
                })
        void is_told_so(String text) {
            assertThat(NamingTemplate.problemsOf(text)).isNotEmpty();
            assertThatThrownBy(() -> new NamingTemplate(text)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void hears_which_tokens_there_are() {
            assertThat(NamingTemplate.problemsOf("{name}-{lens}"))
                    .containsExactly("expected one of {name} {variant} {width} {height} {format} {date} {time} {seq}"
                            + " {camera} {folder} but received {lens}");
        }

        @Test
        void hears_of_every_problem_at_once() {
            assertThat(NamingTemplate.problemsOf("{x}/../{y}|")).hasSize(4);
        }

        @Test
        void may_not_be_endless() {
            assertThat(NamingTemplate.problemsOf("a".repeat(501))).hasSize(1);
            assertThat(NamingTemplate.problemsOf("a/".repeat(16) + "a")).hasSize(1);
            assertThat(NamingTemplate.problemsOf("a/".repeat(15) + "a")).isEmpty();
        }
    }

    @Nested
    class A_value_from_outside {

        @Test
        void never_makes_a_folder() {
            assertThat(rendered("{name}", photo("a/b\\c"))).isEqualTo("a_b_c");
        }

        @Test
        void never_climbs() {
            assertThat(rendered("{name}/{variant}", photo(".."))).isEqualTo("untitled/large");
            assertThat(rendered("{name}", photo("../../etc/passwd"))).isEqualTo("_.._etc_passwd");
            assertThat(rendered("{name}", photo("...  . "))).isEqualTo("untitled");
        }

        @Test
        void is_not_expanded_again() {
            assertThat(rendered("{name}", photo("{camera}{name}"))).isEqualTo("{camera}{name}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "CON",
                    "con",
                    "Aux",
                    "NUL.tar",
                    "com1",
                    "LPT9.x.y",
                    "COM¹",
                    "conin$",
                    "CON .x",
                    "nul ",
                    " prn"
                })
        void never_names_a_device_of_windows(String name) {
            var segment = rendered("{name}", photo(name));
            var base = segment.contains(".") ? segment.substring(0, segment.indexOf('.')) : segment;

            assertThat(base).endsWith("_");
        }

        @Test
        void keeps_names_that_only_begin_like_a_device() {
            assertThat(rendered("{name}", photo("Concert"))).isEqualTo("Concert");
            assertThat(rendered("{name}-{variant}", photo("CON"))).isEqualTo("CON-large");
        }

        @Test
        void loses_what_is_not_seen() {
            assertThat(rendered("{name}", photo("gpj.\u202Etxt\u200B\u2066\uFEFF\u00ADx")))
                    .isEqualTo("gpj.txtx");
        }

        @Test
        void loses_what_breaks_terminals_and_lists() {
            assertThat(rendered("{name}", photo("a\u001B[31m\n\tb\u007F\u0085\u2028")))
                    .isEqualTo("a_[31m__b___");
            assertThat(rendered("{name}", photo("a:b*c?d\"e<f>g|h"))).isEqualTo("a_b_c_d_e_f_g_h");
            assertThat(rendered("{name}", photo("a\uD800b\uFFFD"))).isEqualTo("a_b_");
        }

        @Test
        void comes_out_in_one_unicode_form() {
            assertThat(rendered("{name}", photo("Zu\u0308rich"))).isEqualTo("Z\u00FCrich");
            assertThat(rendered("{name}", photo("u\u200B\u0308"))).isEqualTo("\u00FC");
        }

        @Test
        void is_cut_between_characters_so_that_a_suffix_still_fits() {
            var name = "\uD83D\uDE00".repeat(100);
            var stem = rendered("{name}", photo(name));

            assertThat(stem.getBytes(StandardCharsets.UTF_8)).hasSize(208);
            assertThat(stem.codePoints()).allMatch(c -> c == 0x1F600);
            assertThat((stem + ".webp (9999)").getBytes(StandardCharsets.UTF_8).length)
                    .isLessThan(255);
        }

        @Test
        void shows_no_dot_or_space_at_the_cut() {
            var stem = rendered("{name}", photo("a".repeat(208) + ". b"));

            assertThat(stem).isEqualTo("a".repeat(208));
        }
    }

    @Test
    void nothing_at_all_leaves_the_destination() {
        var random = new Random(20261122);
        var pieces = List.of(
                "..",
                ".",
                "/",
                "\\",
                "\u0000",
                "\n",
                " ",
                "CON",
                "nul",
                "a",
                "é",
                "e\u0301",
                "\u202E",
                "\u200D",
                "C:",
                "~",
                "$(x)",
                "%n",
                "{name}",
                "\uD83D\uDE00",
                "\uD83D",
                "\uDE00",
                "\u00A0",
                "-",
                "COM1.",
                "\u037E");
        var root = Path.of("dest").toAbsolutePath();
        for (int i = 0; i < 20_000; i++) {
            var context = new NamingContext(
                    text(random, pieces),
                    text(random, pieces),
                    SIZE,
                    ImageFormat.AVIF,
                    Optional.empty(),
                    i,
                    Optional.of(text(random, pieces)),
                    text(random, pieces));
            var path = new NamingTemplate("{folder}/{camera}/{name}{variant}").renderWithExtension(context);

            var segments = List.of(path.split("/", -1));
            assertThat(segments).hasSize(3);
            for (var segment : segments) {
                assertThat(segment).isNotEmpty().isNotEqualTo("..").isNotEqualTo(".");
                assertThat(segment)
                        .doesNotStartWith(".")
                        .doesNotStartWith(" ")
                        .doesNotEndWith(".")
                        .doesNotEndWith(" ");
                assertThat(segment).doesNotContainPattern("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}\\p{Cs}]");
                assertThat(Normalizer.isNormalized(segment, Normalizer.Form.NFC))
                        .isTrue();
                assertThat(segment.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(240);
            }
            assertThat(root.resolve(path).normalize().startsWith(root)).isTrue();
            assertThat(root.resolve(path).getNameCount()).isEqualTo(root.getNameCount() + 3);
        }
    }

    private static String text(Random random, List<String> pieces) {
        var parts = new ArrayList<String>();
        int count = random.nextInt(random.nextInt(20) == 0 ? 200 : 6);
        for (int i = 0; i < count; i++) {
            parts.add(pieces.get(random.nextInt(pieces.size())));
        }
        return String.join("", parts);
    }
}
