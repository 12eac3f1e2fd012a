package offprint.cli;

import java.util.List;
import offprint.bench.CancelBench;
import offprint.bench.PreviewBench;
import offprint.engine.Engines;
import offprint.export.ExportJournal;
import offprint.export.ExportService;
import offprint.library.PhotoScanner;

/// What one command works with, built and running.
public interface Session extends AutoCloseable {

    Engines engines();

    /// Where the engines come from, or why one is not there; a sentence or more each, for people.
    List<String> engineRemarks();

    PhotoScanner scanner();

    ExportService exports();

    ExportJournal journal();

    CancelBench cancelBench();

    PreviewBench previewBench();

    /// Cancels what still runs, waits for the workers a bounded time, and gives everything back.
    @Override
    void close();
}
