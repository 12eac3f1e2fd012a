package offprint.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import offprint.engine.Crops;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.preview.PreviewEvent;
import offprint.preview.PreviewEvent.Certainty;
import offprint.preview.PreviewRequest;
import offprint.preview.PreviewRequest.Wanted;
import offprint.preview.Quality;
import offprint.ui.preview.PreviewPort;

/// Previews of the samples, as an encoder of that quality leaves them. It answers at once, as far as it is told to, and
/// remembers
/// requests and pixels. Any thread may call it.
public final class DemoPreview implements PreviewPort {

    private static final int LOSSLESS = 100;

    public final List<PreviewRequest> requests = new CopyOnWriteArrayList<>();
    public final List<String> cleared = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Pixels> handedOut = new ConcurrentLinkedQueue<>();
    private volatile How how = How.EXACT;
    private volatile Optional<Consumer<PreviewEvent>> waiting = Optional.empty();

    /// How far it answers.
    public enum How {
        NOTHING,
        ONLY_BEFORE,
        ESTIMATE,
        EXACT,
        REFUSED,
        FAILED
    }

    public void answer(How now) {
        how = now;
    }

    /// What the newest request still waits for.
    public void tellNewest(How rest) {
        var request = requests.getLast();
        waiting.ifPresent(listener -> tell(request, listener, rest));
    }

    /// Who waits for the newest answer.
    public Consumer<PreviewEvent> listenerOfNewest() {
        return waiting.orElseThrow();
    }

    public long openPixels() {
        return handedOut.stream().filter(pixels -> !pixels.isClosed()).count();
    }

    public int pixelsMade() {
        return handedOut.size();
    }

    @Override
    public void request(PreviewRequest request, Consumer<PreviewEvent> listener) {
        requests.add(request);
        waiting = Optional.of(listener);
        tell(request, listener, how);
    }

    /// Answers a request, however old it is.
    public void tell(PreviewRequest request, Consumer<PreviewEvent> listener, How upTo) {
        if (upTo == How.NOTHING) {
            return;
        }
        if (upTo == How.FAILED) {
            listener.accept(new PreviewEvent.Failed(new EngineFailure.TruncatedSource("half of it is there.")));
            return;
        }
        if (request.wanted() == Wanted.BEFORE_AND_AFTER) {
            listener.accept(new PreviewEvent.Before(draw(request, LOSSLESS), size(request)));
        }
        int quality = Quality.of(request.encoding()).orElse(LOSSLESS);
        switch (upTo) {
            case ESTIMATE ->
                listener.accept(
                        new PreviewEvent.After(draw(request, quality), bytes(request, quality), Certainty.ESTIMATE));
            case EXACT ->
                listener.accept(
                        new PreviewEvent.After(draw(request, quality), bytes(request, quality), Certainty.EXACT));
            case REFUSED ->
                listener.accept(new PreviewEvent.Failed(new EngineFailure.UnsupportedEncoding(
                        request.encoding().format(), "this libvips has no writer for it.")));
            case NOTHING, ONLY_BEFORE, FAILED -> {}
        }
    }

    private static long bytes(PreviewRequest request, int quality) {
        return Math.round(size(request).pixels() * 0.0016 * quality);
    }

    private static PixelSize size(PreviewRequest request) {
        return switch (request.photo().info()) {
            case EngineResult.Done<SourceInfo> done ->
                request.recipe()
                        .variants()
                        .get(request.variant())
                        .sizing()
                        .sizeFor(done.value().displaySize());
            case EngineResult.Failed<SourceInfo> failed ->
                throw new IllegalStateException(failed.failure().message());
        };
    }

    private Pixels draw(PreviewRequest request, int quality) {
        int seed = (int) (request.photo().bytes() % 1_000);
        var pixels = switch (request.view()) {
            case View.Fitted fitted -> DemoPictures.draw(seed, fitted.boxPx());
            case View.Region region -> {
                try (var whole = DemoPictures.draw(seed, size(request).longEdgePx())) {
                    yield Crops.of(whole, region);
                }
            }
        };
        if (quality < LOSSLESS) {
            DemoPictures.encode(pixels, quality);
        }
        handedOut.add(pixels);
        return pixels;
    }

    @Override
    public void clear() {
        cleared.add("clear");
        waiting = Optional.empty();
    }
}
