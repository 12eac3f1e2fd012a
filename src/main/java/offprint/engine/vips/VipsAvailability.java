package offprint.engine.vips;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

        private Available(Vips vips, LibraryCandidate candidate, List<String> remarks) {
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
        for (var candidate : LibraryCandidate.in(places)) {
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
}
