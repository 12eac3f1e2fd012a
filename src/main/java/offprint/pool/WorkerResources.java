package offprint.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;

/// One worker's own instances of [WorkerLocal]s. Only its thread touches them.
final class WorkerResources {

    private final LinkedHashMap<WorkerLocal<?>, Object> instances = new LinkedHashMap<>();

    /// Built on first use. A factory that throws is asked again the next time.
    @SuppressWarnings("unchecked") // the key's type parameter is that of what its factory built
    <R> R get(WorkerLocal<R> key) throws Exception {
        if (instances.containsKey(key)) {
            return (R) instances.get(key);
        }
        R built = key.factory().call();
        instances.put(key, built);
        return built;
    }

    /// The latest first. One that throws is logged and keeps none of the others open.
    void closeAll() {
        for (var entry : new ArrayList<>(instances.sequencedEntrySet()).reversed()) {
            if (entry.getValue() instanceof AutoCloseable closeable) {
                Effects.runLogged("closing " + entry.getKey().name(), () -> close(closeable));
            }
        }
        instances.clear();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }
}
