package offprint.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The pool's state and every change of it. Holds the one lock; the story of it is told at [WorkerPool].
final class Scheduler {

    private static final System.Logger LOG = System.getLogger("offprint.pool");

    private final PoolLock lock = new PoolLock();
    private final Condition timerChanged = lock.newCondition();

    private final LongSupplier clock;
    private final ReadyQueue queue = new ReadyQueue();
    private final Admission admission;
    private final Backpressure backpressure;
    private final Crew crew = new Crew();
    private final Deadlines deadlines = new Deadlines();
    private final PoolMetrics metrics;
    private final Staffing staffing;
    private final Snapshots snapshots;

    private long lastId;
    private boolean timerStopped;
    private volatile PoolSnapshot lastSnapshot;

    /// @param clock nanoseconds that only grow
    /// @param starter gives a worker its thread
    Scheduler(PoolConfig config, WorkerNiceness niceness, LongSupplier clock, Consumer<Worker> starter) {
        this.clock = clock;
        var budget = new MemoryBudget(config.memoryBudgetBytes());
        this.admission = new Admission(queue, budget);
        this.backpressure = new Backpressure(config.readyLimit());
        this.metrics = new PoolMetrics(clock.getAsLong());
        this.snapshots = new Snapshots(queue, admission, budget, crew, metrics);
        this.staffing = new Staffing(
                config,
                clock,
                new Staffing.Parts(queue, admission, backpressure, metrics, crew),
                new Staffing.HireSeam(
                        place -> new Worker(this, niceness, place.number(), place.lane(), lock.newCondition()),
                        worker -> startThread(worker, starter)));
        this.lastSnapshot = newSnapshot();
    }

    /// Hires the workers that stay.
    void open() {
        lock.run(staffing::sendForWorkers);
    }

    // ---- those who feed it

    <T> Submission<T> submit(TaskSpec spec, Task<T> work) {
        return lock.locked(effects -> {
            if (staffing.closing) {
                return new Submission.Closed<T>();
            }
            if (backpressure.isFull(spec.priority(), queue.size(spec.priority()))) {
                return new Submission.Full<T>();
            }
            var task = new PooledTask<>(this, ++lastId, spec, work, clock.getAsLong());
            queue.addLast(task);
            lineChanged(effects);
            return new Submission.Accepted<>(task);
        });
    }

    boolean isFull(Priority priority) {
        return lock.locked(effects -> !staffing.closing && backpressure.isFull(priority, queue.size(priority)));
    }

    void addDrainListener(Runnable listener) {
        lock.run(effects -> backpressure.add(listener));
    }

    void removeDrainListener(Runnable listener) {
        lock.run(effects -> backpressure.remove(listener));
    }

    // ---- those who hold a handle

    boolean cancel(PooledTask<?> task) {
        return lock.locked(effects -> {
            if (task.isWaiting()) {
                leaveLine(task);
                task.cancelledBeforeStart(effects);
                metrics.cancelledBeforeStart();
                lineChanged(effects);
                lock.somethingEnded();
                return true;
            }
            return stop(task, new StopRequest.Cancel(clock.getAsLong()), effects);
        });
    }

    private static boolean stop(PooledTask<?> task, StopRequest request, Effects effects) {
        if (task.state() != TaskState.RUNNING) {
            return false;
        }
        task.askedToStop(request);
        effects.add("an abort hook of " + task.spec().label(), task.cancellation::cancel);
        return true;
    }

    boolean reprioritise(PooledTask<?> task, Priority priority) {
        return lock.locked(effects -> {
            if (task.isWaiting() && task.priority != priority) {
                leaveLine(task);
                task.priority = priority;
                task.waitsInLine();
                queue.addLast(task);
                lineChanged(effects);
            }
            return task.isWaiting();
        });
    }

    boolean moveToFront(PooledTask<?> task) {
        return lock.locked(effects -> {
            if (task.isWaiting()) {
                queue.remove(task);
                queue.addFirst(task);
                lineChanged(effects);
            }
            return task.isWaiting();
        });
    }

    <T> void onDone(PooledTask<T> task, Consumer<TaskResult<T>> callback) {
        lock.run(effects -> task.callBack(callback, effects));
    }

    private void leaveLine(PooledTask<?> task) {
        queue.remove(task);
        admission.leftLine(task);
        backpressure.fellTo(task.priority, queue.size(task.priority));
    }

    private void lineChanged(Effects effects) {
        metrics.depthIs(clock.getAsLong(), queue.size());
        staffing.sendForWorkers(effects);
    }

    // ---- workers

    /// Blocks until there is something to do for this worker, or nothing any more.
    Duty nextDuty(Worker worker) {
        while (true) {
            var duty = poll(worker);
            if (duty.isPresent()) {
                return duty.get();
            }
            rest(worker);
        }
    }

    /// The duty there is now; without one the worker is idle when this returns.
    Optional<Duty> poll(Worker worker) {
        return lock.locked(effects -> {
            crew.arrived(worker);
            var duty = staffing.choose(worker);
            if (duty.isEmpty()) {
                crew.rests(worker);
            } else if (duty.get() instanceof Duty.Run run) {
                start(worker, run.task());
            }
            staffing.sendForWorkers(effects);
            return duty;
        });
    }

    private void start(Worker worker, PooledTask<?> task) {
        long now = clock.getAsLong();
        admission.start(task, worker.lane);
        task.started(now);
        worker.current = Optional.of(task);
        backpressure.fellTo(task.priority, queue.size(task.priority));
        metrics.depthIs(now, queue.size());
        metrics.started(task);
        if (deadlines.watch(task)) {
            timerChanged.signal();
        }
    }

    /// Waits until the worker is woken or its idle time is over.
    private void rest(Worker worker) {
        lock.lock();
        try {
            while (worker.idle && !staffing.isRested(worker)) {
                if (staffing.mayGoHome(worker)) {
                    worker.woken.awaitNanos(staffing.restLeftNanos(worker));
                } else {
                    worker.woken.await();
                }
            }
        } catch (InterruptedException stray) {
            // Nobody has reason to interrupt a worker; it asks for a duty again and rests on.
            LOG.log(System.Logger.Level.DEBUG, "an idle worker was interrupted", stray);
        } finally {
            lock.unlock();
        }
    }

    /// @return whether the worker goes on
    <T> boolean finished(Worker worker, PooledTask<T> task, Ending<T> ending) {
        return lock.locked(effects -> {
            long now = clock.getAsLong();
            deadlines.forget(task);
            admission.ended(task);
            task.left(ending, now, effects);
            metrics.left(task, now);
            worker.current = Optional.empty();
            worker.restingSinceNanos = now;
            if (ending.killsWorker()) {
                died(worker);
            }
            staffing.sendForWorkers(effects);
            lock.somethingEnded();
            return !ending.killsWorker();
        });
    }

    /// The worker's thread ends by a fault outside of a task's own code.
    void crashed(Worker worker, Throwable fault) {
        worker.current.filter(PooledTask::isOnWorker).ifPresent(task -> failOrphan(worker, task, fault));
        lock.run(effects -> {
            died(worker);
            staffing.sendForWorkers(effects);
        });
    }

    private <T> void failOrphan(Worker worker, PooledTask<T> task, Throwable fault) {
        finished(worker, task, new Ending.Threw<>(fault));
    }

    private void died(Worker worker) {
        if (staffing.dismissed(worker)) {
            metrics.workerDied();
        }
    }

    /// The very last a worker's thread does.
    void gone(Worker worker) {
        lock.run(effects -> {
            crew.gone(worker);
            lock.somethingEnded();
        });
    }

    Optional<List<Runnable>> takeDrainCall() {
        return lock.locked(effects ->
                backpressure.isCallDue() ? Optional.of(backpressure.takeCall()) : Optional.<List<Runnable>>empty());
    }

    void drainCalled() {
        lock.run(effects -> backpressure.called());
    }

    private void startThread(Worker worker, Consumer<Worker> starter) {
        try {
            starter.accept(worker);
        } catch (Throwable failure) {
            LOG.log(System.Logger.Level.ERROR, worker.threadName() + " can't be started", failure);
            lock.run(effects -> {
                staffing.couldNotStart(worker);
                timerChanged.signal();
                lock.somethingEnded();
            });
        }
    }

    // ---- the timer

    /// Waits until something is due, and does it.
    ///
    /// @return whether to call again; false after [#stopTimer]
    boolean awaitDue() throws InterruptedException {
        lock.lock();
        try {
            for (long left = nanosToDue(); left > 0 && !timerStopped; left = nanosToDue()) {
                timerChanged.awaitNanos(left);
            }
            if (timerStopped) {
                return false;
            }
        } finally {
            lock.unlock();
        }
        fireDue();
        return true;
    }

    private long nanosToDue() {
        long due = Math.min(deadlines.nearestNanos().orElse(Long.MAX_VALUE), staffing.hireAgainNanos());
        return due == Long.MAX_VALUE ? due : due - clock.getAsLong();
    }

    /// Stops what is past its deadline, and looks whether somebody's idle time is over.
    void fireDue() {
        lock.run(effects -> {
            long now = clock.getAsLong();
            for (var task : deadlines.takePassed(now)) {
                stop(task, new StopRequest.DeadlinePassed(now), effects);
            }
            staffing.hireAgain(now, effects);
            crew.live().stream()
                    .filter(worker -> worker.idle && staffing.isRested(worker))
                    .forEach(crew::wake);
        });
    }

    void stopTimer() {
        lock.run(effects -> {
            timerStopped = true;
            timerChanged.signal();
        });
    }

    // ---- those who run the pool

    void setPaused(boolean paused) {
        lock.run(effects -> {
            staffing.paused = paused;
            staffing.sendForWorkers(effects);
        });
    }

    void resize(int minWorkers, int maxWorkers) {
        lock.run(effects -> {
            staffing.minWorkers = minWorkers;
            staffing.maxWorkers = maxWorkers;
            crew.wakeAll();
            staffing.sendForWorkers(effects);
        });
    }

    /// Takes nothing any more, and goes on with what is there even if it was paused.
    void stopIntake() {
        lock.run(effects -> {
            staffing.closing = true;
            staffing.paused = false;
            staffing.sendForWorkers(effects);
        });
    }

    /// @return whether nothing waits and nothing runs; false when the time ran out first
    boolean awaitQuiet(Duration timeout) throws InterruptedException {
        return lock.await(timeout, () -> queue.isEmpty() && crew.running().isEmpty());
    }

    /// @return whether every worker's thread has come to its end; false when the time ran out first
    boolean awaitEverybodyGone(Duration timeout) throws InterruptedException {
        return lock.await(timeout, crew::isEverybodyGone);
    }

    /// What waits or runs now, the running first.
    List<PooledTask<?>> unfinished() {
        return lock.locked(effects -> {
            var all = new ArrayList<>(crew.running());
            all.addAll(queue.all());
            return all;
        });
    }

    /// How many ordinary workers, there or to be hired, have nothing to do.
    int spareWorkers() {
        return lock.locked(effects -> staffing.spareWorkers());
    }

    boolean isOwnWorker() {
        return lock.locked(effects -> crew.isThisThread());
    }

    PoolSnapshot snapshot() {
        return lock.locked(effects -> newSnapshot());
    }

    PoolSnapshot glance() {
        return lock.tryLocked(this::newSnapshot).orElse(lastSnapshot);
    }

    private PoolSnapshot newSnapshot() {
        var now = snapshots.take(clock.getAsLong(), staffing.paused);
        lastSnapshot = now;
        return now;
    }
}
