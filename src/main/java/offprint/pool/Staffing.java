package offprint.pool;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Which worker does what, and how many there are: chooses a worker's next duty, wakes, hires and dismisses. Guarded by
/// the pool's lock.
final class Staffing {

    private static final long RETRY_NANOS = 1_000_000_000L;

    private final PoolConfig config;
    private final LongSupplier clock;
    private final ReadyQueue queue;
    private final Admission admission;
    private final Backpressure backpressure;
    private final PoolMetrics metrics;
    private final Crew crew;
    private final HireSeam seam;

    int minWorkers;
    int maxWorkers;
    boolean paused;
    boolean closing;

    /// When to try again after the system gave no thread; `Long.MAX_VALUE` when there is nothing to try.
    private long hireAgainNanos = Long.MAX_VALUE;

    /// @param newWorker makes the worker of a number and a lane
    /// @param startThread gives it a thread, outside of the lock; deals with what goes wrong by [#couldNotStart]
    record HireSeam(Function<Place, Worker> newWorker, Consumer<Worker> startThread) {}

    record Place(int number, Lane lane) {}

    record Parts(ReadyQueue queue, Admission admission, Backpressure backpressure, PoolMetrics metrics, Crew crew) {}

    Staffing(PoolConfig config, LongSupplier clock, Parts parts, HireSeam seam) {
        this.config = config;
        this.clock = clock;
        this.queue = parts.queue;
        this.admission = parts.admission;
        this.backpressure = parts.backpressure;
        this.metrics = parts.metrics;
        this.crew = parts.crew;
        this.seam = seam;
        this.minWorkers = config.minWorkers();
        this.maxWorkers = config.maxWorkers();
    }

    /// What the worker should do now. The caller starts the task of a [Duty.Run].
    Optional<Duty> choose(Worker worker) {
        if (backpressure.isCallDue()) {
            return Optional.of(new Duty.CallDrainListeners());
        }
        if (worker.lane == Lane.ANY && crew.count(Lane.ANY) > maxWorkers) {
            return Optional.of(dismiss(worker));
        }
        var next = paused ? Optional.<PooledTask<?>>empty() : admission.next(worker.lane);
        if (next.isPresent()) {
            return Optional.of(new Duty.Run(next.get()));
        }
        boolean everythingDone = closing && queue.isEmpty();
        return everythingDone || isRested(worker) ? Optional.of(dismiss(worker)) : Optional.empty();
    }

    private Duty dismiss(Worker worker) {
        dismissed(worker);
        return new Duty.Leave();
    }

    /// It is no longer counted.
    ///
    /// @return whether it was
    boolean dismissed(Worker worker) {
        boolean wasCounted = crew.dismissed(worker);
        if (wasCounted) {
            metrics.workerLeft(clock.getAsLong());
        }
        return wasCounted;
    }

    boolean mayGoHome(Worker worker) {
        return worker.lane == Lane.INTERACTIVE_ONLY || crew.count(Lane.ANY) > minWorkers;
    }

    long restLeftNanos(Worker worker) {
        return worker.restingSinceNanos + Times.saturatedNanos(config.idleTimeout()) - clock.getAsLong();
    }

    /// Whether its idle time is over and the pool can do without it.
    boolean isRested(Worker worker) {
        return mayGoHome(worker) && restLeftNanos(worker) <= 0;
    }

    /// How many tasks more could start at once, if they needed no memory.
    int spareWorkers() {
        int busy = (int) crew.live().stream()
                .filter(worker -> worker.lane == Lane.ANY && worker.current.isPresent())
                .count();
        return paused || closing ? 0 : Math.max(0, maxWorkers - busy);
    }

    /// Wakes or hires one worker more if there is something for it to do that nobody is coming for. Called after each
    /// change that could give a worker something to do; whoever comes calls it again, so one at a time is enough.
    void sendForWorkers(Effects effects) {
        if (closing && queue.isEmpty()) {
            crew.wakeAll();
        }
        sendForDrainCall(effects);
        while (!closing && mayHire(Lane.ANY) && crew.count(Lane.ANY) < minWorkers) {
            hire(Lane.ANY, effects);
        }
        if (!paused && !sendForTask(effects)) {
            sendForInteractiveTask(effects);
        }
    }

    private void sendForDrainCall(Effects effects) {
        if (backpressure.isCallDue()
                && crew.coming(Lane.ANY) == 0
                && !crew.wakeAny()
                && crew.live().isEmpty()
                && mayHire(Lane.ANY)) {
            hire(Lane.ANY, effects);
        }
    }

    private boolean sendForTask(Effects effects) {
        return queue.size() > crew.coming(Lane.ANY) && send(Lane.ANY, effects);
    }

    /// When all ordinary workers are busy, and there may be no more of them.
    private void sendForInteractiveTask(Effects effects) {
        int coming = crew.coming(Lane.ANY) + crew.coming(Lane.INTERACTIVE_ONLY);
        if (queue.size(Priority.INTERACTIVE) > coming) {
            send(Lane.INTERACTIVE_ONLY, effects);
        }
    }

    private boolean send(Lane lane, Effects effects) {
        boolean isSomebodyFree = crew.hasIdle(lane) || mayHire(lane);
        if (!isSomebodyFree || admission.next(lane).isEmpty()) {
            return false;
        }
        if (!crew.wake(lane)) {
            hire(lane, effects);
        }
        return true;
    }

    private boolean mayHire(Lane lane) {
        int most = switch (lane) {
            case ANY -> maxWorkers;
            case INTERACTIVE_ONLY -> config.interactiveReserve();
        };
        return hireAgainNanos == Long.MAX_VALUE && crew.count(lane) < most;
    }

    private void hire(Lane lane, Effects effects) {
        long now = clock.getAsLong();
        var worker = seam.newWorker.apply(new Place(crew.freeNumber(), lane));
        crew.hired(worker, now);
        metrics.workerCame(now);
        effects.add("starting " + worker.threadName(), () -> seam.startThread.accept(worker));
    }

    /// A system out of threads must not lose tasks: the workers there are go on, and more are hired a second later.
    void couldNotStart(Worker worker) {
        dismissed(worker);
        crew.gone(worker);
        hireAgainNanos = clock.getAsLong() + RETRY_NANOS;
    }

    /// The clock's reading when the timer should call [#hireAgain]; `Long.MAX_VALUE` for never.
    long hireAgainNanos() {
        return hireAgainNanos;
    }

    void hireAgain(long nowNanos, Effects effects) {
        if (hireAgainNanos <= nowNanos) {
            hireAgainNanos = Long.MAX_VALUE;
            sendForWorkers(effects);
        }
    }
}
