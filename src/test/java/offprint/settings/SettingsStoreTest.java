package offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import offprint.image.PixelSize;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    private static final Settings CHANGED = new Settings(
            Settings.Theme.DARK,
            Optional.of("zh-CN"),
            Optional.of("Client \"delivery\""),
            Optional.of(Path.of("exports", "näch Ärger").toAbsolutePath()),
            224,
            Optional.of(3),
            Optional.of(2L << 30),
            Optional.of(400),
            true,
            true,
            false,
            new LibraryView(LibraryView.By.DATE, true, true),
            new WindowPlace(
                    Optional.of(new WindowPlace.Frame(-1200, 40, new PixelSize(1100, 700))),
                    true,
                    false,
                    Optional.of(420),
                    Optional.of(Path.of("photos", "of näch").toAbsolutePath())));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("config/settings.json");
    }

    private SettingsStore store() {
        return new SettingsStore(file());
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    @Nested
    class What_was_saved {

        @Test
        void comes_back() {
            assertThat(store().save(CHANGED)).isEmpty();

            assertThat(store().load()).isEqualTo(new SettingsStore.Loaded(CHANGED, Optional.empty()));
        }

        @Test
        void replaces_what_was_there_and_leaves_nothing_else() throws IOException {
            store().save(CHANGED);
            store().save(Settings.INITIAL);

            assertThat(store().load().settings()).isEqualTo(Settings.INITIAL);
            try (var files = Files.list(file().getParent())) {
                assertThat(files).containsExactly(file());
            }
        }

        @Test
        void is_told_when_it_could_not_be() throws IOException {
            Files.writeString(folder.resolve("config"), "a file where the folder should be");

            assertThat(store().save(CHANGED))
                    .hasValueSatisfying(message -> assertThat(message).startsWith("The settings could not be saved: "));
        }
    }

    @Test
    void the_first_start_has_the_initial_settings_and_nothing_to_tell() {
        assertThat(store().load()).isEqualTo(new SettingsStore.Loaded(Settings.INITIAL, Optional.empty()));
    }

    @Test
    void what_is_left_out_is_initial() throws IOException {
        write("{\"offprintSettings\": 1, \"theme\": \"light\"}");

        var settings = store().load().settings();
        assertThat(settings.theme()).isEqualTo(Settings.Theme.LIGHT);
        assertThat(settings.thumbnailPx()).isEqualTo(Settings.INITIAL.thumbnailPx());
        assertThat(settings.workers()).isEmpty();
        assertThat(settings.notifications()).isTrue();
        assertThat(settings.library()).isEqualTo(LibraryView.INITIAL);
        assertThat(settings.window()).isEqualTo(WindowPlace.INITIAL);
    }

    @Test
    void a_window_with_an_edge_left_out_is_put_where_the_system_likes() throws IOException {
        write("{\"offprintSettings\": 1, \"window\": {\"left\": 40, \"top\": 40, \"width\": 900, \"side\": false}}");

        var window = store().load().settings().window();
        assertThat(window.frame()).isEmpty();
        assertThat(window.sideShown()).isFalse();
    }

    @Nested
    class A_broken_file {

        @Test
        void of_absurd_size_is_called_too_large_and_not_read_to_its_end() throws IOException {
            write(" ".repeat((1 << 20) + 1) + "{}");

            assertThat(store().load().message())
                    .hasValueSatisfying(message -> assertThat(message).contains("larger than"));
        }

        @Test
        void is_kept_aside_and_told_of() throws IOException {
            for (var text : List.of(
                    "",
                    "{",
                    "[]",
                    "{}",
                    "{\"offprintSettings\":2}",
                    "{\"offprintSettings\":1,\"theme\":\"pink\"}",
                    "{\"offprintSettings\":1,\"theme\":7}",
                    "{\"offprintSettings\":1,\"workers\":0}",
                    "{\"offprintSettings\":1,\"thumbnailPx\":1e3}",
                    "{\"offprintSettings\":1,\"thumbnailPx\":9999}",
                    "{\"offprintSettings\":1,\"destination\":\"a\\u0000b\"}",
                    "{\"offprintSettings\":1,\"colour\":1}",
                    "{\"offprintSettings\":1,\"window\":3}",
                    "{\"offprintSettings\":1,\"window\":{\"depth\":3}}",
                    "{\"offprintSettings\":1,\"window\":{\"width\":0}}",
                    "{\"offprintSettings\":1,\"window\":{\"folder\":\"a\\u0000b\"}}",
                    "{\"offprintSettings\":1,\"library\":{\"sort\":\"colour\"}}",
                    "{\"offprintSettings\":1,\"library\":{\"groups\":1}}",
                    "{\"offprintSettings\":1,\"notifications\":\"off\"}",
                    "{\"offprintSettings\":1,\"workers\":1,\"workers\":2}",
                    "x".repeat((1 << 20) + 1))) {
                write(text);

                var loaded = store().load();
                assertThat(loaded.settings()).isEqualTo(Settings.INITIAL);
                assertThat(loaded.message())
                        .hasValueSatisfying(message -> assertThat(message).contains("settings.json.broken"));
                assertThat(file()).doesNotExist();
                assertThat(file().resolveSibling("settings.json.broken")).hasContent(text);
            }
        }

        @Test
        void names_the_field() throws IOException {
            write("{\"offprintSettings\":1,\"workers\":0}");

            assertThat(store().load().message().orElseThrow())
                    .contains("workers: expected a whole number from 1 to 1024");
        }

        @Test
        void that_is_a_folder_costs_nothing_but_a_message() throws IOException {
            Files.createDirectories(file());

            var loaded = store().load();
            assertThat(loaded.settings()).isEqualTo(Settings.INITIAL);
            assertThat(loaded.message()).isPresent();
            assertThat(file()).isDirectory();
        }
    }
}
