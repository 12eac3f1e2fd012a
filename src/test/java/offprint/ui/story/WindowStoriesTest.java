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
import offprint.settings.Settings;
import offprint.settings.SettingsStore;
import offprint.ui.story.WindowStoryMain.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program with its real engine in a real window on a virtual display, used by mouse and keyboard. In each of
/// these stories the FX thread touches no file. Skips, and says so, where there is no Xvfb or no GTK 3.
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
    static void end() throws InterruptedException {
        if (display.isPresent()) {
            display.get().close();
        }
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
        assertThat(Files.readString(folder.resolve("revealed.txt")).strip()).isEqualTo(folder.resolve("out").toString());
    }

    @Test
    void the_keyboard_alone_leads_from_the_start_to_the_file_in_its_folder() throws Exception {
        var photo = photo("p0.jpg", 900, 600);
        settings("{name}-{variant}");
        play(Story.KEYBOARD, List.of(photo));
        assertThat(out()).containsExactly("p0-large.jpg", "p0-small.jpg");
    }

    @Test
    void cancel_stops_a_variant_a_photo_a_selection_and_all() throws Exception {
        var photos = new ArrayList<Path>();
        for (int i = 0; i < 12; i++) {
            photos.add(photo("p%02d.jpg".formatted(i), 3_000, 2_000));
        }
        settings("{name}-{variant}");
        play(Story.CANCEL, photos);
        assertThat(out())
                .contains("p02-large.jpg")
                .doesNotContain("p02-small.jpg")
                .noneMatch(name -> name.startsWith("p03") || name.startsWith("p04") || name.startsWith("p05"))
                .noneMatch(name -> name.startsWith("p11"))
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
    void the_preview_tells_the_bytes_of_another_quality() throws Exception {
        var photo = photo("p0.jpg", 900, 600);
        settings("{name}-{variant}");
        var lines = play(Story.PREVIEW, List.of(photo));
        assertThat(lines).anyMatch(line -> line.startsWith("AFTER ") && line.contains("B"));
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void what_failed_is_written_once_it_can_be() throws Exception {
        var photo = photo("p0.jpg", 900, 600);
        settings("sub/{name}-{variant}");
        Files.writeString(folder.resolve("out/sub"), "a file where a folder should be");
        play(Story.RETRY, List.of(photo));
        assertThat(folder.resolve("out/sub/p0-large.jpg")).isNotEmptyFile();
    }

    private List<String> play(Story story, List<Path> files) throws Exception {
        try (var window = display.orElseThrow().start(story, folder, files)) {
            return well(window);
        }
    }

    private static List<String> well(VirtualDisplay.Program window) throws Exception {
        var lines = window.linesToTheEnd();
        assertThat(lines).as("how the story went").contains("WELL");
        assertThat(lines.stream().filter(line -> line.startsWith("FX ")))
                .as("files that the FX thread touched")
                .isEmpty();
        assertThat(lines).as("that accesses are seen at all").anyMatch(line -> line.matches("ELSEWHERE [1-9]\\d*"));
        return lines;
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
                "Mine", List.of(variant("large", 600, file), variant("small", 300, file)), MetadataPolicy.STRIP,
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
                        false));
    }

    private static Variant variant(String name, int longEdge, String file) {
        return new Variant(
                name,
                new Sizing.LongEdge(longEdge, Sizing.Enlargement.NEVER),
                new Encoding.Jpeg(85, false, Encoding.Chroma.SUBSAMPLED_420, false),
                new NamingTemplate(file));
    }

    private List<String> out() {
        var names = folder.resolve("out").toFile().list();
        return Arrays.stream(Optional.ofNullable(names).orElse(new String[0])).sorted().toList();
    }
}
