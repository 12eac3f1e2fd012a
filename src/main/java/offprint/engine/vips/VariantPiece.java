package offprint.engine.vips;

import java.util.List;
import java.util.Optional;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.RenderEvents;
import offprint.engine.Stop;
import offprint.engine.VariantResult;

/// The encoding of one variant; may run on another worker than the render. It never throws: its end is told to the
/// render as a value, and a bug is kept for [#rethrow].
final class VariantPiece implements Runnable, AutoCloseable {

    private final VipsRendering rendering;
    private final int index;
    private final VipsImage source;
    private final Saving.Beside beside;
    private final Colouring colouring;
    private volatile Optional<Throwable> bug = Optional.empty();

    /// @param source what the variant is made from, taken over
    VariantPiece(VipsRendering rendering, int index, VipsImage source, Saving.Beside beside, Colouring colouring) {
        this.rendering = rendering;
        this.index = index;
        this.source = source;
        this.beside = beside;
        this.colouring = colouring;
    }

    @Override
    public void run() {
        try {
            var result = result();
            if (!rendering.cancellation().photo().isCancelled()) {
                rendering.finish(index, result);
            }
        } catch (Throwable thrown) {
            // Kept, not lost: the render throws it on its own thread.
            bug = Optional.of(thrown);
        } finally {
            close();
        }
    }

    private VariantResult result() {
        var cancellation = rendering.cancellation();
        var stop = Stop.onEither(cancellation.photo(), cancellation.variants().get(index));
        var variant = rendering.request().variants().get(index);
        long estimate =
                VipsBounds.estimate(rendering.info(), rendering.request().variants());
        try {
            stop.check();
            return encoded(stop);
        } catch (CancelledException cancelled) {
            return new VariantResult.VariantCancelled();
        } catch (EngineProblem problem) {
            return new VariantResult.VariantFailed(problem.failure());
        } catch (VipsException failure) {
            return new VariantResult.VariantFailed(
                    VipsFailures.ofEncoding(variant.encoding().format(), variant.partialFile(), failure, estimate));
        } catch (OutOfMemoryError full) {
            return new VariantResult.VariantFailed(new EngineFailure.OutOfMemory(estimate));
        }
    }

    private VariantResult encoded(Stop stop) throws VipsException, EngineProblem, CancelledException {
        rendering.listener().encoding(index);
        var variant = rendering.request().variants().get(index);
        var cancellation = rendering.cancellation();
        var tools = rendering.tools();
        boolean needsSrgb = colouring.mustBecomeSrgb(variant.encoding().format(), source);
        var event = new RenderEvents.Encode();
        event.begin();
        var control = new Control(
                stop,
                List.of(cancellation.photo(), cancellation.variants().get(index)),
                fraction -> rendering.listener().encodeProgress(index, fraction));
        long bytes = tools.saving()
                .write(
                        source,
                        image -> colouring.shaped(tools.vips(), image, variant.size(), needsSrgb),
                        variant.encoding(),
                        needsSrgb ? new Saving.Beside(beside.exif(), Optional.empty()) : beside,
                        variant.partialFile(),
                        control);
        event.bytes = bytes;
        event.pixels = variant.size().pixels();
        event.commit();
        return new VariantResult.Rendered(variant.size(), bytes);
    }

    /// Throws the first bug that a piece met.
    static void rethrow(List<VariantPiece> pieces) {
        for (var piece : pieces) {
            var thrown = piece.bug;
            if (thrown.isPresent()) {
                throw new IllegalStateException("a variant's work broke off", thrown.get());
            }
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
