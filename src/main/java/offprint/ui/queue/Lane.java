package offprint.ui.queue;

import java.util.Optional;
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

    static Lane of(PhotoProgress photo) {
        return new Lane(photo.workerNumber().orElse(0), Optional.of(job(photo)));
    }

    private static Job job(PhotoProgress photo) {
        var name = Texts.fileName(photo.planned().photo().file());
        boolean cancelling = photo.state() == PhotoProgress.State.CANCELLING;
        for (int i = 0; i < photo.variants().size(); i++) {
            var variant = photo.variants().get(i);
            var stage = variant.stage();
            if (stage == Stage.RESIZING || stage == Stage.ENCODING || stage == Stage.WRITING) {
                var cell = CellView.of(photo, i);
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
