package offprint.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;

/// Turns Ctrl-C (and any other polite end of the process) into a cancel: the shutdown hook trips the token and then
/// holds the
/// process until the command has put everything away, but not for ever.
///
/// The process then ends with the code that the JVM gives to the signal: 130 for Ctrl-C.
final class Interruption implements AutoCloseable {

    /// Workers leave within a fraction of a second; the rest is room for a slow disk.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final System.Logger LOG = System.getLogger(Interruption.class.getName());

    private final CancellationSource source = new CancellationSource();
    private final CountDownLatch putAway = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("interruption").unstarted(this::holdTheProcess);

    /// Begins to listen; close it when the command has put everything away.
    static Interruption watched() {
        var interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    CancellationToken token() {
        return source.token();
    }

    boolean wasAsked() {
        return source.token().isCancelled();
    }

    private void holdTheProcess() {
        source.cancel();
        try {
            if (!putAway.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the process ends before everything was put away");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        putAway.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, which is what the hook is for.
        }
        source.close();
    }
}
