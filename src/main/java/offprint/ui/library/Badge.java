package offprint.ui.library;

import java.util.Locale;
import offprint.engine.EngineResult;
import offprint.export.PhotoProgress;
import offprint.library.Photo;
import offprint.ui.FailureText;
import offprint.ui.Texts;

/// The small sign of state on a thumbnail.
///
/// @param kind what it says
/// @param fraction 0–1 of the thin bar below the thumbnail while it is worked on; below 0: no bar
/// @param detail in words, for the tooltip and the ear; may be empty
public record Badge(Kind kind, double fraction, String detail) {

    /// The looks of a badge; each is also a style class in lower case.
    public enum Kind {
        NONE,
        WAITING,
        MEMORY,
        WORKING,
        CANCELLING,
        DONE,
        FAILED,
        CANCELLED;

        /// The lower, the sooner it needs a look: failed, at work, waiting, stopped, not begun, done.
        int urgency() {
            return switch (this) {
                case FAILED -> 0;
                case CANCELLING -> 1;
                case WORKING -> 2;
                case MEMORY -> 3;
                case WAITING -> 4;
                case CANCELLED -> 5;
                case NONE -> 6;
                case DONE -> 7;
            };
        }

        String styleClass() {
            return "badge-" + name().toLowerCase(Locale.ROOT);
        }
    }

    static final Badge NONE = new Badge(Kind.NONE, -1, "");

    // the same for ten thousand photos
    private static final Badge WAITING = new Badge(Kind.WAITING, -1, Texts.get("cell.waiting"));
    private static final Badge CANCELLED = new Badge(Kind.CANCELLED, -1, Texts.get("cell.cancelled"));
    private static final Badge DONE = new Badge(Kind.DONE, -1, Texts.get("badge.done"));

    /// What is known before any export: whether the photo could be read.
    static Badge of(Photo photo) {
        return switch (photo.info()) {
            case EngineResult.Done<?> ignored -> NONE;
            case EngineResult.Failed<?> failed ->
                new Badge(Kind.FAILED, -1, FailureText.of(failed.failure()).whole());
        };
    }

    /// What an export says.
    static Badge of(PhotoProgress progress) {
        return switch (progress.state()) {
            case WAITING -> WAITING;
            case WAITING_FOR_MEMORY -> new Badge(Kind.MEMORY, -1, Texts.get("cell.memory"));
            case WORKING -> new Badge(Kind.WORKING, progress.fraction(), Texts.get("badge.working"));
            case CANCELLING -> new Badge(Kind.CANCELLING, -1, Texts.get("cell.cancelling"));
            case DONE -> DONE;
            case FAILED -> new Badge(Kind.FAILED, -1, failureText(progress));
            case CANCELLED -> CANCELLED;
        };
    }

    private static String failureText(PhotoProgress progress) {
        return offprint.ui.queue.Failures.first(progress)
                .map(failed -> FailureText.of(failed).whole())
                .orElse(Texts.get("badge.failed"));
    }
}
