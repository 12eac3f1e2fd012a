package offprint.app;

import java.util.List;
import offprint.engine.Assistants;
import offprint.pool.WorkerPool;

/// The pool's workers as an engine's assistants.
record PoolAssistants(WorkerPool pool) implements Assistants {

    @Override
    public void runAll(List<? extends Runnable> pieces) {
        pool.runTogether(pieces);
    }

    @Override
    public int idle() {
        return pool.spareWorkers();
    }
}
