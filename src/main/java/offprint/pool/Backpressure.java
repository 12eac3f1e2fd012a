package offprint.pool;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Who was told that the ready window is full, and when to call him back. Guarded by the pool's lock; the listeners
/// themselves are called by a worker outside of it, one worker at a time.
final class Backpressure {

    private final int readyLimit;
    private final Set<Priority> toldFull = EnumSet.noneOf(Priority.class);
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean due;
    private boolean calling;

    Backpressure(int readyLimit) {
        this.readyLimit = readyLimit;
    }

    /// Whether a line of this depth is full. A true answer is remembered: whoever asked will be called.
    boolean isFull(Priority priority, int depth) {
        if (depth < readyLimit) {
            return false;
        }
        toldFull.add(priority);
        return true;
    }

    /// A line got shorter.
    void fellTo(Priority priority, int depth) {
        if (depth <= readyLimit / 2 && toldFull.remove(priority)) {
            due = true;
        }
    }

    void add(Runnable listener) {
        listeners.add(listener);
    }

    void remove(Runnable listener) {
        listeners.remove(listener);
    }

    /// Whether a worker should come to call the listeners.
    boolean isCallDue() {
        return due && !calling;
    }

    /// The worker that asks calls them, and then says [#called].
    List<Runnable> takeCall() {
        due = false;
        calling = true;
        return List.copyOf(listeners);
    }

    void called() {
        calling = false;
    }
}
