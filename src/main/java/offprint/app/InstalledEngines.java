package offprint.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.cli.UsageException;
import offprint.engine.Assistants;
import offprint.engine.DamagedPhotos;
import offprint.engine.ImageEngine;
import offprint.engine.RelayEngine;
import offprint.engine.embedded.EmbeddedEngine;
import offprint.engine.raw.RawEngine;
import offprint.engine.vips.VipsAvailability;
import offprint.engine.vips.VipsEngine;

/// The engines of this machine, and why one is not among them.
///
/// libvips is looked for in this order: the file that `OFFPRINT_LIBVIPS` names, what came with the program, the
/// system's.
///
/// @param engines the preferred first; closed by whoever takes them
/// @param remarks for people, one sentence or more each
record InstalledEngines(List<ImageEngine> engines, List<String> remarks) {

    private static final String VIPS = "vips";
    private static final String EMBEDDED = "embedded";

    InstalledEngines {
        engines = List.copyOf(engines);
        remarks = List.copyOf(remarks);
    }

    /// @param only the name of the only engine to use; empty: all
    /// @param damaged what libvips makes of them; for the embedded engine they always fail
    /// @throws UsageException when that one is not there
    static InstalledEngines find(Optional<String> only, Assistants assistants, DamagedPhotos damaged) {
        if (only.isPresent() && only.get().equals(EMBEDDED)) {
            return new InstalledEngines(List.of(new RawEngine(new EmbeddedEngine())), List.of());
        }
        if (only.isPresent() && !only.get().equals(VIPS)) {
            throw new UsageException(
                    "There is no engine \"" + only.get() + "\". There are: auto, " + VIPS + ", " + EMBEDDED + ".");
        }
        return switch (VipsAvailability.find(places())) {
            case VipsAvailability.Available available ->
                with(available, only, new VipsEngine(available, assistants, damaged));
            case VipsAvailability.Missing missing -> {
                if (only.isPresent()) {
                    throw new UsageException("The engine \"" + VIPS + "\" is not there: " + missing.reason());
                }
                yield new InstalledEngines(
                        List.of(new RawEngine(new EmbeddedEngine())),
                        List.of("vips is not there: " + missing.reason()));
            }
        };
    }

    private static VipsAvailability.Places places() {
        return new VipsAvailability.Places(
                Optional.ofNullable(System.getenv("OFFPRINT_LIBVIPS"))
                        .filter(path -> !path.isBlank())
                        .map(Path::of),
                Optional.ofNullable(System.getProperty("offprint.natives")).map(Path::of).stream()
                        .toList(),
                VipsAvailability.SystemLibrary.LOOK_FOR);
    }

    private static InstalledEngines with(VipsAvailability.Available available, Optional<String> only, VipsEngine vips) {
        var remarks = new ArrayList<String>();
        remarks.add("vips is libvips " + available.version() + ", "
                + switch (available.found()) {
                    case CHOSEN -> "chosen by OFFPRINT_LIBVIPS: ";
                    case BUNDLED -> "delivered with Offprint: ";
                    case SYSTEM -> "installed on this system: ";
                }
                + available.library());
        remarks.addAll(available.remarks());
        if (only.isPresent()) {
            return new InstalledEngines(List.of(new RawEngine(vips)), remarks);
        }
        var embedded = new EmbeddedEngine();
        return new InstalledEngines(List.of(new RawEngine(vips), new RelayEngine(embedded, vips), embedded), remarks);
    }
}
