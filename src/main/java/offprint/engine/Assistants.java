package offprint.engine;

import java.util.List;

/// Runs independent pieces of one photo's work: on this thread and, where the pool has idle ones, on other workers.
public interface Assistants {

    /// Nobody helps: the pieces run on this thread, in order.
    Assistants NONE = pieces -> pieces.forEach(Runnable::run);

    /// Returns when every piece has ended. A piece must not throw: what goes wrong in it is its own value.
    ///
    /// @param pieces that do not wait for each other; the costly ones first
    void runAll(List<? extends Runnable> pieces);

    /// How many workers would help right now; a hint that may be wrong in the next moment.
    default int idle() {
        return 0;
    }
}
