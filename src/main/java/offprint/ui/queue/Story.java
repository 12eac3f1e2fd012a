package offprint.ui.queue;

import java.time.Duration;
import java.util.Optional;
import offprint.export.Conduct;
import offprint.export.ExportOutcome;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.VariantProgress;
import offprint.ui.Texts;

/// What is to be said of a photo beside its cells: why it waits, how long it took, why it failed and what to do.
///
/// @param text one line
/// @param remedy a second one; empty if there is none
/// @param tone how it is said
record Story(String text, String remedy, Tone tone) {

    enum Tone {
        PLAIN,
        /// It waits for something.
        AMBER,
        FAILED
    }

    /// Both lines, for the ear and the tooltip.
    String whole() {
        return remedy.isEmpty() ? text : text + "\n" + remedy;
    }

    static Story of(PhotoProgress photo, QueueViewModel model) {
        var failure = Failures.first(photo);
        if (failure.isPresent()) {
            return new Story(
                    failure.get().message(),
                    Texts.get(
                            "detail.remedy", failure.get().code(), failure.get().remedy()),
                    Tone.FAILED);
        }
        return switch (photo.state()) {
            case WAITING, WAITING_FOR_MEMORY -> waiting(photo, model);
            case CANCELLING -> new Story(Texts.get("queue.why.cancelling"), "", Tone.AMBER);
            case CANCELLED -> plain(cancelled(photo));
            case WORKING, DONE, FAILED -> plain(ended(photo));
        };
    }

    private static Story waiting(PhotoProgress photo, QueueViewModel model) {
        var hold = model.conduct().hold();
        if (hold == Conduct.Hold.PAUSED) {
            return new Story(Texts.get("queue.why.paused"), "", Tone.AMBER);
        }
        if (hold == Conduct.Hold.ON_BATTERY) {
            return new Story(Texts.get("queue.why.battery"), "", Tone.AMBER);
        }
        var asked = Optional.ofNullable(model.line().askedBytes().get(photo.row()));
        if (photo.state() == PhotoProgress.State.WAITING_FOR_MEMORY) {
            return new Story(
                    asked.map(bytes -> Texts.get(
                                    "queue.why.memory", Texts.bytes(bytes), Texts.bytes(model.freeMemoryBytes())))
                            .orElseGet(() -> Texts.get("queue.why.someMemory")),
                    "",
                    Tone.AMBER);
        }
        return plain(Texts.get("queue.why.behind", model.ahead(photo.row())));
    }

    private static String cancelled(PhotoProgress photo) {
        return photo.variants().stream()
                .flatMap(variant -> variant.outcome().stream())
                .filter(ExportOutcome.Cancelled.class::isInstance)
                .map(outcome -> ((ExportOutcome.Cancelled) outcome).timeToStop())
                .max(Duration::compareTo)
                .filter(time -> !time.isZero())
                .map(time -> Texts.get("cell.stopped.detail", Texts.millis(time)))
                .orElseGet(() -> Texts.get("queue.why.cancelledBefore"));
    }

    private static String ended(PhotoProgress photo) {
        var skipped = photo.variants().stream()
                .map(VariantProgress::outcome)
                .flatMap(Optional::stream)
                .filter(ExportOutcome.Skipped.class::isInstance)
                .map(outcome -> ((ExportOutcome.Skipped) outcome).reason())
                .findFirst();
        return skipped.orElseGet(() -> photo.elapsed().isZero() ? "" : Texts.elapsed(photo.elapsed()));
    }

    private static Story plain(String text) {
        return new Story(text, "", Tone.PLAIN);
    }
}
