package offprint.pool;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;

/// One worker: asks the scheduler for duties on its own thread until it is told to leave, or an `Error` ends it.
final class Worker implements Runnable {

    private static final System.Logger LOG = System.getLogger("offprint.pool");

    final int number;
    final Lane lane;

    // Guarded by the pool's lock.
    final Condition woken;
    boolean idle;
    boolean coming;
    long restingSinceNanos;
    Optional<PooledTask<?>> current = Optional.empty();

    private final Scheduler scheduler;
    private final WorkerNiceness niceness;
    private final WorkerResources resources = new WorkerResources();
    private volatile Optional<Thread> thread = Optional.empty();

    Worker(Scheduler scheduler, WorkerNiceness niceness, int number, Lane lane, Condition woken) {
        this.scheduler = scheduler;
        this.niceness = niceness;
        this.number = number;
        this.lane = lane;
        this.woken = woken;
    }

    String threadName() {
        return "worker-" + number;
    }

    boolean isThisThread() {
        return thread.filter(Thread.currentThread()::equals).isPresent();
    }

    @Override
    public void run() {
        thread = Optional.of(Thread.currentThread());
        niceness.applyToThisThread();
        try {
            boolean stays = true;
            while (stays) {
                stays = switch (scheduler.nextDuty(this)) {
                    case Duty.Run run -> work(run.task());
                    case Duty.CallDrainListeners call -> {
                        callDrainListeners();
                        yield true;
                    }
                    case Duty.Leave leave -> false;
                };
            }
        } catch (Throwable fault) {
            // Outside of a task: a fault of the pool, or no memory left to end the task with.
            LOG.log(System.Logger.Level.ERROR, threadName() + " died", fault);
            scheduler.crashed(this, fault);
        } finally {
            resources.closeAll();
            scheduler.gone(this);
        }
    }

    /// @return whether this worker goes on
    private <T> boolean work(PooledTask<T> task) {
        callDrainListeners();
        task.waitEvent.commitStartOf(task, task.priority);
        var event = new TaskRunEvent();
        event.begin();
        var ending = run(task);
        if (Thread.interrupted()) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0} left an interrupt behind",
                    task.spec().label());
        }
        boolean goesOn = scheduler.finished(this, task, ending);
        event.commitEndOf(task, number);
        return goesOn;
    }

    private <T> Ending<T> run(PooledTask<T> task) {
        if (task.cancellation.token().isCancelled()) {
            return new Ending.Threw<>(new CancelledException());
        }
        var context = new Context(task.cancellation.token());
        try {
            return new Ending.Returned<>(task.work.run(context));
        } catch (Throwable thrown) {
            return new Ending.Threw<>(thrown);
        } finally {
            context.over = true;
        }
    }

    private void callDrainListeners() {
        for (var call = scheduler.takeDrainCall(); call.isPresent(); call = scheduler.takeDrainCall()) {
            call.get().forEach(listener -> Effects.runLogged("a drain listener", listener));
            scheduler.drainCalled();
        }
    }

    /// What a task sees of this worker.
    private final class Context implements TaskContext {

        private final CancellationToken cancellation;
        private volatile boolean over;

        Context(CancellationToken cancellation) {
            this.cancellation = cancellation;
        }

        @Override
        public CancellationToken cancellation() {
            return cancellation;
        }

        @Override
        public int workerNumber() {
            return number;
        }

        @Override
        public <R> R resource(WorkerLocal<R> resource) throws Exception {
            if (over || !isThisThread()) {
                throw new IllegalStateException("expected the task's own thread while the task runs, for "
                        + resource.name() + " but was called on " + Thread.currentThread());
            }
            return resources.get(resource);
        }
    }
}
