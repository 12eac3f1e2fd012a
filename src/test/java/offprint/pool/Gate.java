package offprint.pool;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A task that stays on its worker until the test lets it go: `started`, then `open` or a cancel.
final class Gate implements Task<String> {

    static final Duration SOON = Duration.ofSeconds(10);

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final boolean heedsCancel;

    /// Leaves on a cancel.
    Gate() {
        this(true);
    }

    private Gate(boolean heedsCancel) {
        this.heedsCancel = heedsCancel;
    }

    static Gate deafToCancel() {
        return new Gate(false);
    }

    @Override
    public String run(TaskContext context) throws Exception {
        started.countDown();
        if (heedsCancel) {
            var registration = context.cancellation().onCancel(opened::countDown);
            try {
                awaitLatch(opened);
            } finally {
                registration.close();
            }
            context.cancellation().throwIfCancelled();
        } else {
            awaitLatch(opened);
        }
        return "done";
    }

    void awaitStarted() {
        awaitLatch(started);
    }

    boolean hasStarted() {
        return started.getCount() == 0;
    }

    void open() {
        opened.countDown();
    }

    static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("waited for " + SOON + " in vain");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
