package offprint.pool;

import static offprint.pool.Pools.config;
import static offprint.pool.Pools.eventually;
import static offprint.pool.Pools.submit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Who is turned away, and who is told to come back.
class BackPressureTest extends OpenPools {

    @Test
    void turnsAwayWhatIsOverTheLimitOfItsPriorityOnly() {
        var pool = pool(Pools.withReadyLimit(config(1, 1), 2));
        held(pool);
        submit(pool, "1", Priority.BATCH, 0, context -> true);
        assertThat(pool.needsDrain()).isFalse();
        submit(pool, "2", Priority.BATCH, 0, context -> true);

        assertThat(pool.needsDrain()).isTrue();
        assertThat(pool.needsDrain(Priority.INTERACTIVE)).isFalse();
        assertThat(pool.submit(TaskSpec.of("3", Priority.BATCH, 0), context -> "never"))
                .isInstanceOf(Submission.Full.class);
        assertThat(pool.submit(TaskSpec.of("seen", Priority.INTERACTIVE, 0), context -> "v"))
                .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void callsBackOnAWorkerOnceTheWindowFellToHalf() {
        var pool = pool(Pools.withReadyLimit(config(1, 1), 4));
        var calls = Collections.synchronizedList(new ArrayList<String>());
        var gates = new ArrayList<Gate>(List.of(held(pool)));
        pool.onDrain(() -> calls.add(Thread.currentThread().getName()));
        for (int i = 0; i < 4; i++) {
            gates.add(new Gate());
            submit(pool, gates.getLast());
        }
        assertThat(pool.submit(TaskSpec.of("5", Priority.BATCH, 0), context -> "never"))
                .isInstanceOf(Submission.Full.class);
        gates.get(0).open();
        gates.get(1).awaitStarted();
        assertThat(calls).isEmpty();
        gates.get(1).open();
        gates.get(2).awaitStarted();

        assertThat(calls).containsExactly("worker-1");
        gates.forEach(Gate::open);
        eventually("all ended", () -> pool.snapshot().completed() == 5);
        assertThat(calls).hasSize(1);
    }

    @Test
    void callsBackWhenTheWindowIsEmptiedByACancelEvenIfPaused() {
        var pool = pool(Pools.withReadyLimit(config(0, 1), 4));
        pool.pause();
        var called = new CountDownLatch(1);
        pool.onDrain(called::countDown);
        while (pool.submit(TaskSpec.of("t", Priority.BATCH, 0), context -> "never")
                instanceof Submission.Accepted<String>) {
            assertThat(called.getCount()).isOne();
        }

        assertThat(pool.cancelIf(spec -> true)).isEqualTo(4);

        Gate.awaitLatch(called);
    }

    @Test
    void doesNotCallAListenerThatLeft() {
        var pool = pool(Pools.withReadyLimit(config(1, 1), 1));
        var left = new AtomicInteger();
        var stayed = new CountDownLatch(1);
        pool.onDrain(left::incrementAndGet).close();
        pool.onDrain(() -> {
            throw new StackOverflowError("a listener's own fault");
        });
        pool.onDrain(stayed::countDown);
        var gate = held(pool);
        submit(pool, "1", Priority.BATCH, 0, context -> true);
        assertThat(pool.needsDrain()).isTrue();
        gate.open();
        Gate.awaitLatch(stayed);

        assertThat(left).hasValue(0);
    }

    /// The way an export feeds its list: submit until full, go on when called. Lost calls would leave it hanging.
    @Test
    void neverLosesAFeederThatOnlyComesWhenCalled() {
        var pool = pool(Pools.withReadyLimit(config(2, 2), 3));
        int total = 3_000;
        var done = new CountDownLatch(total);
        var submitted = new AtomicInteger();
        Runnable feed = () -> {
            synchronized (submitted) {
                while (submitted.get() < total
                        && pool.submit(TaskSpec.of("t", Priority.BATCH, 0), context -> "v")
                                instanceof Submission.Accepted<String> accepted) {
                    submitted.incrementAndGet();
                    accepted.handle().onDone(result -> done.countDown());
                }
            }
        };
        pool.onDrain(feed);
        feed.run();

        Gate.awaitLatch(done);
        assertThat(pool.snapshot().completed()).isEqualTo(total);
    }
}
