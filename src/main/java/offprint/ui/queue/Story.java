package offprint.ui.queue;

import java.time.Duration;
import java.util.Optional;
import offprint.export.Conduct;
import offprint.export.ExportOutcome;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.VariantProgress;
import offprint.ui.FailureText;
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

    /// What a waiting photo waits for; of one that does not wait, nothing.
    ///
    /// @param hold of all photos
    /// @param askedBytes of memory, if it is next and does not fit
    /// @param freeBytes of memory then
    /// @param ahead how many go first
    record Waits(Conduct.Hold hold, Optional<Long> askedBytes, long freeBytes, int ahead) {

        private static final Waits FOR_NOTHING = new Waits(Conduct.Hold.NONE, Optional.empty(), 0, 0);

        static Waits of(PhotoProgress photo, QueueViewModel model) {
            return switch (photo.state()) {
                case WAITING, WAITING_FOR_MEMORY -> {
                    var asked = Optional.ofNullable(model.line().askedBytes().get(photo.row()));
                    yield new Waits(
                            model.conduct().hold(),
                            asked,
                            asked.isPresent() ? model.freeMemoryBytes() : 0,
                            model.ahead(photo.row()));
                }
                case WORKING, CANCELLING, DONE, FAILED, CANCELLED -> FOR_NOTHING;
            };
        }
    }

    static Story of(PhotoProgress photo, Waits waits) {
        var failure = Failures.first(photo);
        if (failure.isPresent()) {
            var text = FailureText.of(failure.get());
            return new Story(text.message(), Texts.get("detail.remedy", text.code(), text.remedy()), Tone.FAILED);
        }
        return switch (photo.state()) {
            case WAITING, WAITING_FOR_MEMORY -> waiting(photo, waits);
            case CANCELLING -> new Story(Texts.get("queue.why.cancelling"), "", Tone.AMBER);
            case CANCELLED -> plain(cancelled(photo));
            case WORKING, DONE, FAILED -> plain(ended(photo));
        };
    }

    private static Story waiting(PhotoProgress photo, Waits waits) {
        if (waits.hold() == Conduct.Hold.PAUSED) {
            return new Story(Texts.get("queue.why.paused"), "", Tone.AMBER);
        }
        if (waits.hold() == Conduct.Hold.ON_BATTERY) {
            return new Story(Texts.get("queue.why.battery"), "", Tone.AMBER);
        }
        if (photo.state() == PhotoProgress.State.WAITING_FOR_MEMORY) {
            return new Story(
                    waits.askedBytes()
                            .map(bytes ->
                                    Texts.get("queue.why.memory", Texts.bytes(bytes), Texts.bytes(waits.freeBytes())))
                            .orElseGet(() -> Texts.get("queue.why.someMemory")),
                    "",
                    Tone.AMBER);
        }
        return plain(Texts.get("queue.why.behind", waits.ahead()));
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
