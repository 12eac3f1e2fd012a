package offprint.ui.preview;

import java.util.function.Consumer;
import offprint.preview.PreviewEvent;
import offprint.preview.PreviewRequest;
import offprint.preview.PreviewService;

/// Port: the one variant that is looked at now; the newest request wins. Returns at once, tells the listener on a
/// worker.
public interface PreviewPort {

    void request(PreviewRequest request, Consumer<PreviewEvent> listener);

    void clear();

    static PreviewPort of(PreviewService service) {
        return new PreviewPort() {
            @Override
            public void request(PreviewRequest request, Consumer<PreviewEvent> listener) {
                service.request(request, listener);
            }

            @Override
            public void clear() {
                service.clear();
            }
        };
    }
}
