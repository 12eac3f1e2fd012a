package offprint.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Whether libvips is there, and which one; or the reason why not, for people.
public sealed interface VipsAvailability {

    /// Where a library was found.
    enum Found {
        /// Chosen by the user.
        CHOSEN,
        /// Delivered with the program.
        BUNDLED,
        /// Installed on the system.
        SYSTEM
    }

    /// Whether the system's own library is looked for.
    enum SystemLibrary {
        LOOK_FOR,
        IGNORE
    }

    /// Where to look, in this order.
    ///
    /// @param chosen a library file that the user named
    /// @param bundled folders that may hold a library of this platform
    record Places(Optional<Path> chosen, List<Path> bundled, SystemLibrary system) {
        public Places {
            bundled = List.copyOf(bundled);
        }
    }

    /// libvips is loaded, is new enough and has been started.
    final class Available implements VipsAvailability {

        private final Vips vips;
        private final String library;
        private final Found found;
        private final List<String> remarks;

        private Available(Vips vips, Candidate candidate, List<String> remarks) {
            this.vips = vips;
            this.library = candidate.name();
            this.found = candidate.found();
            this.remarks = List.copyOf(remarks);
        }

        Vips vips() {
            return vips;
        }

        /// The file, or the name by which the system knows it.
        public String library() {
            return library;
        }

        public Found found() {
            return found;
        }

        /// Such as `8.18.7`.
        public String version() {
            return vips.version();
        }

        /// What was tried before and could not be used, each with its reason; for people.
        public List<String> remarks() {
            return remarks;
        }
    }

    /// No libvips that can be used.
    ///
    /// @param reason one sentence or more, for people
    record Missing(String reason) implements VipsAvailability {}

    /// Looks for libvips, loads it and starts it. Never throws: a file that is no libvips is a reason, not an error. A
    /// library once loaded stays for as long as the program runs. Takes some ten milliseconds; any thread.
    static VipsAvailability find(Places places) {
        var remarks = new ArrayList<String>();
        for (var candidate : candidates(places)) {
            try {
                return new Available(Vips.start(candidate.load()), candidate, remarks);
            } catch (VipsException refused) {
                remarks.add(candidate.name() + ": " + refused.text());
            } catch (IllegalArgumentException | NoSuchElementException | IllegalCallerException | LinkageError bad) {
                remarks.add(candidate.name() + " can't be used: " + bad.getMessage());
            }
        }
        return new Missing(remarks.isEmpty() ? "libvips is not there." : String.join("; ", remarks));
    }

    private static List<Candidate> candidates(Places places) {
        var found = new ArrayList<Candidate>();
        places.chosen().ifPresent(file -> found.add(new Candidate(file.toString(), Optional.of(file), Found.CHOSEN)));
        for (var folder : places.bundled()) {
            libraryIn(folder)
                    .ifPresent(file -> found.add(new Candidate(file.toString(), Optional.of(file), Found.BUNDLED)));
        }
        if (places.system() == SystemLibrary.LOOK_FOR) {
            found.add(new Candidate(systemName(), Optional.empty(), Found.SYSTEM));
        }
        return found;
    }

    private static Optional<Path> libraryIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> isLibrary(file.getFileName().toString()))
                    .sorted()
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isLibrary(String name) {
        return switch (os()) {
            case WINDOWS -> name.equals("libvips-42.dll");
            case MAC -> name.startsWith("libvips") && name.endsWith(".dylib");
            case OTHER -> name.startsWith("libvips-cpp.so") || name.startsWith("libvips.so");
        };
    }

    private static String systemName() {
        return switch (os()) {
            case WINDOWS -> "libvips-42.dll";
            case MAC -> "libvips.42.dylib";
            case OTHER -> "libvips.so.42";
        };
    }

    private static Os os() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? Os.WINDOWS : name.startsWith("mac") ? Os.MAC : Os.OTHER;
    }

    /// Systems by how they name libraries.
    enum Os {
        WINDOWS,
        MAC,
        OTHER
    }

    /// A library to try.
    ///
    /// @param name for people
    /// @param file empty when the system is asked by name
    record Candidate(String name, Optional<Path> file, Found found) {

        @SuppressWarnings("restricted") // native access is this room's whole point; the launchers enable it
        SymbolLookup load() {
            if (file.isEmpty()) {
                return SymbolLookup.libraryLookup(name, Arena.global());
            }
            var path = file.get().toAbsolutePath();
            if (!Files.isRegularFile(path)) {
                throw new NoSuchElementException("the file is not there");
            }
            return SymbolLookup.libraryLookup(path, Arena.global());
        }
    }
}
