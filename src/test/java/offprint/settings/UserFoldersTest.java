package offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

    private static final Path HOME = Path.of("home", "ann").toAbsolutePath();

    @Test
    void on_linux_are_those_of_xdg() {
        assertThat(UserFolders.of(Map.of(), "Linux", HOME))
                .isEqualTo(new UserFolders(
                        HOME.resolve(".config/offprint"),
                        HOME.resolve(".local/share/offprint"),
                        HOME.resolve(".cache/offprint"),
                        HOME.resolve(".local/state/offprint")));
    }

    @Test
    void on_linux_follow_the_environment() {
        var base = Path.of("xdg").toAbsolutePath();
        var env = Map.of(
                "XDG_CONFIG_HOME", base.resolve("c").toString(),
                "XDG_DATA_HOME", base.resolve("d").toString(),
                "XDG_CACHE_HOME", base.resolve("k").toString(),
                "XDG_STATE_HOME", base.resolve("s").toString());

        assertThat(UserFolders.of(env, "Linux", HOME))
                .isEqualTo(new UserFolders(
                        base.resolve("c/offprint"),
                        base.resolve("d/offprint"),
                        base.resolve("k/offprint"),
                        base.resolve("s/offprint")));
    }

    @Test
    void on_linux_ignore_what_is_relative_empty_or_no_path() {
        var env = Map.of("XDG_CONFIG_HOME", "relative/config", "XDG_CACHE_HOME", "", "XDG_DATA_HOME", "a\u0000b");

        assertThat(UserFolders.of(env, "Linux", HOME)).isEqualTo(UserFolders.of(Map.of(), "FreeBSD", HOME));
    }

    @Test
    void on_macos_are_in_the_library() {
        var support = HOME.resolve("Library/Application Support/Offprint");

        assertThat(UserFolders.of(Map.of("XDG_CONFIG_HOME", HOME.toString()), "Mac OS X", HOME))
                .isEqualTo(new UserFolders(
                        support,
                        support.resolve("data"),
                        HOME.resolve("Library/Caches/Offprint"),
                        support.resolve("state")));
    }

    @Test
    void on_windows_are_in_the_known_folders() {
        var roaming = Path.of("Roaming").toAbsolutePath();
        var local = Path.of("Local").toAbsolutePath();
        var env = Map.of("APPDATA", roaming.toString(), "LOCALAPPDATA", local.toString());

        assertThat(UserFolders.of(env, "Windows 11", HOME))
                .isEqualTo(new UserFolders(
                        roaming.resolve("Offprint"),
                        local.resolve("Offprint/data"),
                        local.resolve("Offprint/cache"),
                        local.resolve("Offprint/state")));
        assertThat(UserFolders.of(Map.of(), "Windows 11", HOME).config())
                .isEqualTo(HOME.resolve("AppData/Roaming/Offprint"));
    }

    @Test
    void of_this_process_are_absolute() {
        assertThat(UserFolders.ofThisProcess().config()).isAbsolute();
    }
}
