package offprint.ui.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.image.Image;
import javafx.util.Duration;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.library.Photo;
import offprint.library.Thumbnail;
import offprint.library.Thumbnail.Sharpness;
import offprint.pool.Priority;
import offprint.ui.FxThread;
import offprint.ui.Mailbox;
import offprint.ui.ScreenImage;

/// Fetches thumbnails for what is on screen and keeps those used last; what scrolls away is cancelled. Fetches those
/// that cost little for what is off screen too, as long as there is room to keep them. Belongs to the FX thread.
final class ThumbnailLoader {

    static final long CACHE_BYTES = 256L << 20;

    /// What is fetched ahead leaves this much room for what is looked at.
    private static final long AHEAD_BYTES = CACHE_BYTES / 4 * 3;

    /// A sharp picture for a photo that shows one already is asked for when nothing has scrolled for so long: asking
    /// for what flies past, and cancelling it, would cost more than showing it (docs/decisions/0019).
    static final Duration REST = Duration.millis(80);

    /// So many photos that flew past without a picture say that nobody looks at the next one either before the rest.
    static final int FLYING = 24;

    private final ThumbnailPort port;
    private final ImageCache<Kept> cache =
            new ImageCache<>(CACHE_BYTES, kept -> kept.image().letGo());
    private final Mailbox<Letter> mailbox;
    private final Map<Request, Photo> waitingForRest = new LinkedHashMap<>();
    private final PauseTransition rest = new PauseTransition(REST);
    private int flownPast;
    private CancellationSource ahead = new CancellationSource();

    private record Kept(ScreenImage image, Sharpness sharpness) {}

    private record Letter(Request request, ScreenImage image, Sharpness sharpness) {}

    /// A wish for one thumbnail, and the picture that it was given; closing it cancels the work and lets go of the
    /// picture, which must leave the scene then.
    final class Request implements AutoCloseable {
        private final ImageCache.Key key;
        private final Consumer<Image> receiver;
        private final CancellationSource cancellation;
        private Optional<ScreenImage> held = Optional.empty();

        private Request(ImageCache.Key key, Consumer<Image> receiver, CancellationSource cancellation) {
            this.key = key;
            this.receiver = receiver;
            this.cancellation = cancellation;
        }

        @Override
        public void close() {
            waitingForRest.remove(this);
            if (held.isEmpty() && !token().isCancelled()) {
                flownPast++;
                rest.playFromStart();
            }
            cancellation.cancel();
            held.ifPresent(ScreenImage::letGo);
            held = Optional.empty();
        }

        private void give(ScreenImage image) {
            var before = held;
            held = Optional.of(image.hold());
            receiver.accept(image.image());
            before.ifPresent(ScreenImage::letGo);
        }

        private CancellationToken token() {
            return cancellation.token();
        }
    }

    ThumbnailLoader(ThumbnailPort port, FxThread fx) {
        this.port = port;
        this.mailbox = fx.mailbox(this::deliver);
        rest.setOnFinished(ignored -> askWaiting());
    }

    /// Shows a thumbnail: the one that is kept at once, and a sharp one soon after, or at [#REST]. The receiver is
    /// called here or later, perhaps twice, never after the request was closed.
    Request request(Photo photo, int boxPx, Consumer<Image> receiver) {
        var request = new Request(new ImageCache.Key(photo.file(), boxPx), receiver, new CancellationSource());
        var known = cache.get(request.key);
        known.ifPresent(kept -> request.give(kept.image()));
        if (known.isEmpty() && flownPast < FLYING) {
            ask(photo, Priority.INTERACTIVE, request);
        } else if (known.filter(kept -> kept.sharpness() == Sharpness.SHARP).isEmpty()) {
            waitingForRest.put(request, photo);
            rest.playFromStart();
        }
        return request;
    }

    private void askWaiting() {
        flownPast = 0;
        waitingForRest.forEach((request, photo) -> ask(photo, Priority.INTERACTIVE, request));
        waitingForRest.clear();
    }

    /// Whether nothing better follows than what is kept.
    boolean isSharp(Photo photo, int boxPx) {
        return cache.get(new ImageCache.Key(photo.file(), boxPx))
                .filter(known -> known.sharpness() == Sharpness.SHARP)
                .isPresent();
    }

    /// Fetches what costs little for photos that may be scrolled to.
    void loadAhead(List<Photo> photos, int boxPx) {
        for (var photo : photos) {
            if (cache.bytes() >= AHEAD_BYTES) {
                return;
            }
            ask(photo, Priority.NEAR, new Request(new ImageCache.Key(photo.file(), boxPx), image -> {}, ahead));
        }
    }

    /// What was fetched ahead is of the wrong size now.
    void stopLoadingAhead() {
        ahead.cancel();
        ahead = new CancellationSource();
    }

    /// Pictures that are kept.
    int loaded() {
        return cache.size();
    }

    private void ask(Photo photo, Priority priority, Request request) {
        port.request(photo, request.key.boxPx(), priority, result -> arrived(request, result), request.token());
    }

    /// On a worker.
    private void arrived(Request request, EngineResult<Thumbnail> result) {
        switch (result) {
            case EngineResult.Done<Thumbnail> done ->
                mailbox.offer(new Letter(
                        request,
                        ScreenImage.of(done.value().pixels()),
                        done.value().sharpness()));
            case EngineResult.Failed<Thumbnail> failed -> ignore(failed.failure());
        }
    }

    /// A photo without a thumbnail stays a grey ground; why it can't be read stands on its badge, or comes with its
    /// export.
    private static void ignore(EngineFailure failure) {
        System.getLogger(ThumbnailLoader.class.getName())
                .log(System.Logger.Level.DEBUG, "no thumbnail: {0}", failure.code());
    }

    private void deliver(List<Letter> letters) {
        for (var letter : letters) {
            var request = letter.request();
            var kept = cache.get(request.key);
            boolean better = kept.isEmpty() || letter.sharpness() == Sharpness.SHARP;
            var image = better ? letter.image() : kept.get().image();
            if (!request.token().isCancelled()) {
                request.give(image);
            }
            if (better) {
                cache.put(request.key, new Kept(image, letter.sharpness()), image.byteSize());
            } else {
                letter.image().letGo();
            }
        }
        if (cache.bytes() >= AHEAD_BYTES) {
            stopLoadingAhead();
        }
    }
}
