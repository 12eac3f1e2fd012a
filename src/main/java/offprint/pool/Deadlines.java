package offprint.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/// The running tasks that have a deadline, the nearest first. Guarded by the pool's lock.
final class Deadlines {

    private final TreeSet<Deadline> deadlines = new TreeSet<>(Comparator.comparingLong(Deadline::atNanos)
            .thenComparingLong(deadline -> deadline.task().id()));

    private record Deadline(long atNanos, PooledTask<?> task) {}

    /// A task that has just started; nothing happens when it has no deadline.
    ///
    /// @return whether it is the nearest now
    boolean watch(PooledTask<?> task) {
        return task.spec()
                .deadline()
                .map(limit -> {
                    var deadline = new Deadline(task.startedNanos + Times.saturatedNanos(limit), task);
                    deadlines.add(deadline);
                    return deadlines.first().equals(deadline);
                })
                .orElse(false);
    }

    void forget(PooledTask<?> task) {
        task.spec()
                .deadline()
                .ifPresent(
                        limit -> deadlines.remove(new Deadline(task.startedNanos + Times.saturatedNanos(limit), task)));
    }

    /// Takes out those whose time is over.
    List<PooledTask<?>> takePassed(long nowNanos) {
        var passed = new ArrayList<PooledTask<?>>();
        while (!deadlines.isEmpty() && deadlines.first().atNanos <= nowNanos) {
            passed.add(deadlines.removeFirst().task);
        }
        return passed;
    }

    /// The pool clock's reading at the nearest one.
    OptionalLong nearestNanos() {
        return deadlines.isEmpty() ? OptionalLong.empty() : OptionalLong.of(deadlines.first().atNanos);
    }
}
