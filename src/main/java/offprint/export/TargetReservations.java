package offprint.export;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Names of outputs that are taken, so that no two outputs ever meet under one: those of every running batch, or those
/// of a plan that is being made. Any thread may call it.
///
/// By folder, since ten thousand photos have forty thousand names in few folders.
final class TargetReservations {

    private final ConcurrentHashMap<String, Set<String>> namesByFolder = new ConcurrentHashMap<>();

    /// Takes the name if it is free.
    boolean reserve(Path target) {
        var name = nameOf(target);
        var taken = new boolean[1];
        namesByFolder.compute(folderOf(target), (folder, names) -> {
            var all = names == null ? new HashSet<String>() : names;
            taken[0] = all.add(name);
            return all;
        });
        return taken[0];
    }

    boolean isReserved(Path target) {
        var name = nameOf(target);
        var found = new boolean[1];
        namesByFolder.computeIfPresent(folderOf(target), (folder, names) -> {
            found[0] = names.contains(name);
            return names;
        });
        return found[0];
    }

    void release(Path target) {
        var name = nameOf(target);
        namesByFolder.computeIfPresent(folderOf(target), (folder, names) -> {
            names.remove(name);
            return names.isEmpty() ? null : names;
        });
    }

    private static String folderOf(Path target) {
        return TargetNames.key(TargetNames.folder(target).toString());
    }

    private static String nameOf(Path target) {
        return TargetNames.key(TargetNames.fileName(target));
    }
}
