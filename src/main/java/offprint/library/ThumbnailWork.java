package offprint.library;

import java.io.IOException;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.engine.ThumbnailRequest;
import offprint.image.Pixels;
import offprint.image.SourceInfo;

/// Where one thumbnail comes from: the disk, the camera or the photo itself. Blocks, for workers; any of them may call
/// it.
final class ThumbnailWork {

    private static final System.Logger LOG = System.getLogger(ThumbnailWork.class.getName());

    private final Engines engines;
    private final Limits limits;
    private final Optional<ThumbnailCache> cache;

    ThumbnailWork(Engines engines, Limits limits, Optional<ThumbnailCache> cache) {
        this.engines = engines;
        this.limits = limits;
        this.cache = cache;
    }

    /// The sharp one of an earlier time, if it was kept.
    Optional<Pixels> stored(Photo photo, int boxPx) {
        if (cache.isEmpty() || !(photo.info() instanceof EngineResult.Done<SourceInfo> read)) {
            return Optional.empty();
        }
        return key(photo, boxPx, read.value()).flatMap(cache.get()::read);
    }

    /// The camera's small picture.
    EngineResult<Pixels> embedded(Photo photo, int boxPx, CancellationToken cancellation) throws CancelledException {
        return switch (photo.info()) {
            case EngineResult.Failed<SourceInfo> failed -> EngineResult.failed(failed.failure());
            case EngineResult.Done<SourceInfo> read ->
                made(photo, read.value(), boxPx, ThumbnailRequest.Source.EMBEDDED_ONLY, cancellation);
        };
    }

    /// The sharp one, made of the photo and kept for the next time.
    EngineResult<Pixels> sharp(Photo photo, int boxPx, CancellationToken cancellation) throws CancelledException {
        return switch (photo.info()) {
            case EngineResult.Failed<SourceInfo> failed -> EngineResult.failed(failed.failure());
            case EngineResult.Done<SourceInfo> read -> {
                var key = cache.isEmpty() ? Optional.<ThumbnailKey>empty() : key(photo, boxPx, read.value());
                var result = made(photo, read.value(), boxPx, ThumbnailRequest.Source.PICTURE, cancellation);
                if (key.isPresent() && result instanceof EngineResult.Done<Pixels> done) {
                    keep(photo, key.get(), done.value());
                }
                yield result;
            }
        };
    }

    /// Not when the photo has been written meanwhile: then nobody knows which of its states this shows.
    private void keep(Photo photo, ThumbnailKey key, Pixels pixels) {
        try {
            if (key.stillFits(photo.file())) {
                cache.ifPresent(there -> there.write(key, pixels));
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a photo vanished behind its thumbnail", gone);
        }
    }

    private Optional<ThumbnailKey> key(Photo photo, int boxPx, SourceInfo info) {
        try {
            var maker = engines.forReading(info.format()).name();
            return Optional.of(ThumbnailKey.of(photo.file(), boxPx, maker));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Whatever a reader does over a bad file, it costs that file only.
    private EngineResult<Pixels> made(
            Photo photo, SourceInfo info, int boxPx, ThumbnailRequest.Source source, CancellationToken cancellation)
            throws CancelledException {
        var request = new ThumbnailRequest(photo.file(), boxPx, source, limits);
        try {
            return engines.forReading(info.format()).thumbnail(request, cancellation);
        } catch (OutOfMemoryError exhausted) {
            LOG.log(System.Logger.Level.WARNING, "memory ran out over a thumbnail", exhausted);
            return EngineResult.failed(new EngineFailure.OutOfMemory(info.decodedBytes()));
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.log(System.Logger.Level.WARNING, "a reader broke over a thumbnail", bug);
            return EngineResult.failed(new EngineFailure.DamagedSource("its picture could not be understood."));
        }
    }
}
