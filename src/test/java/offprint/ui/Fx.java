package offprint.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The toolkit for tests, started once a process.
public final class Fx {

    private static final long START_SECONDS = 60;
    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final FxThread THREAD = new FxThread(new PulseMonitor());

    private Fx() {}

    /// Where the toolkit can't start, every test says so, and none waits for it.
    public static synchronized void start() throws InterruptedException {
        if (!STARTED.get()) {
            var ready = new CountDownLatch(1);
            Platform.startup(ready::countDown);
            Platform.setImplicitExit(false);
            if (!ready.await(START_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the toolkit did not start within " + START_SECONDS + " s");
            }
            STARTED.set(true);
        }
    }

    /// Does something on the FX thread and waits for its value.
    public static <T> T call(Callable<T> action) throws Exception {
        start();
        var future = new CompletableFuture<T>();
        THREAD.post(() -> {
            try {
                future.complete(action.call());
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    public static void run(Runnable action) throws Exception {
        call(() -> {
            action.run();
            return true;
        });
    }

    /// Waits, a pulse at a time, until something is so on the FX thread.
    public static void until(String what, BooleanSupplier condition) throws Exception {
        start();
        var reached = new CompletableFuture<Boolean>();
        var timer = call(() -> {
            var watching = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (condition.getAsBoolean()) {
                        reached.complete(true);
                        stop();
                    }
                }
            };
            watching.start();
            return watching;
        });
        try {
            reached.get(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            run(timer::stop);
            throw new AssertionError("never came true: " + what, e);
        }
    }

    /// Lets a few pulses pass, so that layout and drawing are done.
    public static void pulses(int count) throws Exception {
        var left = new java.util.concurrent.atomic.AtomicInteger(count);
        until(count + " pulses", () -> left.decrementAndGet() <= 0);
    }
}
