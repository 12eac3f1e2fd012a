package offprint.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import offprint.cancel.CancelledException;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/// Model checks the pool's core, [Scheduler] with [ReadyQueue] and [PooledTask], by Lincheck: it runs random short
/// scenarios through their interleavings and looks whether the answers could have come from [OneByOne], a plain model
/// of
/// a few lines. Two workers race with two threads that submit, cancel and re-order; the budget has room for one task.
class SchedulerModelTest {

    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final int LIMIT = 2;
    private static final long TASK_BYTES = 6;
    private static final long BUDGET_BYTES = 10;

    @Test
    void answersAsIfTheCallsCameOneByOne() {
        new StressOptions()
                .iterations(25)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(2)
                .actorsAfter(2)
                .invocationsPerIteration(300)
                .sequentialSpecification(OneByOne.class)
                .check(Core.class);
    }

    /// The real thing, its workers driven by the checker's threads.
    @Param(name = "id", gen = IntGen.class, conf = "1:3")
    @Param(name = "priority", gen = IntGen.class, conf = "0:2")
    public static class Core {

        private final List<Worker> workers = new ArrayList<>();
        private final Scheduler scheduler = new Scheduler(
                Pools.withBudget(Pools.withReadyLimit(Pools.config(2, 2), LIMIT), BUDGET_BYTES),
                new WorkerNiceness(0),
                () -> 0L,
                workers::add);
        private final AtomicInteger[] hookRuns = new AtomicInteger[100];

        public Core() {
            scheduler.open();
        }

        @Operation
        public int submit(@Param(name = "priority") int priority) {
            var spec = TaskSpec.of("t", PRIORITIES.get(priority), TASK_BYTES);
            if (scheduler.submit(spec, context -> "v") instanceof Submission.Accepted<String> accepted) {
                var task = (PooledTask<String>) accepted.handle();
                var runs = new AtomicInteger();
                task.cancellation.token().onCancel(runs::incrementAndGet);
                hookRuns[(int) task.id()] = runs;
                return (int) task.id();
            }
            return -1;
        }

        /// Asks the scheduler, under its lock: a list of the test's own would learn of a task later than the model
        /// does.
        private Optional<PooledTask<?>> find(int id) {
            return scheduler.unfinished().stream()
                    .filter(task -> task.id() == id)
                    .findFirst();
        }

        @Operation
        public boolean cancel(@Param(name = "id") int id) {
            return find(id).map(PooledTask::cancel).orElse(false);
        }

        @Operation
        public boolean move(@Param(name = "id") int id, @Param(name = "priority") int priority) {
            return find(id).map(task -> task.reprioritise(PRIORITIES.get(priority)))
                    .orElse(false);
        }

        @Operation
        public boolean front(@Param(name = "id") int id) {
            return find(id).map(PooledTask::moveToFront).orElse(false);
        }

        @Operation(nonParallelGroup = "A")
        public int takeA() {
            return take(workers.get(0));
        }

        @Operation(nonParallelGroup = "A")
        public String returnA() {
            return finish(workers.get(0), new Ending.Returned<>("v"));
        }

        @Operation(nonParallelGroup = "A")
        public String leaveA() {
            return finish(workers.get(0), new Ending.Threw<>(new CancelledException()));
        }

        @Operation(nonParallelGroup = "B")
        public int takeB() {
            return take(workers.get(1));
        }

        @Operation(nonParallelGroup = "B")
        public String leaveB() {
            return finish(workers.get(1), new Ending.Threw<>(new CancelledException()));
        }

        private int take(Worker worker) {
            if (worker.current.isPresent()) {
                return -1;
            }
            while (true) {
                var duty = scheduler.poll(worker);
                if (duty.isEmpty()) {
                    return 0;
                }
                if (duty.get() instanceof Duty.Run run) {
                    return (int) run.task().id();
                }
                scheduler.takeDrainCall().ifPresent(listeners -> scheduler.drainCalled());
            }
        }

        @SuppressWarnings("unchecked")
        private String finish(Worker worker, Ending<String> ending) {
            if (worker.current.isEmpty()) {
                return "idle";
            }
            var task = (PooledTask<String>) worker.current.get();
            scheduler.finished(worker, task, ending);
            return task.state().name();
        }

        @Validate
        public void everyHookRanAtMostOnce() {
            for (var runs : hookRuns) {
                if (runs != null && runs.get() > 1) {
                    throw new IllegalStateException("a hook ran " + runs.get() + " times");
                }
            }
        }
    }

    /// What a single thread would see.
    public static class OneByOne {

        private final List<List<Integer>> lines = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        private final Map<Integer, Boolean> runningAsked = new HashMap<>();
        private int lastId;
        private int onA;
        private int onB;

        public int submit(int priority) {
            if (lines.get(priority).size() >= LIMIT) {
                return -1;
            }
            lines.get(priority).add(++lastId);
            return lastId;
        }

        public boolean cancel(int id) {
            for (var line : lines) {
                if (line.remove(Integer.valueOf(id))) {
                    return true;
                }
            }
            return Optional.ofNullable(runningAsked.replace(id, true))
                    .map(asked -> !asked)
                    .orElse(false);
        }

        public boolean move(int id, int priority) {
            for (var line : lines) {
                if (line.contains(id)) {
                    if (!line.equals(lines.get(priority))) {
                        line.remove(Integer.valueOf(id));
                        lines.get(priority).add(id);
                    }
                    return true;
                }
            }
            return false;
        }

        public boolean front(int id) {
            for (var line : lines) {
                if (line.remove(Integer.valueOf(id))) {
                    line.addFirst(id);
                    return true;
                }
            }
            return false;
        }

        public int takeA() {
            if (onA != 0) {
                return -1;
            }
            onA = take();
            return onA;
        }

        public int takeB() {
            if (onB != 0) {
                return -1;
            }
            onB = take();
            return onB;
        }

        public String returnA() {
            if (onA == 0) {
                return "idle";
            }
            runningAsked.remove(onA);
            onA = 0;
            return "COMPLETED";
        }

        public String leaveA() {
            var end = leave(onA);
            onA = 0;
            return end;
        }

        public String leaveB() {
            var end = leave(onB);
            onB = 0;
            return end;
        }

        private int take() {
            if (!runningAsked.isEmpty()) {
                return 0;
            }
            for (var line : lines) {
                if (!line.isEmpty()) {
                    int id = line.removeFirst();
                    runningAsked.put(id, false);
                    return id;
                }
            }
            return 0;
        }

        private String leave(int id) {
            if (id == 0) {
                return "idle";
            }
            return Boolean.TRUE.equals(runningAsked.remove(id)) ? "CANCELLED" : "FAILED";
        }
    }
}
