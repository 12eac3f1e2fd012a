package offprint.engine.embedded;

import java.io.EOFException;
import java.util.Locale;
import java.util.Optional;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.image.ImageFormat;

/// Turns what third-party codecs throw into failures by whose fault it is.
final class Failures {

    private Failures() {}

    /// What a reader threw. A codec that runs into its own checks on hostile bytes has met a damaged source.
    static EngineProblem ofDecoding(Throwable thrown, Expected estimate) {
        if (thrown instanceof EngineProblem problem) {
            return problem;
        }
        if (thrown instanceof OutOfMemoryError) {
            return new EngineProblem(new EngineFailure.OutOfMemory(estimate.bytes()), thrown);
        }
        if (thrown instanceof AbortableInput.SourceUnreadableException) {
            return new EngineProblem(new EngineFailure.UnreadableSource(textOf(thrown)), thrown);
        }
        var text = textOf(thrown);
        boolean cut = thrown instanceof EOFException
                || thrown.getCause() instanceof EOFException
                || text.toLowerCase(Locale.ROOT).contains("unexpected end of");
        return new EngineProblem(
                cut ? new EngineFailure.TruncatedSource(text) : new EngineFailure.DamagedSource(text), thrown);
    }

    /// What a writer threw.
    static EngineFailure ofEncoding(ImageFormat format, Throwable thrown, Expected estimate) {
        if (thrown instanceof EngineProblem problem) {
            return problem.failure();
        }
        if (thrown instanceof OutOfMemoryError) {
            return new EngineFailure.OutOfMemory(estimate.bytes());
        }
        for (var cause = Optional.of(thrown);
                cause.isPresent();
                cause = Optional.ofNullable(cause.get().getCause())) {
            if (cause.get() instanceof AbortableOutput.TargetUnwritableException) {
                return EngineFailure.ofRefusedWrite(textOf(cause.get()));
            }
        }
        return new EngineFailure.EncodeFailed(format, textOf(thrown));
    }

    static String textOf(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage())
                .filter(text -> !text.isBlank())
                .orElseGet(() -> thrown.getClass().getSimpleName());
    }

    /// The bytes that were expected to do, for the message when memory ran out.
    record Expected(long bytes) {}
}
