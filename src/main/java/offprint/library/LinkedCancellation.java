package offprint.library;

import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;

/// One token that is tripped by either of two: the asker's and the pool's. Close it to leave both.
final class LinkedCancellation implements AutoCloseable {

    private final CancellationSource source;
    private final CancellationToken.Registration second;

    LinkedCancellation(CancellationToken asker, CancellationToken pool) {
        this.source = new CancellationSource(asker);
        this.second = pool.onCancel(source::cancel);
    }

    CancellationToken token() {
        return source.token();
    }

    @Override
    public void close() {
        second.close();
        source.close();
    }
}
