package offprint.cancel;

/// The token of work that can't be cancelled.
final class NeverCancelled implements CancellationToken {

    static final CancellationToken TOKEN = new NeverCancelled();

    private NeverCancelled() {}

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public Registration onCancel(Runnable abort) {
        return () -> {};
    }
}
