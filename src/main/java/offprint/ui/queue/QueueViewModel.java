package offprint.ui.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import offprint.export.Conduct;
import offprint.export.ExportTotals;
import offprint.export.PhotoProgress;
import offprint.export.PlannedOutput;
import offprint.export.WaitingLine;
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
    /// Rows taken over in one pull, so that ten thousand that come or end at once make no pulse late.
    static final int AT_ONCE = 500;

    /// The newest state of every row, by number, and which of them are still to be taken over.
    private final List<PhotoProgress> newest = new ArrayList<>();

    private final BitSet backlog = new BitSet();
    private final Finishing finishing = new Finishing();
    private final BitSet waiting = new BitSet();
    private final List<PhotoProgress> rows = new ArrayList<>();
    private final TreeSet<Integer> active = new TreeSet<>();
    private final Deque<Depth> depth = new ArrayDeque<>();
    private long version;
    private long lastDepthNanos;
    private ExportTotals totals = NOTHING;
    private WaitingLine line = WaitingLine.IN_ORDER;
    private Conduct conduct = Conduct.USUAL;
    private List<String> columns = List.of();
    private long nowNanos;
    private Optional<PoolSnapshot> snapshot = Optional.empty();

    public QueueViewModel(QueuePort port, Supplier<PoolSnapshot> pool) {
        this.port = port;
        this.pool = pool;
    }

    /// Copies what changed since the last pull.
    ///
    /// @param nanos of `System.nanoTime`
    /// @return the changed rows, in their newest state; the rest of very many comes with the next pulls
    public List<PhotoProgress> pull(long nanos) {
        nowNanos = nanos;
        var changes = port.changesSince(version);
        version = changes.version();
        totals = changes.totals();
        line = changes.line();
        conduct = changes.conduct();
        changes.changed().forEach(this::put);
        var taken = new ArrayList<PhotoProgress>();
        for (int row = backlog.nextSetBit(0); row >= 0 && taken.size() < AT_ONCE; row = backlog.nextSetBit(row)) {
            backlog.clear(row);
            taken.add(newest.get(row));
        }
        taken.forEach(this::take);
        snapshot = Optional.of(pool.get());
        if (depth.isEmpty() || nowNanos - lastDepthNanos >= HISTORY_NANOS) {
            lastDepthNanos = nowNanos;
            depth.addLast(new Depth(totals.waiting(), totals.waitingForMemory()));
            if (depth.size() > HISTORY) {
                depth.removeFirst();
            }
        }
        return List.copyOf(taken);
    }

    private void put(PhotoProgress row) {
        if (row.row() < newest.size()) {
            newest.set(row.row(), row);
        } else {
            newest.add(row);
        }
        backlog.set(row.row());
    }

    private void take(PhotoProgress row) {
        if (row.row() < rows.size()) {
            rows.set(row.row(), row);
        } else {
            rows.add(row);
            columns = withNamesOf(row);
        }
        waiting.set(
                row.row(),
                row.state() == PhotoProgress.State.WAITING || row.state() == PhotoProgress.State.WAITING_FOR_MEMORY);
        finishing.take(row, nowNanos);
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
        return conduct.hold() != Conduct.Hold.NONE;
    }

    /// Towards the rest of the machine.
    public Conduct conduct() {
        return conduct;
    }

    WaitingLine line() {
        return line;
    }

    /// How many photos go before a waiting one.
    int ahead(int row) {
        int place = line.first().indexOf(row);
        if (place >= 0) {
            return place;
        }
        int movedFromBehind =
                (int) line.first().stream().filter(moved -> moved > row).count();
        return waiting.get(0, row).cardinality() + movedFromBehind;
    }

    /// For how long the encoder of a variant has been silent.
    Optional<Duration> finishing(PhotoProgress row, int variant) {
        return finishing.silentFor(row.row(), variant, nowNanos);
    }

    /// Whether a row's cells may change by the clock alone.
    boolean isFinishing(int row) {
        return finishing.isEncoding(row);
    }

    /// Memory that the budget has left.
    long freeMemoryBytes() {
        return snapshot.map(pool -> Math.max(0, pool.memoryBudgetBytes() - pool.admittedBytes()))
                .orElse(0L);
    }

    /// Whether changes are still to be taken over.
    public boolean isBehind() {
        return !backlog.isEmpty();
    }

    public boolean isBusy() {
        return totals.isBusy();
    }

    /// A sample of the chart.
    ///
    /// @param waiting photos
    /// @param forMemory those of them that are next and do not fit
    public record Depth(int waiting, int forMemory) {}

    /// One sample a second, the oldest first.
    public List<Depth> depthHistory() {
        return List.copyOf(depth);
    }

    /// Photos asked to stop whose worker has not left yet.
    public long cancelling() {
        return active.stream()
                .filter(row -> rows.get(row).state() == PhotoProgress.State.CANCELLING)
                .count();
    }

    /// How much of the photos in work is done, in photos.
    public double endedInWork() {
        return active.stream().mapToDouble(row -> rows.get(row).fraction()).sum();
    }

    /// One lane for each worker that exports or may, by number.
    List<Lane> lanes() {
        var lanes = new TreeMap<Integer, Lane>();
        int workers = 0;
        for (int row : active) {
            var lane = Lane.of(rows.get(row), variant -> finishing.silentFor(row, variant, nowNanos));
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
        return columns;
    }

    private List<String> withNamesOf(PhotoProgress row) {
        var outputs = row.planned().outputs();
        if (isNamed(outputs)) {
            return columns;
        }
        var names = new ArrayList<>(columns);
        for (int i = 0; i < outputs.size(); i++) {
            var name = outputs.get(i).variant();
            if (i == names.size()) {
                names.add(name);
            } else if (!names.get(i).equals(name)) {
                names.set(i, Texts.get("queue.column.variant", i + 1));
            }
        }
        return names.equals(columns) ? columns : List.copyOf(names);
    }

    /// The usual case, for thousands of rows.
    private boolean isNamed(List<PlannedOutput> outputs) {
        boolean named = outputs.size() <= columns.size();
        for (int i = 0; named && i < outputs.size(); i++) {
            named = columns.get(i).equals(outputs.get(i).variant());
        }
        return named;
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
        return totals.waitingForMemory() == 0 ? "" : Texts.get("queue.memory", totals.waitingForMemory());
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

    /// The same where there is little room: the time left alone, if that is known.
    public String shortPaceText() {
        return totals.timeLeft()
                .filter(left -> isBusy())
                .map(left -> Texts.get("queue.left", Texts.timeLeft(left)))
                .orElseGet(this::paceText);
    }

    /// Pace and time left while busy; the time to stop after a cancel.
    public String paceText() {
        if (!isBusy()) {
            return totals.lastTimeToStop()
                    .map(stop -> Texts.get("queue.stopped", Texts.millis(stop)))
                    .orElse("");
        }
        switch (conduct.hold()) {
            case PAUSED -> {
                return Texts.get("queue.paused");
            }
            case ON_BATTERY -> {
                return Texts.get("queue.onBattery");
            }
            case NONE -> {}
        }
        if (totals.photosPerMinute() <= 0) {
            return Texts.get("queue.measuring");
        }
        var pace = Texts.perMinute(totals.photosPerMinute());
        return totals.timeLeft()
                .map(left -> Texts.get("queue.paceAndLeft", pace, Texts.timeLeft(left)))
                .orElse(pace);
    }

    /// What polite exports do now, in words; empty while they take all of the machine.
    public String politeText() {
        return switch (conduct.manners()) {
            case FULL -> "";
            case POLITE -> {
                var power = switch (conduct.power()) {
                    case MAINS -> "queue.power.mains";
                    case BATTERY -> "queue.power.battery";
                    case UNKNOWN -> "queue.power.unknown";
                };
                yield Texts.get("queue.polite.now", conduct.workers(), Texts.get(power));
            }
        };
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
