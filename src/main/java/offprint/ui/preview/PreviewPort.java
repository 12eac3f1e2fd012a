package offprint.ui.preview;

import java.util.function.Consumer;
import offprint.engine.EngineResult;
import offprint.image.Pixels;
import offprint.library.Photo;
import offprint.preview.PreviewService;

/// Port: the one preview that is wanted now; the newest request wins. Returns at once, tells the listener on a worker.
public interface PreviewPort {

    void request(Photo photo, int boxPx, Consumer<EngineResult<Pixels>> listener);

    void clear();

    static PreviewPort of(PreviewService service) {
        return new PreviewPort() {
            @Override
            public void request(Photo photo, int boxPx, Consumer<EngineResult<Pixels>> listener) {
                service.request(photo, boxPx, listener);
            }

            @Override
            public void clear() {
                service.clear();
            }
        };
    }
}
