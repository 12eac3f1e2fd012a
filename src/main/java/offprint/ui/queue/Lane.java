package offprint.ui.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.Stage;
import offprint.ui.Texts;

/// What one worker does, in words.
///
/// @param worker 1, 2, …
/// @param job what it does; empty while idle
record Lane(int worker, Optional<Job> job) {

    /// @param row of the queue
    /// @param photo name of its file
    /// @param variant name of the variant under way, or empty while the photo is decoded
    /// @param stage in words
    /// @param fraction 0–1; below 0 while unknown
    /// @param isCancelling whether it has been asked to stop and has not left yet
    record Job(int row, String photo, String variant, String stage, double fraction, boolean isCancelling) {}

    /// @param silentFor how long the encoder of one of its variants has been silent
    static Lane of(PhotoProgress photo, IntFunction<Optional<Duration>> silentFor) {
        return new Lane(photo.workerNumber().orElse(0), Optional.of(job(photo, silentFor)));
    }

    private static Job job(PhotoProgress photo, IntFunction<Optional<Duration>> silentFor) {
        var name = Texts.fileName(photo.planned().photo().file());
        boolean cancelling = photo.state() == PhotoProgress.State.CANCELLING;
        for (int i = 0; i < photo.variants().size(); i++) {
            var variant = photo.variants().get(i);
            var stage = variant.stage();
            if (stage == Stage.RESIZING || stage == Stage.ENCODING || stage == Stage.WRITING) {
                var cell = CellView.of(photo, i, silentFor.apply(i));
                var output = photo.planned().outputs().get(i);
                var variantText = Texts.get(
                        "lane.variant",
                        output.variant(),
                        output.encoding().format().label());
                return new Job(photo.row(), name, variantText, cell.text(), cell.fraction(), cancelling);
            }
        }
        var stage = cancelling ? Texts.get("cell.cancelling") : Texts.get("cell.decoding");
        return new Job(photo.row(), name, "", stage, photo.decodedFraction(), cancelling);
    }
}
