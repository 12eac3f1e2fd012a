package offprint.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import offprint.storage.AtomicText;

/// Keeps the user's settings in one JSON file. A missing file means the initial ones; a broken one is kept aside and
/// costs nothing but itself.
///
/// Touches the disk: never on the FX thread. Any other thread may call it.
public final class SettingsStore {

    private static final int MAX_BYTES = 1 << 20;

    private final Path file;

    /// @param file the JSON file; need not exist, nor its folder
    public SettingsStore(Path file) {
        this.file = file;
    }

    /// The settings, and what the user should know of how they were found.
    public synchronized Loaded load() {
        try (var stream = Files.newInputStream(file)) {
            var bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                return asideFor("it is larger than " + MAX_BYTES + " bytes");
            }
            return new Loaded(SettingsJson.read(bytes), Optional.empty());
        } catch (NoSuchFileException firstStart) {
            return new Loaded(Settings.INITIAL, Optional.empty());
        } catch (IOException unreadable) {
            return initial("The settings can't be read (" + AtomicText.reason(unreadable)
                    + "); Offprint goes on with the initial ones.");
        } catch (SettingsJson.BrokenSettings broken) {
            return asideFor(broken.reason());
        }
    }

    /// Saves the settings whole, or leaves the old ones.
    ///
    /// @return why not, a sentence for people; empty when they are saved
    public synchronized Optional<String> save(Settings settings) {
        try {
            AtomicText.write(file, SettingsJson.write(settings));
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of("The settings could not be saved: " + AtomicText.reason(failure));
        }
    }

    private Loaded asideFor(String reason) {
        var aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return initial("The settings were broken (" + reason + "); Offprint goes on with the initial ones, and the "
                    + "broken file is kept as " + aside.getFileName() + ".");
        } catch (IOException failure) {
            return initial("The settings are broken (" + reason + ") and can't be kept aside: "
                    + AtomicText.reason(failure) + ".");
        }
    }

    private static Loaded initial(String message) {
        return new Loaded(Settings.INITIAL, Optional.of(message));
    }

    /// What was found.
    ///
    /// @param settings as saved, or the initial ones
    /// @param message what went wrong, for people; empty when nothing did
    public record Loaded(Settings settings, Optional<String> message) {}
}
