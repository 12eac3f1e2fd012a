package offprint.ui.library;

import java.nio.file.Path;
import java.util.List;
import offprint.cancel.CancellationToken;
import offprint.library.PhotoScanner.ScanListener;

/// Port: walks what was dropped; returns at once, tells the listener on a worker.
@FunctionalInterface
public interface ScanPort {

    void scan(List<Path> dropped, ScanListener listener, CancellationToken cancellation);
}
