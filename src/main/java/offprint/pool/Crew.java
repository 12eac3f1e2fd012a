package offprint.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The workers there are. Guarded by the pool's lock.
///
/// A worker is *coming* from the moment it was hired or woken until it asks for a duty; each one that comes looks
/// whether there is more to do than it can take, so it is enough to send for one at a time. Idle workers are woken the
/// latest first: the early ones may then go home.
final class Crew {

    private final List<Worker> live = new ArrayList<>();
    private final Set<Worker> leaving = new LinkedHashSet<>();
    private final ArrayDeque<Worker> idle = new ArrayDeque<>();

    /// The smallest number that no thread has.
    int freeNumber() {
        var taken = Stream.concat(live.stream(), leaving.stream())
                .map(worker -> worker.number)
                .toList();
        return IntStream.iterate(1, n -> n + 1)
                .filter(n -> !taken.contains(n))
                .findFirst()
                .orElseThrow();
    }

    void hired(Worker worker, long nowNanos) {
        worker.coming = true;
        worker.restingSinceNanos = nowNanos;
        live.add(worker);
        live.sort(Comparator.comparingInt(w -> w.number));
    }

    /// It asks for a duty.
    void arrived(Worker worker) {
        worker.coming = false;
        if (worker.idle) {
            worker.idle = false;
            idle.remove(worker);
        }
    }

    void rests(Worker worker) {
        worker.idle = true;
        idle.push(worker);
    }

    /// Sends for the idle worker of this lane that rests for the shortest time.
    ///
    /// @return whether there was one
    boolean wake(Lane lane) {
        return wakeFirst(worker -> worker.lane == lane);
    }

    boolean wakeAny() {
        return wakeFirst(worker -> true);
    }

    private boolean wakeFirst(Predicate<Worker> which) {
        var found = idle.stream().filter(which).findFirst();
        found.ifPresent(this::wake);
        return found.isPresent();
    }

    void wakeAll() {
        List.copyOf(idle).forEach(this::wake);
    }

    void wake(Worker worker) {
        idle.remove(worker);
        worker.idle = false;
        worker.coming = true;
        worker.woken.signal();
    }

    /// No longer counted; its thread still has to close what it holds.
    ///
    /// @return whether it was counted
    boolean dismissed(Worker worker) {
        if (!live.remove(worker)) {
            return false;
        }
        arrived(worker);
        leaving.add(worker);
        return true;
    }

    /// Its thread has nothing left to do, or never began.
    void gone(Worker worker) {
        leaving.remove(worker);
    }

    boolean isEverybodyGone() {
        return live.isEmpty() && leaving.isEmpty();
    }

    int count(Lane lane) {
        return (int) live.stream().filter(worker -> worker.lane == lane).count();
    }

    boolean hasIdle(Lane lane) {
        return idle.stream().anyMatch(worker -> worker.lane == lane);
    }

    /// How many workers of this lane will soon ask for a duty.
    int coming(Lane lane) {
        return (int) live.stream()
                .filter(worker -> worker.coming && worker.lane == lane)
                .count();
    }

    /// By number.
    List<Worker> live() {
        return List.copyOf(live);
    }

    /// The tasks on workers, those of dismissed ones included.
    List<PooledTask<?>> running() {
        return Stream.concat(live.stream(), leaving.stream())
                .map(worker -> worker.current)
                .<PooledTask<?>>flatMap(Optional::stream)
                .toList();
    }

    boolean isThisThread() {
        return Stream.concat(live.stream(), leaving.stream()).anyMatch(Worker::isThisThread);
    }
}
