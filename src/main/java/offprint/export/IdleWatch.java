package offprint.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Callbacks that wait until nothing is left to do. Any thread may call it.
final class IdleWatch {

    private static final System.Logger LOG = System.getLogger(IdleWatch.class.getName());

    private final BooleanSupplier idle;
    private final List<Runnable> callbacks = new ArrayList<>();

    IdleWatch(BooleanSupplier idle) {
        this.idle = idle;
    }

    /// Calls back once, now when it is idle.
    void await(Runnable callback) {
        synchronized (callbacks) {
            callbacks.add(callback);
        }
        look();
    }

    /// Calls back whoever waits, if it is idle.
    ///
    /// @return whether it is
    boolean look() {
        if (!idle.getAsBoolean()) {
            return false;
        }
        List<Runnable> due;
        synchronized (callbacks) {
            due = List.copyOf(callbacks);
            callbacks.clear();
        }
        for (var callback : due) {
            try {
                callback.run();
            } catch (RuntimeException failure) {
                LOG.log(System.Logger.Level.ERROR, "a listener for the end failed", failure);
            }
        }
        return true;
    }
}
