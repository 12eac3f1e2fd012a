package offprint.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One photo of a batch at one moment; immutable, for a row of the queue.
///
/// @param row index within the service's list of rows; never changes
/// @param planned what is to be made
/// @param state of the photo as a whole
/// @param decodedFraction 0–1, of the decode
/// @param variants one for each planned output
/// @param failure why nothing was made of it, if so
/// @param elapsed time on a worker so far
/// @param workerNumber the worker that has it now
public record PhotoProgress(
        int row,
        PlannedPhoto planned,
        State state,
        double decodedFraction,
        List<VariantProgress> variants,
        Optional<ExportOutcome.Failed> failure,
        Duration elapsed,
        Optional<Integer> workerNumber) {

    public PhotoProgress {
        variants = List.copyOf(variants);
    }

    /// How much of its work is done, 0–1: half for the decode, half for the variants.
    public double fraction() {
        double ended = variants.stream()
                .mapToDouble(variant -> variant.outcome().isPresent() ? 1 : Math.max(0, variant.fraction()))
                .average()
                .orElse(0);
        return Math.clamp(decodedFraction, 0, 1) / 2 + ended / 2;
    }

    /// What was written of it, by variant.
    public List<Path> writtenFiles() {
        var written = new ArrayList<Path>();
        for (var variant : variants) {
            variant.outcome()
                    .filter(ExportOutcome.Written.class::isInstance)
                    .ifPresent(outcome -> written.add(((ExportOutcome.Written) outcome).file()));
        }
        return List.copyOf(written);
    }

    /// Where a photo is.
    public enum State {
        WAITING,
        WAITING_FOR_MEMORY,
        WORKING,
        CANCELLING,
        /// Every variant written or skipped.
        DONE,
        /// At least one variant failed.
        FAILED,
        /// At least one variant was cancelled and none failed.
        CANCELLED;

        public boolean isFinal() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /// One cell of the photo × variant matrix.
    ///
    /// @param stage where it is
    /// @param fraction 0–1, of the encode
    /// @param outcome once it has ended
    public record VariantProgress(Stage stage, double fraction, Optional<ExportOutcome> outcome) {}

    /// Where a variant is.
    public enum Stage {
        WAITING,
        DECODING,
        RESIZING,
        ENCODING,
        WRITING,
        CANCELLING,
        ENDED
    }
}
