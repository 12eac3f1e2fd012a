package offprint.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.coobird.thumbnailator.Thumbnails;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.engine.Limits;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.VariantRequest;
import offprint.engine.embedded.EmbeddedEngine;
import offprint.fixtures.Pictures;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;

/// One 24 MP JPEG to one of 2048 px: the embedded engine and Thumbnailator in turn, in one process, CPU time of the
/// whole process. Prints each pair, the medians and their ratio.
///
/// Arguments: a JPEG of your own, if any; otherwise one is drawn.
public final class EmbeddedVersusThumbnailator {

    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 11;
    private static final int LONG_EDGE_PX = 2_048;

    private EmbeddedVersusThumbnailator() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("offprint-benchmark");
        var source = arguments.length > 0
                ? Path.of(arguments[0])
                : Pictures.photoJpeg(folder.resolve("in.jpg"), 6_000, 4_000);
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        try (var engine = new EmbeddedEngine()) {
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                double a = cpuMillis(() -> render(engine, source, folder.resolve("ours.jpg")));
                double b = cpuMillis(() -> thumbnailator(source, folder.resolve("theirs.jpg")));
                if (round >= 0) {
                    ours.add(a);
                    theirs.add(b);
                    System.out.printf("embedded %6.0f ms   Thumbnailator %6.0f ms%n", a, b);
                }
            }
        }
        System.out.printf(
                "median: embedded %.0f ms CPU, Thumbnailator %.0f ms CPU, ratio %.2f%n",
                median(ours), median(theirs), median(ours) / median(theirs));
    }

    private interface Job {
        void run() throws Exception;
    }

    private static double cpuMillis(Job job) throws Exception {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        job.run();
        return (system.getProcessCpuTime() - before) / 1e6;
    }

    private static void render(EmbeddedEngine engine, Path source, Path target) throws Exception {
        var never = CancellationToken.never();
        if (!(engine.probe(source, never) instanceof EngineResult.Done<SourceInfo> probed)) {
            throw new IOException("the source can't be probed");
        }
        var info = probed.value();
        var shown = info.displaySize();
        double scale = LONG_EDGE_PX / (double) shown.longEdgePx();
        var size = new PixelSize((int) Math.round(shown.widthPx() * scale), (int) Math.round(shown.heightPx() * scale));
        var encoding = new Encoding.Jpeg(85, false, Encoding.Chroma.SUBSAMPLED_420, false);
        var request = new RenderRequest(
                source,
                info,
                List.of(new VariantRequest("web", size, encoding, target)),
                MetadataPolicy.STRIP,
                Limits.STANDARD);
        var result = engine.render(request, RenderListener.SILENT, RenderCancellation.of(never, 1));
        if (!(result instanceof EngineResult.Done)) {
            throw new IOException("the render failed: " + result);
        }
    }

    private static void thumbnailator(Path source, Path target) throws IOException {
        Thumbnails.of(source.toFile())
                .size(LONG_EDGE_PX, LONG_EDGE_PX)
                .outputQuality(0.85)
                .toFile(target.toFile());
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
