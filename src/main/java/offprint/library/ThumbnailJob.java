package offprint.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.ThumbnailRequest;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.library.Thumbnail.Sharpness;
import offprint.pool.Priority;

/// One thumbnail to make, and everybody who asked for it. It is cancelled when all of them have gone. Guarded by the
/// lock of its [ThumbnailQueue], but for [#tell], which runs on a worker.
final class ThumbnailJob {

    private static final System.Logger LOG = System.getLogger(ThumbnailJob.class.getName());

    /// Rows and tables of a decoder beside the picture itself.
    private static final long DECODER_BYTES = 4 << 20;

    private final Photo photo;
    private final int boxPx;
    private final CancellationSource source = new CancellationSource();
    private final List<ThumbnailAsker> askers = new ArrayList<>();
    private final List<CancellationToken.Registration> registrations = new ArrayList<>();
    private Priority priority;
    private boolean ended;
    private ThumbnailRequest.Source phase = ThumbnailRequest.Source.EMBEDDED_ONLY;

    ThumbnailJob(Photo photo, int boxPx, Priority priority) {
        this.photo = photo;
        this.boxPx = boxPx;
        this.priority = priority;
    }

    /// Which thumbnail: the same photo at the same size is the same job.
    record Key(Path file, int boxPx) {}

    Key key() {
        return new Key(photo.file(), boxPx);
    }

    Photo photo() {
        return photo;
    }

    int boxPx() {
        return boxPx;
    }

    Priority priority() {
        return priority;
    }

    ThumbnailRequest.Source phase() {
        return phase;
    }

    /// What is to be made next is the sharp one.
    void sharpen() {
        phase = ThumbnailRequest.Source.PICTURE;
    }

    CancellationToken cancellation() {
        return source.token();
    }

    void cancel() {
        source.cancel();
    }

    void join(ThumbnailAsker asker, Priority wanted) {
        askers.add(asker);
        if (wanted.compareTo(priority) < 0) {
            priority = wanted;
        }
    }

    /// Keeps an asker's registration until the end.
    ///
    /// @return whether it has not ended yet; if it has, the caller closes the registration
    boolean keep(CancellationToken.Registration registration) {
        if (!ended) {
            registrations.add(registration);
        }
        return !ended;
    }

    /// Nothing more comes of it.
    ///
    /// @return the registrations, for the caller to close
    List<CancellationToken.Registration> end() {
        ended = true;
        var all = List.copyOf(registrations);
        registrations.clear();
        return all;
    }

    List<ThumbnailAsker> askers() {
        return List.copyOf(askers);
    }

    boolean isWanted() {
        return askers.stream().anyMatch(asker -> !asker.isGone());
    }

    /// Estimate for admission. A JPEG is read at a fraction of its size, for which an eighth of its raster is plenty;
    /// the others are decoded as a whole.
    long estimatedBytes() {
        long box = 4L * boxPx * boxPx * Pixels.BYTES_PER_PIXEL + DECODER_BYTES;
        return switch (photo.info()) {
            case EngineResult.Failed<SourceInfo> failed -> DECODER_BYTES;
            case EngineResult.Done<SourceInfo> done ->
                switch (phase) {
                    case EMBEDDED_ONLY -> DECODER_BYTES;
                    case PICTURE -> box + decodedBytes(done.value());
                };
        };
    }

    private static long decodedBytes(SourceInfo info) {
        return switch (info.format()) {
            case JPEG, RAW -> info.decodedBytes() / 8;
            case PNG, TIFF, WEBP, AVIF, HEIC, JXL, GIF, BMP, PSD -> Math.min(info.decodedBytes(), Long.MAX_VALUE / 2);
        };
    }

    /// Gives each asker that is still there its own picture, and closes what nobody takes.
    static void tell(List<ThumbnailAsker> askers, EngineResult<Pixels> result, Sharpness sharpness) {
        var here = askers.stream().filter(asker -> !asker.isGone()).toList();
        switch (result) {
            case EngineResult.Failed<Pixels> failed -> fail(here, failed.failure());
            case EngineResult.Done<Pixels> done -> {
                if (here.isEmpty()) {
                    done.value().close();
                    return;
                }
                var copies = new ArrayList<Pixels>();
                for (int i = 1; i < here.size(); i++) {
                    copies.add(copyOf(done.value()));
                }
                copies.add(done.value());
                for (int i = 0; i < here.size(); i++) {
                    tell(here.get(i), EngineResult.done(new Thumbnail(copies.get(i), sharpness)));
                }
            }
        }
    }

    private static void fail(List<ThumbnailAsker> here, EngineFailure failure) {
        here.forEach(asker -> tell(asker, EngineResult.failed(failure)));
    }

    private static void tell(ThumbnailAsker asker, EngineResult<Thumbnail> result) {
        try {
            asker.listener().accept(result);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "a listener of a thumbnail broke", bug);
        }
    }

    private static Pixels copyOf(Pixels pixels) {
        PixelSize size = pixels.size();
        var copy = Pixels.allocate(size);
        copy.segment().copyFrom(pixels.segment());
        return copy;
    }
}
