package offprint.pool;

import java.util.ArrayList;
import java.util.List;

/// What a change of the pool's state brings about outside of it: callbacks, hooks, thread starts. Collected under the
/// pool's lock, run after it was left. One that throws is logged and keeps nobody else from running.
final class Effects {

    private static final System.Logger LOG = System.getLogger("offprint.pool");

    private final List<Effect> effects = new ArrayList<>();

    private record Effect(String what, Runnable action) {}

    /// @param what names it in the log, should it throw
    void add(String what, Runnable action) {
        effects.add(new Effect(what, action));
    }

    void run() {
        for (var effect : effects) {
            runLogged(effect.what, effect.action);
        }
    }

    /// Runs foreign code; whatever it throws, an `Error` included, goes to the log.
    static void runLogged(String what, Runnable action) {
        try {
            action.run();
        } catch (Throwable failure) {
            LOG.log(System.Logger.Level.ERROR, what + " threw", failure);
        }
    }
}
