package offprint.benchmarks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import offprint.pool.PoolConfig;
import offprint.pool.PoolSnapshot;
import offprint.pool.Priority;
import offprint.pool.Submission;
import offprint.pool.TaskHandle;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What the pool itself costs a task, beside the task's own work: tasks here do nothing.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PoolCost {

    private static final int BATCH = 1_000;
    private static final TaskSpec SPEC = TaskSpec.of("nothing", Priority.BATCH, 1);

    private static WorkerPool pool() {
        return new WorkerPool(new PoolConfig(2, 2, 0, Duration.ofSeconds(30), 2 * BATCH, 1L << 30, 0));
    }

    private static TaskHandle<Boolean> submitted(WorkerPool pool) {
        var submission = pool.<Boolean>submit(SPEC, context -> true);
        if (submission instanceof Submission.Accepted<Boolean> accepted) {
            return accepted.handle();
        }
        throw new IllegalStateException("the pool has no room");
    }

    /// Two workers with nothing else to do.
    @State(Scope.Benchmark)
    public static class Working {

        final WorkerPool pool = pool();

        @TearDown(Level.Trial)
        public void close() {
            pool.close();
        }
    }

    /// Two workers that hold still, and a thousand tasks that wait behind them.
    @State(Scope.Benchmark)
    public static class Waiting {

        final WorkerPool pool = pool();

        @Setup(Level.Trial)
        public void fill() {
            pool.pause();
            for (int i = 0; i < BATCH; i++) {
                submitted(pool);
            }
        }

        @TearDown(Level.Trial)
        public void close() {
            pool.close();
        }
    }

    /// From the first submission to the end of the last of a thousand tasks, for each of them.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void submitToDone(Working working) throws InterruptedException {
        var done = new CountDownLatch(BATCH);
        for (int i = 0; i < BATCH; i++) {
            submitted(working.pool).onDone(result -> done.countDown());
        }
        done.await();
    }

    /// One task at a time: from its submission through a worker and back, both threads' wake-ups included.
    @Benchmark
    public Object roundTrip(Working working) throws Exception {
        return submitted(working.pool).await(Duration.ofSeconds(10));
    }

    /// A task is added behind a thousand others and cancelled there.
    @Benchmark
    public boolean cancelWaiting(Waiting waiting) {
        return submitted(waiting.pool).cancel();
    }

    /// What the window takes once a pulse.
    @Benchmark
    public PoolSnapshot snapshot(Waiting waiting) {
        return waiting.pool.snapshot();
    }
}
