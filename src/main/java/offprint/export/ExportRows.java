package offprint.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The rows of the service, in order, and what changed when.
///
/// Writers take a lock for a moment. Readers take none: a worker of lower rank that is put off its processor in the
/// middle of a change must not hold the window up. Each change gives its row the next version; the rows hang in a
/// skip list by version, so that a look costs what has changed and not what there is. A version is published after the
/// row hangs there, hence a look that starts from a published version misses nothing, and at worst sees a newer state.
final class ExportRows {

    private final LongSupplier nanoTime;
    private final ReentrantLock writing = new ReentrantLock();

    /// Grows by whole batches; readers take the list of the moment.
    private volatile List<Row> rows = List.of();

    private final ConcurrentSkipListMap<Long, Row> byVersion = new ConcurrentSkipListMap<>();
    private final Tally tally = new Tally();
    private long lastVersion;
    private volatile Published published = new Published(0, tally.totals());

    ExportRows(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// What readers start from.
    record Published(long version, ExportTotals totals) {}

    /// Adds a batch's photos at the end.
    List<Row> add(ExportBatch batch, List<PlannedPhoto> photos, IntUnaryOperator sequenceOf) {
        writing.lock();
        try {
            int before = rows.size();
            var added = new ArrayList<Row>(photos.size());
            for (var photo : photos) {
                var row = new Row(before + added.size(), sequenceOf.applyAsInt(added.size()), batch, photo);
                added.add(row);
                tally.add(row.snapshot);
                hang(row);
            }
            var all = new ArrayList<Row>(before + added.size());
            all.addAll(rows);
            all.addAll(added);
            rows = Collections.unmodifiableList(all);
            publish();
            return added;
        } finally {
            writing.unlock();
        }
    }

    int size() {
        return rows.size();
    }

    Row row(int number) {
        return rows.get(number);
    }

    /// Those there are now, in order.
    List<Row> all() {
        return rows;
    }

    /// Changes a row and shows the change.
    void update(Row row, Consumer<Row> change) {
        update(List.of(row), change);
    }

    /// Changes several rows in one go.
    void update(Collection<Row> several, Consumer<Row> change) {
        writing.lock();
        try {
            for (var row : several) {
                change.accept(row);
                show(row);
            }
            publish();
        } finally {
            writing.unlock();
        }
    }

    /// Asks or changes what no snapshot shows.
    <T> T quietly(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /// Like [#update], but gives up when a writer is at it: for a reader that must not wait.
    void tryUpdate(Row row, Consumer<Row> change) {
        if (writing.tryLock()) {
            try {
                change.accept(row);
                show(row);
                publish();
            } finally {
                writing.unlock();
            }
        }
    }

    /// For use within a change.
    Tally tally() {
        return tally;
    }

    /// The sums of the moment.
    Published published() {
        return published;
    }

    /// The rows that changed after `version`, each once, by number.
    static List<PhotoProgress> changed(Collection<Row> rows) {
        var all = new ArrayList<PhotoProgress>();
        boolean ordered = true;
        for (var row : rows) {
            ordered &= all.isEmpty() || all.getLast().row() < row.number;
            all.add(row.snapshot);
        }
        if (ordered) {
            return all;
        }
        // A row may hang at two versions for a moment.
        var newest = new TreeMap<Integer, PhotoProgress>();
        all.forEach(row -> newest.put(row.row(), row));
        return List.copyOf(newest.values());
    }

    Collection<Row> changedSince(long version) {
        return byVersion.tailMap(version, false).values();
    }

    private void show(Row row) {
        var picture = row.picture(nanoTime.getAsLong());
        tally.remove(row.snapshot);
        tally.add(picture);
        row.snapshot = picture;
        hang(row);
    }

    private void hang(Row row) {
        long old = row.version;
        row.version = ++lastVersion;
        byVersion.put(row.version, row);
        if (old != 0) {
            byVersion.remove(old);
        }
    }

    private void publish() {
        published = new Published(lastVersion, tally.totals());
    }
}
