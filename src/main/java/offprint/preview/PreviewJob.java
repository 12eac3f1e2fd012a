package offprint.preview;

import java.util.function.Consumer;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.EngineResult;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;

/// One request: a task, or two where the exact encoding takes long. It is over when it was told everything, or when a
/// newer request came. Any thread may call it.
final class PreviewJob extends NewestJob {

    private static final System.Logger LOG = System.getLogger(PreviewJob.class.getName());

    private final PreviewRun.Tools tools;
    private final PreviewRequest request;
    private final Consumer<PreviewEvent> listener;

    private volatile Stage stage = Stage.BEGIN;

    private enum Stage {
        BEGIN,
        FINISH,
        OVER
    }

    PreviewJob(PreviewRun.Tools tools, PreviewRequest request, Consumer<PreviewEvent> listener) {
        this.tools = tools;
        this.request = request;
        this.listener = listener;
    }

    @Override
    boolean hasWork() {
        return stage != Stage.OVER;
    }

    @Override
    TaskSpec spec() {
        var name = request.photo().file().getFileName();
        return TaskSpec.of(
                "Preview of " + (name == null ? request.photo().file() : name),
                switch (stage) {
                    case BEGIN -> Priority.INTERACTIVE;
                    case FINISH, OVER -> Priority.NEAR;
                },
                estimatedBytes());
    }

    /// What an export of the photo takes, and the pictures of it.
    private long estimatedBytes() {
        return switch (request.photo().info()) {
            case EngineResult.Failed<SourceInfo> failed -> 0;
            case EngineResult.Done<SourceInfo> done -> {
                var info = done.value();
                long render = PreviewRun.engine(tools.engines(), request, info)
                        .estimateBytes(info, PreviewRun.variants(request, info));
                long pictures = 4 * request.sizeFor(info.displaySize()).pixels() * Pixels.BYTES_PER_PIXEL;
                yield Math.min(render, Long.MAX_VALUE / 2) + Math.min(pictures, Long.MAX_VALUE / 4);
            }
        };
    }

    @Override
    void work() throws CancelledException {
        tools.warm().keepOnly(request.photo());
        var now = stage;
        stage = Stage.OVER;
        try {
            switch (request.photo().info()) {
                case EngineResult.Failed<SourceInfo> failed -> throw new EngineProblem(failed.failure());
                case EngineResult.Done<SourceInfo> done -> work(done.value(), now);
            }
        } catch (EngineProblem problem) {
            tell(new PreviewEvent.Failed(problem.failure()));
        } catch (OutOfMemoryError exhausted) {
            LOG.log(System.Logger.Level.WARNING, "memory ran out over a preview", exhausted);
            tell(new PreviewEvent.Failed(new EngineFailure.OutOfMemory(estimatedBytes())));
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.log(System.Logger.Level.WARNING, "an engine broke over a preview", bug);
            tell(new PreviewEvent.Failed(new EngineFailure.DamagedSource("its picture could not be understood.")));
        }
    }

    private void work(SourceInfo info, Stage now) throws CancelledException, EngineProblem {
        var run = new PreviewRun(tools, request, info, this::tell, token());
        if (now == Stage.FINISH) {
            run.finish();
        } else if (run.begin() == PreviewRun.Ending.TO_BE_FINISHED) {
            stage = Stage.FINISH;
        }
    }

    /// Tells nothing of what nobody wants any more, and lets go of its pixels.
    private void tell(PreviewEvent event) {
        if (!token().isCancelled()) {
            listener.accept(event);
            return;
        }
        switch (event) {
            case PreviewEvent.Before before -> before.pixels().close();
            case PreviewEvent.After after -> after.pixels().close();
            case PreviewEvent.Failed failed -> {}
        }
    }
}
