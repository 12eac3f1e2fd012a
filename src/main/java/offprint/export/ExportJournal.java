package offprint.export;

import java.nio.file.Path;

/// The durable record of what was ordered and what is done: append-only JSON lines, forced to disk.
public final class ExportJournal implements AutoCloseable {

    /// @param folder where journals live; made when missing
    public ExportJournal(Path folder) {
        throw new UnsupportedOperationException("" + folder);
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
