package offprint.export;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancelledException;
import offprint.engine.RenderCancellation;
import offprint.export.PhotoProgress.State;
import offprint.pool.Priority;
import offprint.pool.Submission;
import offprint.pool.TaskContext;
import offprint.pool.TaskHandle;
import offprint.pool.TaskResult;
import offprint.pool.TaskSpec;
import offprint.pool.TaskState;
import offprint.pool.WorkerPool;

/// Feeds the pool with photos, a few ahead of the workers and never more, so that a pause takes hold at once, a cancel
/// of ten thousand waiting photos has almost nothing to take back, and the pool's ready window stays free for others.
///
/// Any thread may call it; nothing here touches the disk.
final class ExportFeeder implements AutoCloseable {

    /// Photos submitted and not started: enough for a worker that frees itself to find the next one ready.
    private static final int LOOKAHEAD = 4;

    private static final System.Logger LOG = System.getLogger(ExportFeeder.class.getName());

    private final WorkerPool pool;
    private final ExportRows rows;
    private final RowEndings endings;
    private final Function<Run, PhotoRun> runs;
    private final Function<PlannedPhoto, Long> estimate;
    private final RenderProgress.Clock clock;
    private final WorkerPool.Registration drain;
    private final Turns pending = new Turns();
    private final Set<Submitted> submitted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger pumpRequests = new AtomicInteger();

    /// Who takes back what the pool has; nothing new is given to it meanwhile.
    private final AtomicInteger reordering = new AtomicInteger();

    private final BooleanSupplier held;
    private volatile boolean paused;
    private volatile boolean closed;

    ExportFeeder(
            WorkerPool pool,
            ExportRows rows,
            RowEndings endings,
            Function<Run, PhotoRun> runs,
            Function<PlannedPhoto, Long> estimate,
            RenderProgress.Clock clock,
            BooleanSupplier held) {
        this.pool = pool;
        this.held = held;
        this.rows = rows;
        this.endings = endings;
        this.runs = runs;
        this.estimate = estimate;
        this.clock = clock;
        this.drain = pool.onDrain(this::pump);
    }

    /// What a run starts from.
    record Run(Row row, ExportBatch batch, PlannedPhoto planned, RenderCancellation cancels) {}

    /// How a task left its worker.
    private enum Left {
        ENDED,
        /// Nothing was to start, or the row has been ended or started anew in the meantime.
        NOT_BEGUN
    }

    /// One submission of a row.
    private final class Submitted {
        private final Row row;
        private final int attempt;
        private final long estimatedBytes;
        private final AtomicBoolean ahead = new AtomicBoolean(true);
        private volatile Optional<TaskHandle<Left>> handle = Optional.empty();

        /// The row is nobody's again, and this must not start it.
        private volatile boolean withdrawn;

        Submitted(Row row, int attempt, long estimatedBytes) {
            this.row = row;
            this.attempt = attempt;
            this.estimatedBytes = estimatedBytes;
            submitted.add(this);
        }

        void noLongerAhead() {
            if (ahead.compareAndSet(true, false)) {
                submitted.remove(this);
            }
        }
    }

    /// Adds rows that may start; call [#pump] afterwards.
    void add(Collection<Row> more) {
        pending.add(more);
    }

    boolean isPaused() {
        return paused;
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
    }

    private boolean startsNothing() {
        return paused || reordering.get() > 0 || held.getAsBoolean();
    }

    /// Lets these rows start before all others that wait, in this order.
    void moveToFront(List<Row> chosen) {
        pending.moveToFront(chosen);
        if (!startsNothing() && !closed) {
            reordering.incrementAndGet();
            try {
                List.copyOf(submitted).forEach(this::withdraw);
            } finally {
                reordering.decrementAndGet();
            }
        }
        pump();
        pending.tellFirst(chosen);
    }

    /// Takes back from the pool what has not started, for another turn.
    private void withdraw(Submitted submission) {
        var row = submission.row;
        boolean withdrawn = rows.quietly(() -> {
            if (submission.handle.isEmpty() || row.attempt != submission.attempt || !RowEndings.isWaiting(row)) {
                return false;
            }
            submission.withdrawn = true;
            if (row.state == State.WAITING_FOR_MEMORY) {
                rows.update(row, again -> again.state = State.WAITING);
            }
            return true;
        });
        if (withdrawn) {
            submission.noLongerAhead();
            add(List.of(row));
            submission.handle.ifPresent(TaskHandle::cancel);
        }
    }

    /// Whose turn it is. Waits for nobody.
    WaitingLine line() {
        var asked = new HashMap<Integer, Long>();
        for (var submission : submitted) {
            if (submission.row.snapshot.state() == State.WAITING_FOR_MEMORY) {
                asked.put(submission.row.number, submission.estimatedBytes);
            }
        }
        return new WaitingLine(pending.first(), asked);
    }

    /// Submits what may be submitted. Calls that meet, from several threads or from within, become one.
    void pump() {
        if (pumpRequests.getAndIncrement() != 0) {
            return;
        }
        int seen;
        do {
            seen = pumpRequests.get();
            while (submitNext()) {
                // one more
            }
        } while (pumpRequests.addAndGet(-seen) != 0);
    }

    /// @return whether to go on
    private boolean submitNext() {
        if (startsNothing() || submitted.size() >= LOOKAHEAD) {
            return false;
        }
        var next = pending.poll();
        if (next.isEmpty()) {
            return false;
        }
        var row = next.get();
        if (closed) {
            endings.cancelWaiting(List.of(row), RowEndings.StoppedBy.PROGRAM);
            return true;
        }
        return submit(row);
    }

    private boolean submit(Row row) {
        record Ask(boolean waiting, int attempt, PlannedPhoto planned) {}
        var ask = rows.quietly(() -> new Ask(RowEndings.isWaiting(row), row.attempt, row.planned));
        if (!ask.waiting) {
            return true;
        }
        var label = TargetNames.fileName(ask.planned.photo().file());
        var submission = new Submitted(row, ask.attempt, estimated(ask.planned));
        Submission<Left> answer = pool.submit(
                TaskSpec.of(label, Priority.BATCH, submission.estimatedBytes), context -> run(submission, context));
        return switch (answer) {
            case Submission.Accepted<Left> accepted -> {
                accepted(submission, accepted.handle());
                yield true;
            }
            case Submission.Full<Left> full -> {
                submission.noLongerAhead();
                add(List.of(row));
                yield false;
            }
            case Submission.Closed<Left> gone -> {
                submission.noLongerAhead();
                endings.cancelWaiting(List.of(row), RowEndings.StoppedBy.PROGRAM);
                yield true;
            }
        };
    }

    private long estimated(PlannedPhoto planned) {
        try {
            return estimate.apply(planned);
        } catch (RuntimeException bug) {
            // The run itself will meet the bug and tell it on the photo's row.
            LOG.log(
                    System.Logger.Level.ERROR,
                    "no estimate for " + planned.photo().file(),
                    bug);
            return 0;
        }
    }

    private void accepted(Submitted submission, TaskHandle<Left> handle) {
        submission.handle = Optional.of(handle);
        boolean cancelNow = rows.quietly(() -> {
            var row = submission.row;
            if (row.attempt != submission.attempt || row.state.isFinal()) {
                return true;
            }
            row.handle = handle;
            return row.cancelRequested;
        });
        handle.onDone(result -> left(submission, result));
        if (cancelNow) {
            handle.cancel();
        }
    }

    private Left run(Submitted submission, TaskContext context) throws CancelledException {
        var start = tryStart(submission, context);
        submission.noLongerAhead();
        if (start.isEmpty()) {
            return Left.NOT_BEGUN;
        }
        pump();
        try {
            runs.apply(start.get()).run();
            return Left.ENDED;
        } finally {
            start.get().batch.journal().ifPresent(JournalWriter::flush);
        }
    }

    private Optional<Run> tryStart(Submitted submission, TaskContext context) {
        var row = submission.row;
        return rows.quietly(() -> {
            if (submission.withdrawn
                    || startsNothing()
                    || closed
                    || row.attempt != submission.attempt
                    || !RowEndings.isWaiting(row)) {
                return Optional.empty();
            }
            var photo = new CancellationSource(context.cancellation());
            row.photoCancel = photo;
            row.variantCancels = Stream.generate(() -> new CancellationSource(photo.token()))
                    .limit(row.variants.length)
                    .toList();
            rows.update(row, started -> {
                started.state = State.WORKING;
                started.worker = Optional.of(context.workerNumber());
                started.startedNanos = clock.getAsLong();
            });
            var tokens =
                    row.variantCancels.stream().map(CancellationSource::token).toList();
            return Optional.of(new Run(row, row.batch, row.planned, new RenderCancellation(photo.token(), tokens)));
        });
    }

    /// The task is off its worker, or never came to one.
    private void left(Submitted submission, TaskResult<Left> result) {
        submission.noLongerAhead();
        var row = submission.row;
        boolean isCurrent =
                !submission.withdrawn && rows.quietly(() -> row.attempt == submission.attempt && !row.state.isFinal());
        if (isCurrent) {
            switch (result) {
                case TaskResult.Completed<Left> completed -> completed(submission, completed.value());
                case TaskResult.Cancelled<Left> cancelled ->
                    endings.stopped(row, cancelled.timeToStop(), stoppedBy(row));
                case TaskResult.Failed<Left> failed -> failed(submission, failed.cause());
            }
        }
        pump();
    }

    private void completed(Submitted submission, Left how) {
        switch (how) {
            case ENDED -> endings.finished(submission.row);
            case NOT_BEGUN -> putBack(submission.row);
        }
    }

    /// Waits for another turn, and so do those that the pool has behind it: they would go before it.
    private void putBack(Row row) {
        add(List.of(row));
        List.copyOf(submitted).forEach(this::withdraw);
    }

    private void failed(Submitted submission, Throwable cause) {
        var row = submission.row;
        if (cause instanceof CancelledException) {
            long requested = rows.quietly(() -> row.cancelNanos);
            long took = requested == 0 ? 0 : Math.max(0, clock.getAsLong() - requested);
            endings.stopped(row, Duration.ofNanos(took), stoppedBy(row));
            return;
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "a photo failed unexpectedly: " + row.snapshot.planned().photo().file(),
                cause);
        endings.photoFailed(row, Failures.thrown(cause, submission.estimatedBytes));
        endings.finished(row);
    }

    private RowEndings.StoppedBy stoppedBy(Row row) {
        boolean byUser = rows.quietly(() -> row.cancelRequested);
        return byUser ? RowEndings.StoppedBy.USER : RowEndings.StoppedBy.PROGRAM;
    }

    /// Brings "waiting for memory" from the pool to the rows; a look that would have to wait is left out.
    void lookForMemoryWaits() {
        for (var submission : submitted) {
            var state = submission.handle.map(TaskHandle::state);
            var wanted = state.filter(TaskState.WAITING_FOR_MEMORY::equals).isPresent()
                    ? State.WAITING_FOR_MEMORY
                    : State.WAITING;
            if (submission.row.snapshot.state() != wanted && isWaiting(submission.row.snapshot.state())) {
                rows.tryUpdate(submission.row, row -> {
                    if (row.attempt == submission.attempt && RowEndings.isWaiting(row)) {
                        row.state = wanted;
                    }
                });
            }
        }
    }

    static boolean isWaiting(State state) {
        return state == State.WAITING || state == State.WAITING_FOR_MEMORY;
    }

    /// Starts nothing any more.
    void stop() {
        closed = true;
    }

    @Override
    public void close() {
        closed = true;
        paused = false;
        drain.close();
        pump();
    }
}
