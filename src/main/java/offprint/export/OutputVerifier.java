package offprint.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.SourceInfo;
import offprint.recipe.MetadataPolicy;

/// Reads a written file back: what leaves is what was promised.
final class OutputVerifier {

    private final Engines engines;

    OutputVerifier(Engines engines) {
        this.engines = engines;
    }

    /// What is wrong with a complete partial file, or empty when it keeps its promises.
    Optional<ExportOutcome.Failed> verify(
            Path partial, PlannedOutput planned, MetadataPolicy policy, CancellationToken cancellation)
            throws IOException, CancelledException {
        var format = planned.encoding().format();
        if (Files.size(partial) == 0) {
            return wrong("it is empty");
        }
        var sniffed = ImageFormat.sniff(head(partial));
        if (sniffed.isEmpty() || sniffed.get() != format) {
            return wrong("it is not a " + format.label() + " file");
        }
        var engine = engines.forReading(format);
        if (!engine.capabilities().reads(format)) {
            // Written by an engine that can't read it, and no other can: the signature is all that there is to check.
            return Optional.empty();
        }
        return switch (engine.probe(partial, cancellation)) {
            case EngineResult.Failed<SourceInfo> failed ->
                wrong("it can't be read back (" + failed.failure().code() + ")");
            case EngineResult.Done<SourceInfo> done -> compare(done.value(), planned, policy);
        };
    }

    private static Optional<ExportOutcome.Failed> compare(
            SourceInfo info, PlannedOutput planned, MetadataPolicy policy) {
        if (info.format() != planned.encoding().format()) {
            return wrong("it is " + info.format().label());
        }
        if (!info.storedSize().equals(planned.size())) {
            return wrong("it has " + info.storedSize() + " px instead of " + planned.size());
        }
        if (info.orientation() != Orientation.UPRIGHT) {
            return wrong("it says that it must be turned, though its pixels are upright");
        }
        if (info.hasGps() && !policy.keeps(MetadataPolicy.Group.GPS)) {
            return wrong("it still holds the position where it was taken");
        }
        return Optional.empty();
    }

    private static byte[] head(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(ImageFormat.SNIFF_BYTES);
        }
    }

    private static Optional<ExportOutcome.Failed> wrong(String detail) {
        return Optional.of(Failures.verification(detail + "."));
    }
}
