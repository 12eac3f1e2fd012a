package offprint.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import offprint.engine.EngineFailure;

/// The failures of an export, each with its code, its sentence and what to do about it.
final class Failures {

    private Failures() {}

    static ExportOutcome.Failed of(EngineFailure failure) {
        return new ExportOutcome.Failed(failure.code(), failure.message(), failure.remedy());
    }

    static ExportOutcome.Failed targetIsLink(Path target) {
        return new ExportOutcome.Failed(
                "E-TARGET-SYMLINK",
                "\"" + TargetNames.fileName(target) + "\" is a link to another file, which is never written through.",
                "Remove the link, choose another destination, or let the recipe rename.");
    }

    static ExportOutcome.Failed targetIsNoFile(Path target) {
        return new ExportOutcome.Failed(
                "E-TARGET-FOLDER",
                "\"" + TargetNames.fileName(target) + "\" is there and is a folder or something else than a file.",
                "Choose another file name in the recipe or another destination, or let the recipe rename.");
    }

    static ExportOutcome.Failed targetIsOriginal(Path target) {
        return new ExportOutcome.Failed(
                "E-TARGET-ORIGINAL",
                "\"" + TargetNames.fileName(target) + "\" is an original, and an original is never replaced.",
                "Choose another destination or another file name in the recipe.");
    }

    static ExportOutcome.Failed targetOutside(Path target) {
        return new ExportOutcome.Failed(
                "E-TARGET-OUTSIDE",
                "\"" + target + "\" would lead out of the destination through a link.",
                "Remove the link in the destination, or choose another destination.");
    }

    static ExportOutcome.Failed noFreeName(Path target) {
        return new ExportOutcome.Failed(
                "E-TARGET-NAMES",
                "No free name could be found beside \"" + TargetNames.fileName(target) + "\".",
                "Choose an empty destination, or a file name with more tokens in the recipe.");
    }

    static ExportOutcome.Failed destinationGone(Path destination) {
        return new ExportOutcome.Failed(
                "E-TARGET-GONE",
                "The destination \"" + destination + "\" is not there any more.",
                "Connect its disk again or choose another destination, then retry the failed ones.");
    }

    static ExportOutcome.Failed sourceChanged() {
        return new ExportOutcome.Failed(
                "E-SOURCE-CHANGED",
                "The photo was changed by another program after it was added.",
                "Wait until the other program is done, then retry.");
    }

    static ExportOutcome.Failed verification(String detail) {
        return new ExportOutcome.Failed(
                "E-VERIFY",
                "The written file is not what was promised, so it was thrown away: " + detail,
                "Retry it; if it fails again, choose another format for this variant and report it.");
    }

    static ExportOutcome.Failed noSpace(long neededBytes, long usableBytes) {
        return new ExportOutcome.Failed(
                "E-SPACE",
                "The destination is full: about " + binary(neededBytes) + " are needed and " + binary(usableBytes)
                        + " are free, " + binary(neededBytes - usableBytes) + " short.",
                "Make room or choose another destination, then retry the failed ones.");
    }

    /// What an operation on a target said.
    static ExportOutcome.Failed of(IOException failure) {
        if (isDiskFull(failure)) {
            return of(new EngineFailure.NoSpaceLeft(detail(failure)));
        }
        return of(new EngineFailure.UnwritableTarget(detail(failure)));
    }

    /// What an operation on an original said.
    static ExportOutcome.Failed ofSource(IOException failure) {
        return of(new EngineFailure.UnreadableSource(detail(failure)));
    }

    /// What a task threw: memory that ran out, or a bug.
    static ExportOutcome.Failed thrown(Throwable cause, long estimatedBytes) {
        if (cause instanceof OutOfMemoryError) {
            return of(new EngineFailure.OutOfMemory(estimatedBytes));
        }
        var message = Optional.ofNullable(cause.getMessage()).orElse("no message");
        return new ExportOutcome.Failed(
                "E-INTERNAL",
                "Something unexpected happened: " + cause.getClass().getSimpleName() + ": " + message,
                "Retry it; if it happens again, report it with this text. The other photos are not affected.");
    }

    /// Whether the message is that of a full disk or a used-up quota; Java has no type of its own for it.
    private static boolean isDiskFull(IOException failure) {
        var text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left")
                || text.contains("not enough space")
                || text.contains("disk quota exceeded")
                || text.contains("disk full");
    }

    private static String detail(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "\"" + missing.getFile() + "\" is not there.";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "\"" + denied.getFile() + "\" is not permitted.";
        }
        if (failure instanceof FileSystemException other && other.getReason() != null) {
            return "\"" + other.getFile() + "\": " + other.getReason() + ".";
        }
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
    }

    private static String binary(long bytes) {
        double mib = bytes / (double) (1 << 20);
        return mib < 1
                ? Math.ceilDiv(bytes, 1024) + " KiB"
                : String.format(Locale.ROOT, mib < 10 ? "%.1f MiB" : "%.0f MiB", mib);
    }
}
