package offprint.engine.header;

import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Limits;
import offprint.image.SourceInfo;

/// Judges what a header claims before anything is allocated.
public final class Claims {

    /// A source that claims more pixels a byte than this is no photograph: PNG and WebP reach a few thousand on plain
    /// areas.
    private static final long MAX_PIXELS_PER_BYTE = 50_000;

    private static final long SUSPICIOUS_PIXELS = 50_000_000;

    private Claims() {}

    /// Fails when the picture is larger than the limits allow, or larger than a file of its length can hold.
    ///
    /// @param fileBytes length of the file
    /// @param estimatedBytes memory that the work will need
    public static void require(SourceInfo info, long fileBytes, Limits limits, long estimatedBytes)
            throws EngineProblem {
        long pixels = info.storedSize().pixels();
        if (pixels > limits.maxPixels()) {
            throw new EngineProblem(new EngineFailure.OverPixelLimit(info.storedSize(), limits.maxPixels()));
        }
        if (estimatedBytes > limits.maxBytes()) {
            throw new EngineProblem(new EngineFailure.OverByteLimit(estimatedBytes, limits.maxBytes()));
        }
        if (pixels > SUSPICIOUS_PIXELS && pixels / Math.max(1, fileBytes) > MAX_PIXELS_PER_BYTE) {
            throw new EngineProblem(new EngineFailure.DamagedSource(
                    "its header claims " + info.storedSize() + " px, but the file has " + fileBytes + " bytes"));
        }
    }
}
