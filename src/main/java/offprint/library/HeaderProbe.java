package offprint.library;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.image.ImageFormat;
import offprint.image.SourceInfo;

/// Reads what a file's header says, with the engine that its first bytes call for. Whatever a reader does over a bad
/// file, it costs that file only.
///
/// Any worker may call it.
final class HeaderProbe {

    private static final System.Logger LOG = System.getLogger(HeaderProbe.class.getName());

    private final Engines engines;

    HeaderProbe(Engines engines) {
        this.engines = engines;
    }

    Photo photo(Candidate candidate, CancellationToken cancellation) throws CancelledException {
        return new Photo(
                candidate.file(),
                candidate.dropRoot(),
                candidate.bytes(),
                candidate.modifiedAt(),
                info(candidate.file(), cancellation));
    }

    private EngineResult<SourceInfo> info(Path file, CancellationToken cancellation) throws CancelledException {
        cancellation.throwIfCancelled();
        try {
            var engine = ImageFormat.sniff(head(file))
                    .map(engines::forReading)
                    .orElse(engines.all().getFirst());
            return engine.probe(file, cancellation);
        } catch (IOException failure) {
            return EngineResult.failed(new EngineFailure.UnreadableSource(reason(failure)));
        } catch (OutOfMemoryError exhausted) {
            LOG.log(System.Logger.Level.WARNING, "memory ran out over the header of " + file, exhausted);
            return EngineResult.failed(new EngineFailure.OutOfMemory(0));
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.log(System.Logger.Level.WARNING, "a reader broke over the header of " + file, bug);
            return EngineResult.failed(new EngineFailure.DamagedSource("its header could not be understood."));
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(ImageFormat.SNIFF_BYTES);
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it is not there any more.";
        }
        if (failure instanceof AccessDeniedException) {
            return "you may not read it.";
        }
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
