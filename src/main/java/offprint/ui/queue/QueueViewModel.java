package offprint.ui.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import offprint.export.ExportTotals;
import offprint.export.PhotoProgress;
import offprint.pool.PoolSnapshot;
import offprint.ui.Texts;

/// The queue as the window shows it: pulled, never pushed. Plain Java, no toolkit; belongs to one thread.
public final class QueueViewModel {

    /// Samples of the small chart: one a second, two minutes.
    static final int HISTORY = 120;

    private static final long HISTORY_NANOS = 1_000_000_000L;
    private static final ExportTotals NOTHING =
            new ExportTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());

    private final QueuePort port;
    private final Supplier<PoolSnapshot> pool;
    private final List<PhotoProgress> rows = new ArrayList<>();
    private final TreeSet<Integer> active = new TreeSet<>();
    private final Deque<Integer> depth = new ArrayDeque<>();
    private long version;
    private long lastDepthNanos;
    private ExportTotals totals = NOTHING;
    private boolean paused;
    private Optional<PoolSnapshot> snapshot = Optional.empty();

    public QueueViewModel(QueuePort port, Supplier<PoolSnapshot> pool) {
        this.port = port;
        this.pool = pool;
    }

    /// Copies what changed since the last pull.
    ///
    /// @param nowNanos of `System.nanoTime`
    /// @return the changed rows, in their newest state
    public List<PhotoProgress> pull(long nowNanos) {
        var changes = port.changesSince(version);
        version = changes.version();
        totals = changes.totals();
        paused = changes.paused();
        for (var row : changes.changed()) {
            take(row);
        }
        snapshot = Optional.of(pool.get());
        if (depth.isEmpty() || nowNanos - lastDepthNanos >= HISTORY_NANOS) {
            lastDepthNanos = nowNanos;
            depth.addLast(totals.waiting());
            if (depth.size() > HISTORY) {
                depth.removeFirst();
            }
        }
        return changes.changed();
    }

    private void take(PhotoProgress row) {
        if (row.row() < rows.size()) {
            rows.set(row.row(), row);
        } else {
            rows.add(row);
        }
        boolean working = row.state() == PhotoProgress.State.WORKING || row.state() == PhotoProgress.State.CANCELLING;
        if (working) {
            active.add(row.row());
        } else {
            active.remove(row.row());
        }
    }

    /// Every row, by number; a live view.
    public List<PhotoProgress> rows() {
        return java.util.Collections.unmodifiableList(rows);
    }

    public ExportTotals totals() {
        return totals;
    }

    public boolean isPaused() {
        return paused;
    }

    public boolean isBusy() {
        return totals.isBusy();
    }

    /// Waiting photos, one sample a second, the oldest first.
    public List<Integer> depthHistory() {
        return List.copyOf(depth);
    }

    /// Photos asked to stop whose worker has not left yet.
    public long cancelling() {
        return active.stream()
                .filter(row -> rows.get(row).state() == PhotoProgress.State.CANCELLING)
                .count();
    }

    /// One lane for each worker that exports or may, by number.
    List<Lane> lanes() {
        var lanes = new TreeMap<Integer, Lane>();
        int workers = 0;
        for (int row : active) {
            var lane = Lane.of(rows.get(row));
            lanes.put(lane.worker(), lane);
            workers = Math.max(workers, lane.worker());
        }
        snapshot.ifPresent(pool -> pool.workers()
                .forEach(worker ->
                        lanes.putIfAbsent(worker.workerNumber(), new Lane(worker.workerNumber(), Optional.empty()))));
        return List.copyOf(lanes.values());
    }

    /// Names of the variants by column, or a number where batches differ.
    List<String> columns() {
        var names = new ArrayList<String>();
        for (var row : rows) {
            var outputs = row.planned().outputs();
            for (int i = 0; i < outputs.size(); i++) {
                var name = outputs.get(i).variant();
                if (i == names.size()) {
                    names.add(name);
                } else if (!names.get(i).equals(name)) {
                    names.set(i, Texts.get("queue.column.variant", i + 1));
                }
            }
        }
        return names;
    }

    /// `248 waiting`, and so on: see the status bar.
    public String waitingText() {
        return Texts.get("queue.waiting", Texts.count(totals.waiting()));
    }

    public String workingText() {
        return Texts.get("queue.working", Texts.count(totals.working() - cancelling()));
    }

    public String cancellingText() {
        long count = cancelling();
        return count == 0 ? "" : Texts.get("queue.cancelling", Texts.count(count));
    }

    public String memoryText() {
        return totals.waitingForMemory() == 0 ? "" : Texts.get("queue.memory", Texts.count(totals.waitingForMemory()));
    }

    public String doneText() {
        return Texts.get("queue.done", Texts.count(totals.done()));
    }

    public String failedText() {
        return totals.failed() == 0 ? "" : Texts.get("queue.failed", Texts.count(totals.failed()));
    }

    public String cancelledText() {
        return totals.cancelled() == 0 ? "" : Texts.get("queue.cancelled", Texts.count(totals.cancelled()));
    }

    /// Pace and time left while busy; the time to stop after a cancel.
    public String paceText() {
        if (!isBusy()) {
            return totals.lastTimeToStop()
                    .map(stop -> Texts.get("queue.stopped", Texts.millis(stop)))
                    .orElse("");
        }
        if (paused) {
            return Texts.get("queue.paused");
        }
        if (totals.photosPerMinute() <= 0) {
            return Texts.get("queue.measuring");
        }
        var pace = Texts.perMinute(totals.photosPerMinute());
        return totals.timeLeft()
                .map(left -> Texts.get("queue.paceAndLeft", pace, Texts.timeLeft(left)))
                .orElse(pace);
    }

    /// Workers and memory, as the pool says.
    public String machineText() {
        return snapshot.map(pool -> Texts.get(
                        "queue.machine",
                        pool.liveWorkers(),
                        Texts.bytes(pool.admittedBytes()),
                        Texts.bytes(pool.memoryBudgetBytes())))
                .orElse("");
    }
}
