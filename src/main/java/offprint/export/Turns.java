package offprint.export;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whose turn it is among the photos that are not yet given to the pool: by number, but for those that were moved to
/// the front. Any thread may call it; nobody waits for more than a moment.
final class Turns {

    private final TreeSet<Row> pending =
            new TreeSet<>(Comparator.<Row>comparingInt(row -> row.turn).thenComparingInt(row -> row.number));

    /// The next turn before all others.
    private int foremost;

    /// The next one first; some have started since.
    private volatile List<Row> movedToFront = List.of();

    synchronized void add(Collection<Row> more) {
        pending.addAll(more);
    }

    synchronized Optional<Row> poll() {
        return Optional.ofNullable(pending.pollFirst());
    }

    /// @return whether it was there
    synchronized boolean take(Row row) {
        return pending.remove(row);
    }

    /// Lets these rows go before all others, in this order.
    synchronized void moveToFront(List<Row> chosen) {
        for (var row : chosen.reversed()) {
            boolean waits = pending.remove(row);
            row.turn = --foremost;
            if (waits) {
                pending.add(row);
            }
        }
    }

    /// Tells of the rows that were moved, once they have been.
    synchronized void tellFirst(List<Row> chosen) {
        movedToFront = Stream.concat(chosen.stream(), movedToFront.stream())
                .distinct()
                .filter(Turns::isWaiting)
                .toList();
    }

    /// Numbers of the rows that were moved to the front and still wait; waits for nobody.
    List<Integer> first() {
        return movedToFront.stream()
                .filter(Turns::isWaiting)
                .map(row -> row.number)
                .toList();
    }

    private static boolean isWaiting(Row row) {
        return ExportFeeder.isWaiting(row.snapshot.state());
    }
}
