package offprint.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import offprint.export.Conduct.Power;

/// Where the machine's power comes from, as the Linux kernel tells it in files
/// (`Documentation/ABI/testing/sysfs-class-power`); on other systems it is unknown. Blocks, for workers.
final class PowerSupply {

    private final Path folder;

    /// @param folder with one folder a supply
    PowerSupply(Path folder) {
        this.folder = folder;
    }

    static PowerSupply ofThisSystem() {
        return new PowerSupply(Path.of("/sys/class/power_supply"));
    }

    Power read() {
        if (!Files.isDirectory(folder)) {
            return Power.UNKNOWN;
        }
        boolean drains = false;
        boolean unplugged = false;
        try (var supplies = Files.newDirectoryStream(folder)) {
            for (var supply : supplies) {
                if (says(supply, "scope", "Device")) {
                    continue; // the battery of a mouse or a keyboard
                }
                if (says(supply, "type", "Battery")) {
                    drains |= says(supply, "status", "Discharging");
                } else if (says(supply, "online", "1")) {
                    return Power.MAINS;
                } else {
                    unplugged |= says(supply, "type", "Mains");
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            return Power.UNKNOWN;
        }
        return drains || unplugged ? Power.BATTERY : Power.UNKNOWN;
    }

    private static boolean says(Path supply, String file, String word) {
        return text(supply.resolve(file)).filter(word::equals).isPresent();
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
