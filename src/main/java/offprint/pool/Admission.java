package offprint.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Chooses the task that starts next: the queue's order, as far as the memory budget has room. Guarded by the pool's
/// lock.
///
/// A task that is next but does not fit becomes WAITING_FOR_MEMORY. Others may pass it, but not for ever: every pass
/// costs it patience, [#PASS_BY_PEER] by a task of its own or a lower priority, 1 by one of a higher priority; once it
/// has none left, nothing that takes memory starts before it, so the running tasks end and make the room it needs.
final class Admission {

    /// What a blocked task can bear.
    static final int PATIENCE = 64;

    /// What one pass by its own or a lower priority costs: at most eight of them.
    static final int PASS_BY_PEER = 8;

    /// How far behind a blocked task one is looked for that fits.
    private static final int LOOK_BEHIND = 32;

    private final ReadyQueue queue;
    private final MemoryBudget budget;

    /// In the order in which they became blocked.
    private final List<PooledTask<?>> blocked = new ArrayList<>();

    Admission(ReadyQueue queue, MemoryBudget budget) {
        this.queue = queue;
        this.budget = budget;
    }

    /// The task that a worker of this lane would start now. Marks those that are next and do not fit.
    Optional<PooledTask<?>> next(Lane lane) {
        var impatient =
                blocked.stream().filter(task -> task.patience <= 0).findFirst().filter(task -> mayTake(lane, task));
        if (impatient.isPresent() && fits(impatient.get())) {
            return impatient;
        }
        for (var priority : queue.order(lane)) {
            var found = firstThatFits(priority);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<PooledTask<?>> firstThatFits(Priority priority) {
        boolean isNext = true;
        for (var task : queue.front(priority, 1 + LOOK_BEHIND)) {
            if (fits(task) && (task.spec().estimatedBytes() == 0 || nobodyIsOutOfPatience(task))) {
                return Optional.of(task);
            }
            if (isNext && !fits(task) && task.state() == TaskState.WAITING) {
                task.waitsForMemory();
                blocked.add(task);
            }
            isNext = false;
        }
        return Optional.empty();
    }

    /// Takes it from the queue and reserves its memory.
    void start(PooledTask<?> task, Lane lane) {
        queue.removeToStart(task, lane);
        blocked.remove(task);
        budget.admit(task.spec().estimatedBytes());
        if (task.spec().estimatedBytes() > 0) {
            for (var passed : blocked) {
                passed.patience -= task.priority.compareTo(passed.priority) < 0 ? 1 : PASS_BY_PEER;
            }
        }
    }

    /// Gives back what [#start] reserved.
    void ended(PooledTask<?> task) {
        budget.release(task.spec().estimatedBytes());
    }

    /// Must be told when a waiting task leaves its line otherwise than by [#start].
    void leftLine(PooledTask<?> task) {
        blocked.remove(task);
    }

    int waitingForMemory() {
        return blocked.size();
    }

    private boolean fits(PooledTask<?> task) {
        return budget.hasRoomFor(task.spec().estimatedBytes());
    }

    private boolean nobodyIsOutOfPatience(PooledTask<?> candidate) {
        return blocked.stream().allMatch(task -> task == candidate || task.patience > 0);
    }

    private static boolean mayTake(Lane lane, PooledTask<?> task) {
        return lane == Lane.ANY || task.priority == Priority.INTERACTIVE;
    }
}
