package offprint.ui.queue;

import java.util.Comparator;
import java.util.List;
import offprint.export.PhotoProgress;

/// In what order the matrix shows its rows. Plain Java.
///
/// @param by what counts
/// @param direction of it; rows that are equal stay in the order in which they were added
record QueueOrder(Key by, Direction direction) {

    static final QueueOrder ADDED = new QueueOrder(Key.ADDED, Direction.UP);

    /// What rows are compared by.
    enum Key {
        ADDED,
        NAME,
        /// What needs a look first: failed, at work, waiting, then what has ended.
        STATE,
        TIME
    }

    enum Direction {
        UP,
        DOWN
    }

    /// The order after a click on the head of a column: up, down, and back as they were added.
    QueueOrder clicked(Key key) {
        if (key != by) {
            return new QueueOrder(key, Direction.UP);
        }
        return direction == Direction.UP ? new QueueOrder(key, Direction.DOWN) : ADDED;
    }

    boolean isAsAdded() {
        return equals(ADDED);
    }

    /// @param rows in the order in which they were added, as those that are equal stay
    List<QueueRow> sorted(List<QueueRow> rows) {
        Comparator<QueueRow> order = switch (by) {
            case ADDED -> Comparator.comparingInt(QueueRow::number);
            case NAME -> Comparator.comparing(QueueRow::name, String.CASE_INSENSITIVE_ORDER);
            case STATE -> Comparator.comparingInt(row -> urgency(row.progress().state()));
            case TIME -> Comparator.comparing(row -> row.progress().elapsed());
        };
        var directed = direction == Direction.UP ? order : order.reversed();
        return rows.stream().sorted(directed).toList();
    }

    private static int urgency(PhotoProgress.State state) {
        return switch (state) {
            case FAILED -> 0;
            case CANCELLING -> 1;
            case WORKING -> 2;
            case WAITING_FOR_MEMORY -> 3;
            case WAITING -> 4;
            case CANCELLED -> 5;
            case DONE -> 6;
        };
    }
}
