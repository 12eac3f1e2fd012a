import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Leaves the natives of other systems out of a jar: `native/<system>/<processor>/`, as webp-imageio has them.
final class Foreign {

    private Foreign() {}

    /// Does nothing to a jar without natives.
    static void drop(Path jar, Plan plan) throws IOException {
        try (var inside = FileSystems.newFileSystem(jar)) {
            var natives = inside.getPath("/native");
            if (!Files.isDirectory(natives)) {
                return;
            }
            var own = natives.resolve(system(plan)).resolve(processor(plan));
            if (!Files.isDirectory(own)) {
                throw new IOException(jar.getFileName() + " has no natives for " + plan.platform());
            }
            for (var file : below(inside, natives)) {
                if (!file.startsWith(own) && !own.startsWith(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Path> below(FileSystem inside, Path folder) throws IOException {
        try (var files = Files.walk(inside.getPath(folder.toString()))) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static String system(Plan plan) {
        return plan.linux() ? "Linux" : plan.mac() ? "Mac" : "Windows";
    }

    private static String processor(Plan plan) {
        return plan.platform().endsWith("arm64") ? "aarch64" : "x86_64";
    }
}
