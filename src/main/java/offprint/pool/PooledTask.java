package offprint.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancelledException;

/// A submitted task with all that the pool knows of it. The fields without a word about it are guarded by the pool's
/// lock; `state` and `result` are written under it and read by anyone.
final class PooledTask<T> implements TaskHandle<T> {

    final Task<T> work;
    final long submittedNanos;
    final CancellationSource cancellation = new CancellationSource();
    final TaskWaitEvent waitEvent = new TaskWaitEvent();

    /// Where it stands now; its spec keeps the one it came with.
    Priority priority;

    /// Its key in the queue's line.
    long place;

    /// See [Admission].
    int patience = Admission.PATIENCE;

    long startedNanos;
    StopRequest stop = new StopRequest.None();

    private final Scheduler scheduler;
    private final long id;
    private final TaskSpec spec;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Consumer<TaskResult<T>>> callbacks = new ArrayList<>();
    private volatile TaskState state = TaskState.WAITING;
    private volatile Optional<TaskResult<T>> result = Optional.empty();

    PooledTask(Scheduler scheduler, long id, TaskSpec spec, Task<T> work, long submittedNanos) {
        this.scheduler = scheduler;
        this.id = id;
        this.spec = spec;
        this.work = work;
        this.submittedNanos = submittedNanos;
        this.priority = spec.priority();
        waitEvent.begin();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public TaskSpec spec() {
        return spec;
    }

    @Override
    public TaskState state() {
        return state;
    }

    @Override
    public Optional<TaskResult<T>> result() {
        return result;
    }

    @Override
    public boolean cancel() {
        return scheduler.cancel(this);
    }

    @Override
    public boolean reprioritise(Priority priority) {
        return scheduler.reprioritise(this, priority);
    }

    @Override
    public boolean moveToFront() {
        return scheduler.moveToFront(this);
    }

    @Override
    public void onDone(Consumer<TaskResult<T>> callback) {
        scheduler.onDone(this, callback);
    }

    @Override
    public TaskResult<T> await(Duration timeout) throws InterruptedException, TimeoutException {
        if (!ended.await(Times.saturatedNanos(timeout), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException(spec.label() + " has not ended after " + timeout);
        }
        return result.orElseThrow();
    }

    boolean isWaiting() {
        return state == TaskState.WAITING || state == TaskState.WAITING_FOR_MEMORY;
    }

    boolean isOnWorker() {
        return state == TaskState.RUNNING || state == TaskState.CANCELLING;
    }

    void waitsInLine() {
        move(TaskState.WAITING);
        patience = Admission.PATIENCE;
    }

    void waitsForMemory() {
        move(TaskState.WAITING_FOR_MEMORY);
    }

    void started(long nowNanos) {
        startedNanos = nowNanos;
        move(TaskState.RUNNING);
    }

    void askedToStop(StopRequest request) {
        stop = request;
        move(TaskState.CANCELLING);
    }

    void cancelledBeforeStart(Effects effects) {
        end(new TaskResult.Cancelled<>(Duration.ZERO), effects);
    }

    /// Ends it as it left its worker. A value wins over a cancel or a deadline that came too late to stop it; a
    /// [CancelledException] means what it was asked for, and failure if it was not asked.
    void left(Ending<T> ending, long nowNanos, Effects effects) {
        var waited = Duration.ofNanos(startedNanos - submittedNanos);
        var ran = Duration.ofNanos(nowNanos - startedNanos);
        TaskResult<T> how = switch (ending) {
            case Ending.Returned<T> returned -> new TaskResult.Completed<>(returned.value(), waited, ran);
            case Ending.Threw<T> threw ->
                threw.cause() instanceof CancelledException cancelled
                        ? stopped(cancelled, nowNanos, waited, ran)
                        : new TaskResult.Failed<>(threw.cause(), waited, ran);
        };
        end(how, effects);
    }

    private TaskResult<T> stopped(Throwable cause, long nowNanos, Duration waited, Duration ran) {
        return switch (stop) {
            case StopRequest.None none -> new TaskResult.Failed<>(cause, waited, ran);
            case StopRequest.Cancel cancel -> new TaskResult.Cancelled<>(Duration.ofNanos(nowNanos - cancel.atNanos()));
            case StopRequest.DeadlinePassed passed -> {
                var timeout = new TimeoutException(
                        spec.label() + " ran longer than " + spec.deadline().orElseThrow());
                timeout.initCause(cause);
                yield new TaskResult.Failed<>(timeout, waited, ran);
            }
        };
    }

    private void end(TaskResult<T> how, Effects effects) {
        result = Optional.of(how);
        move(
                switch (how) {
                    case TaskResult.Completed<T> completed -> TaskState.COMPLETED;
                    case TaskResult.Failed<T> failed -> TaskState.FAILED;
                    case TaskResult.Cancelled<T> cancelled -> TaskState.CANCELLED;
                });
        for (var callback : callbacks) {
            effects.add("a callback of " + spec.label(), () -> callback.accept(how));
        }
        callbacks.clear();
        ended.countDown();
    }

    /// Calls back at the end, or after the lock is left when it has ended.
    void callBack(Consumer<TaskResult<T>> callback, Effects effects) {
        result.ifPresentOrElse(
                how -> effects.add("a callback of " + spec.label(), () -> callback.accept(how)),
                () -> callbacks.add(callback));
    }

    private void move(TaskState next) {
        if (state.isFinal()) {
            throw new IllegalStateException(spec.label() + " is " + state + " and can't become " + next);
        }
        state = next;
    }
}
