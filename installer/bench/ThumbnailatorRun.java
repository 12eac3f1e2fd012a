import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.coobird.thumbnailator.Thumbnails;

/// Makes the set `one` by Thumbnailator, two photos at once, and prints what a photo cost after a warm-up as a JSON
/// line.
public final class ThumbnailatorRun {

    private ThumbnailatorRun() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        List<Path> photos;
        try (var files = Files.list(Path.of(arguments[0]))) {
            photos = files.sorted().toList();
        }
        var output = Path.of(arguments[1]);
        run(photos.subList(0, Math.min(8, photos.size())), output);
        long cpuBefore = cpuNanos();
        long begun = System.nanoTime();
        long bytes = run(photos, output);
        System.out.printf(
                java.util.Locale.ROOT,
                "{\"cpuMillisPerPhoto\":%.1f,\"wallMillisPerPhoto\":%.1f,\"bytesPerPhoto\":%d}%n",
                (cpuNanos() - cpuBefore) / 1e6 / photos.size(),
                (System.nanoTime() - begun) / 1e6 / photos.size(),
                bytes / photos.size());
    }

    private static long run(List<Path> photos, Path output) throws InterruptedException, ExecutionException {
        long bytes = 0;
        try (var lanes = Executors.newFixedThreadPool(2)) {
            var running = new java.util.ArrayList<Future<Long>>();
            for (var photo : photos) {
                running.add(lanes.submit(() -> {
                    var file = output.resolve(photo.getFileName());
                    Thumbnails.of(photo.toFile())
                            .size(2_048, 2_048)
                            .outputQuality(0.8)
                            .toFile(file.toFile());
                    return Files.size(file);
                }));
            }
            for (var one : running) {
                bytes += one.get();
            }
        }
        return bytes;
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
