package offprint.ui.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
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
/// @param time how long it has taken so far, or in all; empty where nothing was done
record Story(String text, String remedy, Tone tone, String time) {

    enum Tone {
        PLAIN,
        /// It waits for something.
        AMBER,
        FAILED
    }

    /// All of it, for the ear and the tooltip.
    String whole() {
        var first = Stream.of(text, time).filter(part -> !part.isEmpty()).toList();
        return remedy.isEmpty() ? Texts.list(first) : Texts.list(first) + "\n" + remedy;
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
            return new Story(
                    text.message(), Texts.get("detail.remedy", text.code(), text.remedy()), Tone.FAILED, time(photo));
        }
        return switch (photo.state()) {
            case WAITING, WAITING_FOR_MEMORY -> waiting(photo, waits);
            case CANCELLING -> amber(Texts.get("queue.why.cancelling"));
            case CANCELLED -> plain(cancelled(photo));
            case WORKING -> new Story(Texts.get("badge.working"), "", Tone.PLAIN, time(photo));
            case DONE, FAILED -> new Story(ended(photo), "", Tone.PLAIN, time(photo));
        };
    }

    private static Story waiting(PhotoProgress photo, Waits waits) {
        if (waits.hold() == Conduct.Hold.PAUSED) {
            return amber(Texts.get("queue.why.paused"));
        }
        if (waits.hold() == Conduct.Hold.ON_BATTERY) {
            return amber(Texts.get("queue.why.battery"));
        }
        if (photo.state() == PhotoProgress.State.WAITING_FOR_MEMORY) {
            return amber(waits.askedBytes()
                    .map(bytes -> Texts.get("queue.why.memory", Texts.bytes(bytes), Texts.bytes(waits.freeBytes())))
                    .orElseGet(() -> Texts.get("queue.why.someMemory")));
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
        return skipped.orElseGet(() -> photo.state() == PhotoProgress.State.DONE ? Texts.get("badge.done") : "");
    }

    private static String time(PhotoProgress photo) {
        return photo.elapsed().isZero() ? "" : Texts.elapsed(photo.elapsed());
    }

    private static Story plain(String text) {
        return new Story(text, "", Tone.PLAIN, "");
    }

    private static Story amber(String text) {
        return new Story(text, "", Tone.AMBER, "");
    }
}
