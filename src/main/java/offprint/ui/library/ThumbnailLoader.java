package offprint.ui.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import offprint.cancel.CancellationSource;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.image.Pixels;
import offprint.library.Photo;
import offprint.pool.Priority;
import offprint.ui.FxThread;
import offprint.ui.Mailbox;
import offprint.ui.ScreenImage;

/// Fetches thumbnails for what is on screen and keeps those used last; what scrolls away is cancelled.
final class ThumbnailLoader {

    static final long CACHE_BYTES = 256L << 20;

    private final ThumbnailPort port;
    private final ImageCache<Image> cache = new ImageCache<>(CACHE_BYTES);
    private final Mailbox<Letter> mailbox;

    private record Letter(Request request, ScreenImage image) {}

    /// A wish for one thumbnail; closing it cancels the work.
    static final class Request implements AutoCloseable {
        private final ImageCache.Key key;
        private final Consumer<Image> receiver;
        private final CancellationSource cancellation = new CancellationSource();

        private Request(ImageCache.Key key, Consumer<Image> receiver) {
            this.key = key;
            this.receiver = receiver;
        }

        @Override
        public void close() {
            cancellation.cancel();
        }
    }

    ThumbnailLoader(ThumbnailPort port, FxThread fx) {
        this.port = port;
        this.mailbox = fx.mailbox(this::deliver);
    }

    Optional<Image> cached(Photo photo, int boxPx) {
        return cache.get(new ImageCache.Key(photo.file(), boxPx));
    }

    /// Asks for a thumbnail; the receiver is called on the FX thread, perhaps twice, never after the request was
    /// closed.
    Request request(Photo photo, int boxPx, Consumer<Image> receiver) {
        var request = new Request(new ImageCache.Key(photo.file(), boxPx), receiver);
        port.request(
                photo, boxPx, Priority.INTERACTIVE, result -> arrived(request, result), request.cancellation.token());
        return request;
    }

    private void arrived(Request request, EngineResult<Pixels> result) {
        switch (result) {
            case EngineResult.Done<Pixels> done ->
                mailbox.offer(new Letter(request, ScreenImage.takeOver(done.value())));
            case EngineResult.Failed<Pixels> failed -> ignore(failed.failure());
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
            var image = letter.image().toImage();
            cache.put(request.key, image, letter.image().byteSize());
            if (!request.cancellation.token().isCancelled()) {
                request.receiver.accept(image);
            }
        }
    }
}
