package offprint.pool;

import static offprint.pool.Pools.submit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// For tests that open pools: each is closed after its test.
abstract class OpenPools {

    private final List<WorkerPool> pools = new ArrayList<>();

    WorkerPool pool(PoolConfig config) {
        return remember(new WorkerPool(config));
    }

    WorkerPool remember(WorkerPool pool) {
        pools.add(pool);
        return pool;
    }

    @AfterEach
    void closePools() {
        pools.forEach(WorkerPool::close);
    }

    /// A pool of one worker which is held until the gate opens.
    Gate held(WorkerPool pool) {
        return held(pool, 0);
    }

    Gate held(WorkerPool pool, long bytes) {
        var gate = new Gate();
        submit(pool, "gate", Priority.BATCH, bytes, gate);
        gate.awaitStarted();
        return gate;
    }
}
