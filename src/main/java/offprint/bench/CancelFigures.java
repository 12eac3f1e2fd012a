package offprint.bench;

import offprint.image.ImageFormat;

/// How fast workers were free after a cancel in one stage of one format.
///
/// @param count cancels measured
/// @param missed cancels that came after the work had ended, which count for nothing
public record CancelFigures(String engine, ImageFormat format, Stage stage, int count, int missed, Spread stopMillis) {

    /// A stage of a render.
    public enum Stage {
        DECODE("decode"),
        RESIZE("resize"),
        ENCODE("encode");

        private final String word;

        Stage(String word) {
            this.word = word;
        }

        /// As in the JSON line.
        public String word() {
            return word;
        }
    }
}
