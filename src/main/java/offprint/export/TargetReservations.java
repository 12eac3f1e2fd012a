package offprint.export;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The targets of every running batch, so that no two outputs ever meet under one name. Any thread may call it.
final class TargetReservations {

    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    /// Takes the name if it is free.
    boolean reserve(Path target) {
        return keys.add(TargetNames.key(target));
    }

    boolean isReserved(Path target) {
        return keys.contains(TargetNames.key(target));
    }

    void release(Path target) {
        keys.remove(TargetNames.key(target));
    }

    int size() {
        return keys.size();
    }
}
