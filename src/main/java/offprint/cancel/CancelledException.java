package offprint.cancel;

/// Says that the work was asked to stop and did. Checked, so that nobody swallows it by accident; only the pool catches
/// it.
public final class CancelledException extends Exception {

    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled");
    }
}
