package offprint.pool;

import static offprint.pool.Pools.config;
import static offprint.pool.Pools.end;
import static offprint.pool.Pools.eventually;
import static offprint.pool.Pools.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the pool tells about itself: snapshot, flight recording, rank.
class SnapshotTest {

    private final FakeClock clock = new FakeClock();
    private final WorkerPool pool = Pools.withClock(config(2, 2), clock);

    @AfterEach
    void closePool() {
        pool.close();
    }

    private Gate started(Priority priority) {
        var gate = new Gate();
        submit(pool, "held", priority, 7, gate);
        gate.awaitStarted();
        return gate;
    }

    @Nested
    class AGlance {

        /// The clock is read under the pool's lock: who stops there holds it.
        private final CountDownLatch reached = new CountDownLatch(1);

        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicBoolean stopping = new AtomicBoolean();
        private final WorkerPool slow = Pools.withClock(config(1, 1), this::time);

        private long time() {
            if (stopping.compareAndSet(true, false)) {
                reached.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return clock.getAsLong();
        }

        @Test
        @Timeout(20)
        void doesNotWaitForWhoHasTheLock() throws Exception {
            var before = slow.snapshot();
            stopping.set(true);
            var holder = new Thread(slow::snapshot);
            holder.start();
            reached.await();

            assertThat(slow.glance()).isSameAs(before);

            goOn.countDown();
            holder.join();
            assertThat(slow.glance()).isNotSameAs(before);
            slow.close();
        }
    }

    @Nested
    class ASnapshot {

        @Test
        void tellsWhatWaitsAndWhatRunsWhere() {
            var first = started(Priority.BATCH);
            started(Priority.BATCH);
            submit(pool, Priority.NEAR, context -> "waits");
            clock.advance(Duration.ofSeconds(3));

            var snapshot = pool.snapshot();

            assertThat(snapshot.waiting())
                    .isEqualTo(Map.of(Priority.INTERACTIVE, 0, Priority.NEAR, 1, Priority.BATCH, 0));
            assertThat(snapshot.running()).isEqualTo(2);
            assertThat(snapshot.idleWorkers()).isZero();
            assertThat(snapshot.admittedBytes()).isEqualTo(14);
            assertThat(snapshot.workers()).hasSize(2);
            assertThat(snapshot.workers().getFirst().workerNumber()).isEqualTo(1);
            assertThat(snapshot.workers().getFirst().task()).hasValueSatisfying(task -> {
                assertThat(task.label()).isEqualTo("held");
                assertThat(task.ranFor()).isEqualTo(Duration.ofSeconds(3));
                assertThat(task.state()).isEqualTo(TaskState.RUNNING);
            });
            first.open();
        }

        @Test
        void knowsThePercentilesOfWaitsAndRuns() {
            for (int i = 1; i <= 100; i++) {
                var gate = new Gate();
                var handle = submit(pool, gate);
                gate.awaitStarted();
                clock.advance(Duration.ofMillis(i));
                gate.open();
                end(handle);
            }

            var run = pool.snapshot().runTime();

            assertThat(run.count()).isEqualTo(100);
            assertThat(run.p50().toNanos()).isCloseTo(50_000_000L, Percentage.withPercentage(2));
            assertThat(run.p99().toNanos()).isCloseTo(99_000_000L, Percentage.withPercentage(2));
            assertThat(run.max()).isEqualTo(Duration.ofMillis(100));
            assertThat(pool.snapshot().waitTime().max()).isEqualTo(Duration.ZERO);
            assertThat(pool.snapshot().stopTime().count()).isZero();
        }

        @Test
        void measuresUtilisationOverTheLastTenSecondsOnly() {
            assertThat(pool.snapshot().utilisation()).isZero();
            var gate = started(Priority.BATCH);
            clock.advance(Duration.ofSeconds(5));
            assertThat(pool.snapshot().utilisation()).isCloseTo(0.5, within(0.01));
            gate.open();
            eventually("it ended", () -> pool.snapshot().running() == 0);
            clock.advance(Duration.ofSeconds(5));
            assertThat(pool.snapshot().utilisation()).isCloseTo(0.25, within(0.03));
            clock.advance(Duration.ofSeconds(11));

            assertThat(pool.snapshot().utilisation()).isZero();
        }

        @Test
        void remembersTheDepthOfEverySecondForTwoMinutes() {
            started(Priority.BATCH);
            started(Priority.BATCH);
            clock.advance(Duration.ofMillis(2_500));
            var waiting = submit(pool, context -> "waits");
            submit(pool, context -> "waits");
            clock.advance(Duration.ofSeconds(2));
            waiting.cancel();
            clock.advance(Duration.ofSeconds(1));

            assertThat(pool.snapshot().depthHistory()).isEqualTo(List.of(0, 0, 2, 2, 1));
            clock.advance(Duration.ofMinutes(10));
            assertThat(pool.snapshot().depthHistory())
                    .hasSize(DepthHistory.SAMPLES)
                    .containsOnly(1);
        }
    }

    @Nested
    class AFlightRecording {

        @Test
        void hasTheWaitAndTheRunOfATask(@TempDir Path folder) throws IOException {
            var file = folder.resolve("pool.jfr");
            try (var recording = new Recording()) {
                recording.enable("offprint.TaskWait").withoutThreshold();
                recording.enable("offprint.TaskRun").withoutThreshold();
                recording.start();
                var handle = submit(pool, "recorded", Priority.NEAR, 5, context -> "done");
                end(handle);
                pool.close();
                recording.stop();
                recording.dump(file);
            }

            var events = RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().startsWith("offprint.Task"))
                    .toList();
            assertThat(events)
                    .extracting(event -> event.getEventType().getName())
                    .containsExactlyInAnyOrder("offprint.TaskWait", "offprint.TaskRun");
            assertThat(events).allMatch(event -> event.getString("label").equals("recorded"));
        }
    }

    @Nested
    class TheRankOfWorkers {

        @Test
        void isLowerThanThatOfTheRestOnLinux() throws Exception {
            Assumptions.assumeTrue(
                    Files.exists(Path.of("/proc/thread-self/stat")), "only Linux has a nice value for each thread");
            int main = niceOf(Path.of("/proc/self/stat"));
            var config = new PoolConfig(1, 1, 0, Duration.ofMinutes(1), 10, 100, 10);
            try (var nicer = new WorkerPool(config)) {
                var ofWorker = end(submit(nicer, context -> niceOf(Path.of("/proc/thread-self/stat"))));

                int expected = Math.min(19, main + 10);
                assertThat(ofWorker)
                        .isInstanceOfSatisfying(
                                TaskResult.Completed.class,
                                done -> assertThat(done.value()).isEqualTo(expected));
                assertThat(nicer.niceness()).contains("nice " + expected);
            }
            assertThat(niceOf(Path.of("/proc/thread-self/stat"))).isEqualTo(main);
        }

        @Test
        void isLeftAloneWithTheReasonWhenNobodyAskedForIt() {
            assertThat(pool.niceness()).contains("not asked for");
        }

        @Test
        void isLeftAloneWithTheReasonOnOtherSystems() {
            var system = System.getProperty("os.name");
            System.setProperty("os.name", "Plan 9");
            try {
                var niceness = new WorkerNiceness(10);
                niceness.applyToThisThread();

                assertThat(niceness.text()).contains("not supported on Plan 9");
            } finally {
                System.setProperty("os.name", system);
            }
        }

        /// The 19th field of proc_pid_stat(5); the second is a name in brackets that may hold spaces.
        private static int niceOf(Path stat) throws IOException {
            var text = Files.readString(stat);
            var afterName = text.substring(text.lastIndexOf(')') + 2);
            return Integer.parseInt(List.of(afterName.split(" ", -1)).get(16));
        }
    }
}
