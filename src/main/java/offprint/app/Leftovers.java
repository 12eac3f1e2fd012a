package offprint.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import offprint.bench.WindowFigures;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.engine.ThumbnailRequest;
import offprint.export.ExportTotals;
import offprint.image.Pixels;

/// Looks at what a cancelled export left in its destination: every file is decoded to its end, or is counted as
/// something that should not be there.
final class Leftovers {

    private static final int BOX_PX = 64;

    private Leftovers() {}

    /// Blocks; decodes.
    static WindowFigures.Stop of(Path destination, ImageEngine engine, double stopMillis, ExportTotals totals) {
        int whole = 0;
        int other = 0;
        try (var files = Files.walk(destination)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (isWhole(file, engine)) {
                    whole++;
                } else {
                    other++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the benchmark's output folder can't be read", e);
        }
        return new WindowFigures.Stop(
                stopMillis, totals.written(), totals.variantsCancelled(), totals.variantsFailed(), whole, other);
    }

    private static boolean isWhole(Path file, ImageEngine engine) {
        var request = new ThumbnailRequest(file, BOX_PX, ThumbnailRequest.Source.PICTURE, Limits.STANDARD);
        try {
            if (engine.thumbnail(request, CancellationToken.never()) instanceof EngineResult.Done<Pixels> done) {
                done.value().close();
                return true;
            }
            return false;
        } catch (CancelledException never) {
            throw new IllegalStateException(never);
        }
    }
}
