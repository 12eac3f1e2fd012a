package offprint.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the program keeps its user's things, as the system wants it. Names folders only; makes none.
///
/// @param config settings and recipes: small, worth a backup
/// @param data what the user would miss but did not write
/// @param cache what can be made again
/// @param state what the program needs to go on after a restart, such as the journal
public record UserFolders(Path config, Path data, Path cache, Path state) {

    private static final String NAME = "offprint";
    private static final String TITLE = "Offprint";

    /// The folders for this process.
    public static UserFolders ofThisProcess() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /// The folders for an environment; depends on nothing else.
    ///
    /// Rules: the XDG Base Directory Specification 0.8 (a relative value there is invalid and ignored), Apple's File
    /// System Programming Guide, Windows' known folders.
    ///
    /// @param env the environment's variables
    /// @param osName as in the system property `os.name`
    /// @param home the user's home folder
    public static UserFolders of(Map<String, String> env, String osName, Path home) {
        var os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return windows(env, home);
        }
        if (os.startsWith("mac") || os.startsWith("darwin")) {
            var support = home.resolve("Library").resolve("Application Support").resolve(TITLE);
            var cache = home.resolve("Library").resolve("Caches").resolve(TITLE);
            return new UserFolders(support, support.resolve("data"), cache, support.resolve("state"));
        }
        var local = home.resolve(".local");
        return new UserFolders(
                absolute(env, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve(NAME),
                absolute(env, "XDG_DATA_HOME").orElse(local.resolve("share")).resolve(NAME),
                absolute(env, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve(NAME),
                absolute(env, "XDG_STATE_HOME").orElse(local.resolve("state")).resolve(NAME));
    }

    /// The same but for the folder of the state.
    public UserFolders withState(Path other) {
        return new UserFolders(config, data, cache, other);
    }

    private static UserFolders windows(Map<String, String> env, Path home) {
        var appData = home.resolve("AppData");
        var roaming = folder(env, "APPDATA").orElse(appData.resolve("Roaming")).resolve(TITLE);
        var local = folder(env, "LOCALAPPDATA").orElse(appData.resolve("Local")).resolve(TITLE);
        return new UserFolders(roaming, local.resolve("data"), local.resolve("cache"), local.resolve("state"));
    }

    private static Optional<Path> absolute(Map<String, String> env, String variable) {
        return folder(env, variable).filter(Path::isAbsolute);
    }

    private static Optional<Path> folder(Map<String, String> env, String variable) {
        var value = env.getOrDefault(variable, "");
        try {
            return value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
