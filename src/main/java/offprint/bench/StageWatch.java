package offprint.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import offprint.bench.CancelFigures.Stage;
import offprint.engine.RenderListener;
import offprint.engine.VariantResult;

/// Hears of a render and knows when one of its stages began and ended. Written by the worker, read by anyone.
final class StageWatch implements RenderListener {

    private final Stage watched;
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile long beginNanos;
    private volatile long endNanos;
    private volatile boolean ended;

    StageWatch(Stage watched) {
        this.watched = watched;
    }

    private void entered(Stage stage) {
        if (stage == watched && begun.getCount() > 0) {
            beginNanos = System.nanoTime();
            begun.countDown();
        } else if (stage.compareTo(watched) > 0) {
            left();
        }
    }

    private void left() {
        if (!ended) {
            endNanos = System.nanoTime();
            ended = true;
        }
        begun.countDown();
    }

    @Override
    public void decoding() {
        entered(Stage.DECODE);
    }

    @Override
    public void resizing(int variant) {
        entered(Stage.RESIZE);
    }

    @Override
    public void encoding(int variant) {
        entered(Stage.ENCODE);
    }

    @Override
    public void finished(int variant, VariantResult result) {
        left();
    }

    /// The render has returned, whatever it told.
    void over() {
        left();
    }

    boolean awaitBegin(Duration patience) throws InterruptedException {
        return begun.await(patience.toMillis(), TimeUnit.MILLISECONDS) && beginNanos != 0;
    }

    /// Whether the stage has begun and not ended.
    boolean isInside() {
        return beginNanos != 0 && !ended;
    }

    long beginNanos() {
        return beginNanos;
    }

    /// Length of the stage, 0 if it was never entered.
    long spanNanos() {
        return beginNanos == 0 ? 0 : endNanos - beginNanos;
    }
}
