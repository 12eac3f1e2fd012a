package offprint.bench;

import java.util.List;
import java.util.Optional;

/// What the window did while photos were exported.
///
/// @param mode where the work was done
/// @param engine that did it
/// @param photos exported
/// @param seconds the export took
/// @param frameGapMillis between one pulse and the next
/// @param postedDelayMillis from posting an action to the window's thread to its run
/// @param steps the parts of it, where the mode has some
/// @param stop what a cancel of everything left, where the mode is one
public record WindowFigures(
        Mode mode,
        String engine,
        int photos,
        double seconds,
        Spread frameGapMillis,
        Spread postedDelayMillis,
        List<Step> steps,
        Optional<Stop> stop) {

    public WindowFigures {
        steps = List.copyOf(steps);
    }

    /// One part of what was measured.
    ///
    /// @param name such as `scroll`
    /// @param frameGapMillis between one pulse and the next
    /// @param postedDelayMillis from posting an action to the window's thread to its run
    public record Step(String name, Spread frameGapMillis, Spread postedDelayMillis) {}

    /// What cancelling everything in the middle left behind.
    ///
    /// @param stopMillis from the cancel to every worker being free, as the window saw it
    /// @param written variants written
    /// @param cancelled variants cancelled
    /// @param failed variants failed
    /// @param wholeFiles files in the destination that an independent look finds whole
    /// @param otherFiles files in the destination that are anything else: it must be 0
    public record Stop(double stopMillis, int written, int cancelled, int failed, int wholeFiles, int otherFiles) {}

    /// Where the work is done.
    public enum Mode {
        /// On the pool, as the program does it.
        POOL("pool"),
        /// On the pool, until everything is cancelled in the middle.
        CANCEL("cancel"),
        /// On the pool, with very many photos in the open queue: they come, are scrolled, sorted and cancelled.
        QUEUE("queue"),
        /// On the window's own thread: the naive way.
        FX("fx");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /// As in the JSON line.
        public String word() {
            return word;
        }
    }
}
