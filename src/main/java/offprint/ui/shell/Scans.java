package offprint.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import offprint.cancel.CancellationSource;
import offprint.library.Photo;
import offprint.library.PhotoScanner.Ending;
import offprint.library.PhotoScanner.ScanListener;
import offprint.ui.FxThread;
import offprint.ui.Mailbox;
import offprint.ui.library.ScanPort;

/// Walks under way: photos stream to the FX thread a handful at a time, however many there are.
final class Scans implements AutoCloseable {

    private final ScanPort port;
    private final Consumer<List<Photo>> found;
    private final Runnable changed;
    private final Mailbox<Runnable> mailbox;
    private final CancellationSource cancellation = new CancellationSource();
    private int running;
    private int skipped;

    /// @param found gets photos on the FX thread
    /// @param changed called on the FX thread when a walk has begun or ended
    Scans(ScanPort port, FxThread fx, Consumer<List<Photo>> found, Runnable changed) {
        this.port = port;
        this.found = found;
        this.changed = changed;
        this.mailbox = fx.mailbox(letters -> letters.forEach(Runnable::run));
    }

    /// Walks what was dropped.
    ///
    /// @param whenEnded gets every photo of this walk, on the FX thread
    void start(List<Path> dropped, Consumer<List<Photo>> whenEnded) {
        if (dropped.isEmpty()) {
            return;
        }
        running++;
        changed.run();
        port.scan(dropped, new Listener(whenEnded), cancellation.token());
    }

    boolean isRunning() {
        return running > 0;
    }

    /// Files and folders that could not be read at all.
    int skipped() {
        return skipped;
    }

    @Override
    public void close() {
        cancellation.cancel();
    }

    private final class Listener implements ScanListener {
        private static final int PER_LETTER = 50;
        private final Consumer<List<Photo>> whenEnded;
        private final List<Photo> whole = new ArrayList<>();

        private Listener(Consumer<List<Photo>> whenEnded) {
            this.whenEnded = whenEnded;
        }

        @Override
        public void found(List<Photo> photos) {
            for (int from = 0; from < photos.size(); from += PER_LETTER) {
                var part = List.copyOf(photos.subList(from, Math.min(photos.size(), from + PER_LETTER)));
                mailbox.offer(() -> {
                    whole.addAll(part);
                    found.accept(part);
                });
            }
        }

        @Override
        public void skipped(Path path, String reason) {
            mailbox.offer(() -> skipped++);
        }

        @Override
        public void ended(Ending ending) {
            mailbox.offer(() -> {
                running--;
                changed.run();
                whenEnded.accept(List.copyOf(whole));
            });
        }
    }
}
