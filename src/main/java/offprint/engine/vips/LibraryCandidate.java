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
import offprint.engine.vips.VipsAvailability.Found;
import offprint.engine.vips.VipsAvailability.Places;
import offprint.engine.vips.VipsAvailability.SystemLibrary;

/// A library to try.
///
/// @param name for people
/// @param file empty when the system is asked by name
record LibraryCandidate(String name, Optional<Path> file, Found found) {

    /// Systems by how they name libraries.
    private enum Os {
        WINDOWS,
        MAC,
        OTHER
    }

    /// Those of the places, in the order in which they are tried.
    static List<LibraryCandidate> in(Places places) {
        var found = new ArrayList<LibraryCandidate>();
        places.chosen()
                .ifPresent(file -> found.add(new LibraryCandidate(file.toString(), Optional.of(file), Found.CHOSEN)));
        for (var folder : places.bundled()) {
            libraryIn(folder)
                    .ifPresent(
                            file -> found.add(new LibraryCandidate(file.toString(), Optional.of(file), Found.BUNDLED)));
        }
        if (places.system() == SystemLibrary.LOOK_FOR) {
            found.add(new LibraryCandidate(systemName(), Optional.empty(), Found.SYSTEM));
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
