package offprint.pool;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// The bounded pool: elastic workers, three priorities, a memory budget, back-pressure, cancellation.
///
/// # How it is built
///
/// A [Scheduler] holds all state and every change of it; [Worker]s ask it for their next duty. Its parts are plain
/// objects without a lock of their own: [ReadyQueue] (whose turn it is), [Admission] with [MemoryBudget] (who fits),
/// [Crew] and [Staffing] (who works), [Backpressure], [Deadlines], [PoolMetrics].
///
/// # Locking, told once
///
/// There is **one lock**, [PoolLock]. Every part's fields are guarded by it. What may be read without it is volatile: a
/// task's state and result. A method of [Scheduler] is one change: it takes the lock, moves the parts, leaves the lock.
///
/// **No foreign code runs under it**: no task, callback, abort hook, drain listener, predicate or factory, and no
/// thread is started. A change only notes such [Effects]; they run on the same thread right after the lock is left.
/// So a hook may call the pool, and a callback that takes long holds up only its own thread.
///
/// Waiting happens in three places, each on a condition of this lock: an idle worker (a condition each, so that one and
/// only one is woken), the timer thread until the nearest deadline, and `close`. An [TaskHandle#await] waits on the
/// task's own latch.
///
/// The token of a task has a lock of its own ([offprint.cancel.CancellationSource]), never taken under the pool's.
///
/// # Who wins a race
///
/// Whoever gets the lock first. A cancel before the start: the task is gone and never runs. After the start: the state
/// is CANCELLING and the token trips right after; if the task returns a value nevertheless, the value wins and it is
/// COMPLETED, since its work is done and on disk. After the end: the cancel answers false.
public final class WorkerPool implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("offprint.pool");

    /// What [#close()] gives running tasks to leave.
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);

    private final PoolConfig config;
    private final Scheduler scheduler;
    private final WorkerNiceness niceness;

    public WorkerPool(PoolConfig config) {
        this(config, System::nanoTime, WorkerPool::startThread);
    }

    /// With a clock and a thread factory of a test.
    WorkerPool(PoolConfig config, LongSupplier clock, Consumer<Worker> starter) {
        this.config = config;
        this.niceness = new WorkerNiceness(config.workerNiceness());
        this.scheduler = new Scheduler(config, niceness, clock, starter);
        // Started here and not by a worker, from which it would inherit the low rank.
        Thread.ofPlatform().name("pool-timer").daemon().start(this::runTimer);
        scheduler.open();
    }

    /// Daemons: a task that ignores its cancellation must not keep the program from ending after [#close].
    static void startThread(Worker worker) {
        Thread.ofPlatform().name(worker.threadName()).daemon().start(worker);
    }

    private void runTimer() {
        try {
            while (scheduler.awaitDue()) {
                LOG.log(System.Logger.Level.TRACE, "the pool's timer fired");
            }
        } catch (InterruptedException stray) {
            LOG.log(System.Logger.Level.ERROR, "the pool's timer was interrupted: deadlines no longer pass", stray);
        }
    }

    /// Submits if the ready window has room; never blocks, never runs the task on the caller's thread.
    public <T> Submission<T> submit(TaskSpec spec, Task<T> task) {
        return scheduler.submit(spec, task);
    }

    /// Runs independent pieces of one task's work on the calling worker and on those that have nothing to do; returns
    /// when all have ended. With every worker busy, or the pool paused, the caller runs them all, in order.
    ///
    /// The pieces take the memory that their task was admitted with, and poll their task's cancellation themselves.
    /// Each helping worker counts as one task more in the figures.
    ///
    /// @throws RuntimeException the first that a piece threw, on whichever worker, after all pieces have ended; an
    /// `Error` likewise
    public void runTogether(List<? extends Runnable> pieces) {
        var team = new Teamwork(pieces);
        int helpers = Math.min(pieces.size() - 1, scheduler.spareWorkers());
        for (int helper = 0; helper < helpers; helper++) {
            submit(TaskSpec.of("helping", Priority.BATCH, 0), context -> {
                team.takePart();
                return true;
            });
        }
        team.takePart();
        team.awaitAll();
    }

    /// How many workers would come to help with [#runTogether] now.
    public int spareWorkers() {
        return scheduler.spareWorkers();
    }

    /// Whether a submission of some priority would be told [Submission.Full]. As with a Full, a yes is followed by a
    /// call of the drain listeners.
    public boolean needsDrain() {
        boolean isFull = false;
        for (var priority : Priority.values()) {
            isFull |= needsDrain(priority);
        }
        return isFull;
    }

    /// Whether a submission of this priority would be told [Submission.Full]. As with a Full, a yes is followed by a
    /// call of the drain listeners.
    public boolean needsDrain(Priority priority) {
        return scheduler.isFull(priority);
    }

    /// Registers a listener that is called on a worker's thread whenever the ready window of a priority has fallen to
    /// half after somebody was told that it is full. Register before you submit: who is registered when he is told
    /// [Submission.Full] is sure to be called. Calls never overlap; a listener must be short. Close the registration to
    /// leave; a call under way on another thread may still end after that.
    public Registration onDrain(Runnable listener) {
        // An object of its own, so that one listener registered twice is two registrations.
        Runnable place = () -> listener.run();
        scheduler.addDrainListener(place);
        return () -> scheduler.removeDrainListener(place);
    }

    /// Cancels every task, waiting or running, that the predicate chooses.
    ///
    /// @return how many cancels made a difference
    public int cancelIf(Predicate<TaskSpec> which) {
        var chosen = scheduler.unfinished().stream()
                .filter(task -> which.test(task.spec()))
                .toList();
        return cancelAll(chosen);
    }

    private static int cancelAll(List<PooledTask<?>> tasks) {
        int cancelled = 0;
        // The waiting first: no worker should start what is about to be cancelled.
        for (var task : tasks.reversed()) {
            if (task.cancel()) {
                cancelled++;
            }
        }
        return cancelled;
    }

    /// Running tasks go on; nothing new starts, until [#resume].
    public void pause() {
        scheduler.setPaused(true);
    }

    public void resume() {
        scheduler.setPaused(false);
    }

    /// Changes the size while running; workers above the new maximum retire after their task.
    public void resize(int minWorkers, int maxWorkers) {
        PoolConfig.require(minWorkers >= 0, "0 or more", "minWorkers", minWorkers);
        PoolConfig.require(maxWorkers >= 1, "1 or more", "maxWorkers", maxWorkers);
        PoolConfig.require(minWorkers <= maxWorkers, "maxWorkers or less", "minWorkers", minWorkers);
        scheduler.resize(minWorkers, maxWorkers);
    }

    /// As it was built, whatever [#resize] has changed since.
    public PoolConfig config() {
        return config;
    }

    public PoolSnapshot snapshot() {
        return scheduler.snapshot();
    }

    /// The newest [#snapshot] that can be had without waiting, for a thread that must not wait: a worker of low rank
    /// may
    /// lose its processor while it has the pool's lock. The one before while somebody has the lock.
    public PoolSnapshot glance() {
        return scheduler.glance();
    }

    /// Whether the system lowers the rank of workers, or the reason why not, for the status line.
    public String niceness() {
        return niceness.text();
    }

    /// Stops intake, lets queued and running tasks end for at most `drainTimeout`, then cancels what is left and waits
    /// for at most `graceTimeout` until every worker's thread has ended: callbacks done, resources closed. A paused
    /// pool is resumed first. May be called again, and by several threads.
    ///
    /// @throws IllegalStateException on a worker of this pool, which would wait for itself
    public CloseReport close(Duration drainTimeout, Duration graceTimeout) throws InterruptedException {
        if (scheduler.isOwnWorker()) {
            throw new IllegalStateException("a worker can't close its own pool");
        }
        scheduler.stopIntake();
        var unfinished = scheduler.awaitQuiet(drainTimeout) ? List.<PooledTask<?>>of() : scheduler.unfinished();
        cancelAll(unfinished);
        scheduler.awaitEverybodyGone(graceTimeout);
        scheduler.stopTimer();
        return new CloseReport(
                labels(unfinished, task -> task.state() == TaskState.CANCELLED),
                labels(unfinished, task -> !task.state().isFinal()));
    }

    private static List<String> labels(List<PooledTask<?>> tasks, Predicate<PooledTask<?>> which) {
        return tasks.stream().filter(which).map(task -> task.spec().label()).toList();
    }

    /// Cancels everything and waits a bounded time: [#close(Duration, Duration)] without a drain.
    @Override
    public void close() {
        try {
            close(Duration.ZERO, CLOSE_GRACE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the timer does when it fires, for a test's clock.
    void fireDue() {
        scheduler.fireDue();
    }

    /// A listener's place.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
