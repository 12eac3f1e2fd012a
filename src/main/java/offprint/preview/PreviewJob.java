package offprint.preview;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.engine.ThumbnailRequest;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.pool.Priority;
import offprint.pool.TaskContext;
import offprint.pool.TaskHandle;
import offprint.pool.TaskSpec;

/// One request for a preview. It is over once, whoever comes first: its result, or a newer request. Any thread may call
/// it.
final class PreviewJob {

    private static final System.Logger LOG = System.getLogger(PreviewJob.class.getName());

    private final Engines engines;
    private final Photo photo;
    private final int boxPx;
    private final Limits limits;
    private final Consumer<EngineResult<Pixels>> listener;

    private final CancellationSource source = new CancellationSource();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private volatile Optional<TaskHandle<Boolean>> handle = Optional.empty();

    PreviewJob(Engines engines, Photo photo, int boxPx, Limits limits, Consumer<EngineResult<Pixels>> listener) {
        this.engines = engines;
        this.photo = photo;
        this.boxPx = boxPx;
        this.limits = limits;
        this.listener = listener;
    }

    /// Whether the caller is the one to bring it into the pool.
    boolean claimSubmission() {
        return claimed.compareAndSet(false, true);
    }

    /// It could not be brought into the pool; somebody else may try.
    void returnSubmission() {
        claimed.set(false);
    }

    void submitted(TaskHandle<Boolean> taken) {
        handle = Optional.of(taken);
        if (source.token().isCancelled()) {
            taken.cancel();
        }
    }

    /// Something newer is wanted: leaves the pool at once when it waits, stops when it runs, and is never told.
    void supersede() {
        over.set(true);
        source.cancel();
        handle.ifPresent(TaskHandle::cancel);
    }

    TaskSpec spec() {
        var name = photo.file().getFileName();
        return TaskSpec.of(
                "Preview of " + (name == null ? photo.file() : name), Priority.INTERACTIVE, estimatedBytes());
    }

    /// The picture as decoded, or at half its size where a JPEG allows that, and the preview itself twice.
    private long estimatedBytes() {
        long box = 2L * boxPx * boxPx * Pixels.BYTES_PER_PIXEL;
        return switch (photo.info()) {
            case EngineResult.Failed<SourceInfo> failed -> 0;
            case EngineResult.Done<SourceInfo> done ->
                box + Math.min(done.value().decodedBytes(), Long.MAX_VALUE / 2);
        };
    }

    boolean run(TaskContext context) throws CancelledException {
        var poolsCancel = context.cancellation().onCancel(source::cancel);
        try {
            source.token().throwIfCancelled();
            tell(render());
            return true;
        } catch (CancelledException cancelled) {
            if (context.cancellation().isCancelled()) {
                throw cancelled;
            }
            return false;
        } finally {
            poolsCancel.close();
        }
    }

    private EngineResult<Pixels> render() throws CancelledException {
        return switch (photo.info()) {
            case EngineResult.Failed<SourceInfo> failed -> EngineResult.failed(failed.failure());
            case EngineResult.Done<SourceInfo> done -> render(done.value());
        };
    }

    private EngineResult<Pixels> render(SourceInfo info) throws CancelledException {
        var request = new ThumbnailRequest(photo.file(), boxPx, ThumbnailRequest.Source.PICTURE, limits);
        try {
            return engines.forReading(info.format()).thumbnail(request, source.token());
        } catch (OutOfMemoryError exhausted) {
            LOG.log(System.Logger.Level.WARNING, "memory ran out over a preview", exhausted);
            return EngineResult.failed(new EngineFailure.OutOfMemory(estimatedBytes()));
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.log(System.Logger.Level.WARNING, "a reader broke over a preview", bug);
            return EngineResult.failed(new EngineFailure.DamagedSource("its picture could not be understood."));
        }
    }

    private void tell(EngineResult<Pixels> result) {
        if (over.compareAndSet(false, true)) {
            listener.accept(result);
        } else if (result instanceof EngineResult.Done<Pixels> unwanted) {
            unwanted.value().close();
        }
    }
}
