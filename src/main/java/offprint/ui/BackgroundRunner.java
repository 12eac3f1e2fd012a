package offprint.ui;

/// Port: runs short disk work off the FX thread. The window itself has no threads.
@FunctionalInterface
public interface BackgroundRunner {

    /// Runs the work on a worker soon and returns at once.
    void run(Runnable work);
}
