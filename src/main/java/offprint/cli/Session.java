package offprint.cli;

import offprint.bench.CancelBench;
import offprint.engine.Engines;
import offprint.export.ExportJournal;
import offprint.export.ExportService;
import offprint.library.PhotoScanner;

/// What one command works with, built and running.
public interface Session extends AutoCloseable {

    Engines engines();

    PhotoScanner scanner();

    ExportService exports();

    ExportJournal journal();

    CancelBench cancelBench();

    /// Cancels what still runs, waits for the workers a bounded time, and gives everything back.
    @Override
    void close();
}
