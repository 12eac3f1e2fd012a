package offprint.ui.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import offprint.fixtures.Pictures;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.NamingTemplate;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeStore;
import offprint.recipe.Sizing;
import offprint.recipe.Variant;
import offprint.settings.LibraryView;
import offprint.settings.Settings;
import offprint.settings.SettingsStore;
import offprint.settings.WindowPlace;
import offprint.ui.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program with its real engine in a real window on a virtual display, used by mouse and keyboard. In each of
/// these stories the FX thread touches no file, but for those that it is made to touch at the end, which are seen.
/// Skips, and says so, where there is no Xvfb or no GTK 3.
class WindowStoriesTest {

    private static Optional<VirtualDisplay> display = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(VirtualDisplay.isPossible(), VirtualDisplay.WHY_NOT);
        display = Optional.of(new VirtualDisplay());
    }

    @AfterAll
    static void end() {
        display.ifPresent(VirtualDisplay::close);
    }

    @Test
    void a_dropped_photo_is_exported_and_shown_in_its_folder() throws Exception {
        var photo = photo("p0.jpg", 900, 600);
        settings("{name}-{variant}");
        try (var window = display.orElseThrow().start(Story.DROP, folder, List.of())) {
            window.awaitLine("READY");
            window.dropFromAnotherProgram(photo);
            well(window);
        }
        assertThat(out()).containsExactly("p0-large.jpg", "p0-small.jpg");
        assertFolderShown();
    }

    @Test
    void the_keyboard_alone_leads_from_the_start_to_the_file_in_its_folder() throws Exception {
        var photo = photo("p0.jpg", 900, 600);
        settings("{name}-{variant}");
        play(Story.KEYBOARD, List.of(photo));
        assertThat(out()).containsExactly("p0-large.jpg", "p0-small.jpg");
        assertFolderShown();
    }

    @Test
    void cancel_stops_a_variant_a_photo_a_selection_and_all() throws Exception {
        var photos = new ArrayList<Path>(List.of(photo("p00.jpg", 4_500, 3_000)));
        for (int i = 1; i < 24; i++) {
            photos.add(Files.copy(photos.getFirst(), folder.resolve("photos/p%02d.jpg".formatted(i))));
        }
        settings("{name}-{variant}");
        play(Story.CANCEL, photos);
        assertThat(out())
                .contains("p00-large.jpg", "p00-small.jpg", "p01-large.jpg")
                .doesNotContain("p01-small.jpg")
                .noneMatch(name -> name.startsWith("p02") || name.startsWith("p03") || name.startsWith("p04"))
                .noneMatch(name -> name.startsWith("p23"))
                .allMatch(name -> name.endsWith(".jpg"));
    }

    @Test
    void a_changed_size_is_the_size_of_the_next_export() throws Exception {
        var photo = photo("p0.jpg", 900, 600);
        settings("{name}-{variant}");
        play(Story.RECIPE, List.of(photo));
        var image = ImageIO.read(folder.resolve("out/p0-large.jpg").toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(123, 82);
    }

    @Test
    void the_preview_tells_the_bytes_of_the_file_that_another_quality_makes() throws Exception {
        var photo = photo("p0.jpg", 900, 600);
        settings("{name}-{variant}");
        var lines = play(Story.PREVIEW, List.of(photo));
        long bytes = Files.size(folder.resolve("out/p0-large.jpg"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("AFTER "))
                .singleElement()
                .asString()
                .contains(" " + Texts.bytes(bytes) + " (");
    }

    @Test
    void what_failed_is_written_once_it_can_be() throws Exception {
        var photo = photo("p0.jpg", 900, 600);
        settings("sub/{name}-{variant}");
        Files.writeString(folder.resolve("out/sub"), "a file where a folder should be");
        play(Story.RETRY, List.of(photo));
        assertThat(folder.resolve("out/sub/p0-large.jpg")).isNotEmptyFile();
    }

    @Test
    void a_second_start_gives_its_photo_to_the_window_and_brings_it_to_the_front() throws Exception {
        var photo = photo("p0.jpg", 900, 600);
        settings("{name}-{variant}");
        try (var window = display.orElseThrow().start(Story.SECOND_START, folder, List.of(photo))) {
            window.awaitLine("LOOKING ELSEWHERE");
            assertThat(window.startAgain(photo("p1.jpg", 900, 600)))
                    .as("nothing but its exit code")
                    .isEqualTo("0");
            well(window);
        }
    }

    private List<String> play(Story story, List<Path> files) throws Exception {
        try (var window = display.orElseThrow().start(story, folder, files)) {
            return well(window);
        }
    }

    private List<String> well(VirtualDisplay.Program window) throws Exception {
        var lines = toTheEnd(window);
        var found = accesses(lines);
        var planted =
                found.ofTheWindow().stream().filter(PlantedAccess::isPlanted).toList();
        assertThat(found.ofTheWindow()).as("files that the FX thread touched").isEqualTo(planted);
        assertThat(PlantedAccess.NAMES)
                .as("that each way to a file is seen")
                .allSatisfy(name -> assertThat(planted).anyMatch(line -> PlantedAccess.isPlanted(line, name)));
        assertThat(found.elsewhere()).as("accesses of other threads").isPositive();
        return lines;
    }

    private FileAccess.Found accesses(List<String> lines) throws IOException {
        long fxThread = lines.stream()
                .filter(line -> line.startsWith(WindowStoryMain.FX_THREAD))
                .mapToLong(line -> Long.parseLong(line.substring(WindowStoryMain.FX_THREAD.length())))
                .findFirst()
                .orElseThrow();
        return FileAccess.read(folder.resolve(WindowStoryMain.ACCESS), fxThread);
    }

    private List<String> toTheEnd(VirtualDisplay.Program window) throws Exception {
        var lines = window.linesToTheEnd();
        assertThat(lines).as(() -> "how the story went; errors: " + errors()).anyMatch(line -> line.startsWith("WELL"));
        return lines;
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors.txt"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private Path photo(String name, int widthPx, int heightPx) throws IOException {
        var photos = Files.createDirectories(folder.resolve("photos"));
        return Pictures.photoJpeg(photos.resolve(name), widthPx, heightPx);
    }

    /// A home with one's own recipe of two sizes, one worker, and a destination.
    private void settings(String file) throws IOException {
        var config = Files.createDirectories(folder.resolve("home/.config/offprint"));
        var out = Files.createDirectories(folder.resolve("out"));
        var recipe = new Recipe(
                "Mine",
                List.of(variant("large", 600, file), variant("small", 300, file)),
                MetadataPolicy.STRIP,
                OnConflict.RENAME);
        new RecipeStore(config.resolve("recipes")).save(recipe);
        new SettingsStore(config.resolve("settings.json"))
                .save(new Settings(
                        Settings.Theme.LIGHT,
                        Optional.of("en"),
                        Optional.of("Mine"),
                        Optional.of(out),
                        160,
                        Optional.of(1),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        LibraryView.INITIAL,
                        WindowPlace.INITIAL));
    }

    private static Variant variant(String name, int longEdge, String file) {
        return new Variant(
                name,
                new Sizing.LongEdge(longEdge, Sizing.Enlargement.NEVER),
                new Encoding.Jpeg(85, false, Encoding.Chroma.SUBSAMPLED_420, false),
                new NamingTemplate(file));
    }

    private void assertFolderShown() {
        assertThat(folder.resolve("revealed.txt"))
                .hasContent(folder.resolve("out").toString());
    }

    private List<String> out() {
        var names = folder.resolve("out").toFile().list();
        return Arrays.stream(Optional.ofNullable(names).orElse(new String[0]))
                .sorted()
                .toList();
    }
}
