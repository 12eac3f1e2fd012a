package offprint.bench;

/// What the window did while photos were exported.
///
/// @param mode where the work was done
/// @param engine that did it
/// @param photos exported
/// @param seconds the export took
/// @param frameGapMillis between one pulse and the next
/// @param postedDelayMillis from posting an action to the window's thread to its run
public record WindowFigures(
        Mode mode, String engine, int photos, double seconds, Spread frameGapMillis, Spread postedDelayMillis) {

    /// Where the work is done.
    public enum Mode {
        /// On the pool, as the program does it.
        POOL("pool"),
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
