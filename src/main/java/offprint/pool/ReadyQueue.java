package offprint.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// The tasks that wait, by priority, and whose turn it is. Add, remove and move cost O(log n). Guarded by the pool's
/// lock.
///
/// Nobody starves: a priority that is passed over [#PATIENCE] times by higher ones while it has a task waiting is due,
/// and goes first once. So under a flood of interactive work, exports still get about one start in nine.
final class ReadyQueue {

    /// Starts of higher priorities that a waiting one lets pass.
    static final int PATIENCE = 8;

    private final Line interactive = new Line(Priority.INTERACTIVE);
    private final Line near = new Line(Priority.NEAR);
    private final Line batch = new Line(Priority.BATCH);

    /// The highest priority first.
    private final List<Line> lines = List.of(interactive, near, batch);

    /// Grows at both ends: behind all others, or before all others.
    private long last;

    private long first;

    int size() {
        return lines.stream().mapToInt(line -> line.tasks.size()).sum();
    }

    int size(Priority priority) {
        return line(priority).tasks.size();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /// Behind those that wait at its priority.
    void addLast(PooledTask<?> task) {
        task.place = ++last;
        line(task.priority).tasks.put(task.place, task);
    }

    /// Before those that wait at its priority.
    void addFirst(PooledTask<?> task) {
        task.place = --first;
        line(task.priority).tasks.put(task.place, task);
    }

    /// Takes it out, wherever it stands.
    ///
    /// @return whether it was waiting here
    boolean remove(PooledTask<?> task) {
        var line = line(task.priority);
        boolean removed = line.tasks.remove(task.place, task);
        if (line.tasks.isEmpty()) {
            line.passedOver = 0;
        }
        return removed;
    }

    /// Takes it out to start it. What starts on a worker for all priorities counts for the patience of lower ones.
    void removeToStart(PooledTask<?> task, Lane lane) {
        remove(task);
        line(task.priority).passedOver = 0;
        if (lane == Lane.ANY) {
            for (var line : lines) {
                if (line.priority.compareTo(task.priority) > 0 && !line.tasks.isEmpty()) {
                    line.passedOver++;
                }
            }
        }
    }

    /// The priorities in the order in which a worker of this lane should look for its next task.
    List<Priority> order(Lane lane) {
        if (lane == Lane.INTERACTIVE_ONLY) {
            return List.of(Priority.INTERACTIVE);
        }
        var order = new ArrayList<Priority>(lines.size());
        lines.stream()
                .filter(line -> line.passedOver >= PATIENCE)
                .max(Comparator.comparingInt((Line line) -> line.passedOver)
                        .thenComparing(line -> line.priority, Comparator.reverseOrder()))
                .ifPresent(due -> order.add(due.priority));
        for (var line : lines) {
            if (!order.contains(line.priority)) {
                order.add(line.priority);
            }
        }
        return order;
    }

    /// At most `limit` tasks of a priority, the next one first.
    List<PooledTask<?>> front(Priority priority, int limit) {
        var front = new ArrayList<PooledTask<?>>();
        for (var task : line(priority).tasks.values()) {
            if (front.size() == limit) {
                break;
            }
            front.add(task);
        }
        return front;
    }

    /// All that wait, by priority, the next one first.
    List<PooledTask<?>> all() {
        var all = new ArrayList<PooledTask<?>>();
        lines.forEach(line -> all.addAll(line.tasks.values()));
        return all;
    }

    private Line line(Priority priority) {
        return switch (priority) {
            case INTERACTIVE -> interactive;
            case NEAR -> near;
            case BATCH -> batch;
        };
    }

    /// One priority's tasks by place.
    private static final class Line {

        final Priority priority;
        final TreeMap<Long, PooledTask<?>> tasks = new TreeMap<>();
        int passedOver;

        Line(Priority priority) {
            this.priority = priority;
        }
    }
}
