package offprint.engine.vips;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Stop;
import offprint.fixtures.Pictures;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;

/// The figures of docs/decisions/0010 and 0020; a program, no test: `efforts`, `quality`, `cost` or `stop`, and a JPEG
/// to take in place of the drawn one. Linux only, since memory and processor time are read from `/proc`.
final class AvifMeasurement {

    private final VipsAvailability.Available library = TestLibrary.required();
    private final Vips vips = library.vips();
    private final Saving here = new Saving(vips);
    private final Path folder;
    private final Path photo;

    private AvifMeasurement(Path folder, Optional<Path> photo) throws Exception {
        this.folder = folder;
        this.photo = photo.isPresent() ? photo.get() : Pictures.photoJpeg(folder.resolve("photo.jpg"), 4_200, 2_800);
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("offprint-avif-");
        var photo = arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.<Path>empty();
        var measurement = new AvifMeasurement(folder, photo);
        switch (arguments[0]) {
            case "efforts" -> measurement.efforts();
            case "quality" -> measurement.quality();
            case "cost" -> measurement.cost();
            case "stop" -> measurement.stop();
            default -> throw new IllegalArgumentException("expected efforts, quality, cost or stop");
        }
    }

    private VipsImage reduced(int width) throws VipsException {
        try (var call = vips.call("thumbnail").with("filename", photo).with("width", width);
                var image = call.image()) {
            return vips.inMemory(image);
        }
    }

    private double millis(Saving saving, VipsImage image, int effort) throws Exception {
        long begin = System.nanoTime();
        var nobody = new Control(Stop.on(CancellationToken.never()), List.of(), fraction -> {});
        saving.write(
                image,
                VipsImage::again,
                new Encoding.Avif(60, effort),
                Saving.Beside.NOTHING,
                folder.resolve("a.avif"),
                nobody);
        return (System.nanoTime() - begin) / 1e6;
    }

    /// What a picture of 160 and one of 320 px cost a megapixel, for each effort.
    private void efforts() throws Exception {
        for (int effort = 0; effort <= 9; effort++) {
            for (int width : new int[] {160, 320}) {
                try (var image = reduced(width)) {
                    double best = Double.MAX_VALUE;
                    for (int i = 0; i < (effort < 7 ? 5 : 2); i++) {
                        best = Math.min(best, millis(here, image, effort));
                    }
                    PixelSize size = image.size();
                    IO.println("effort %d  %d x %d  %.1f ms, %.0f ms a megapixel"
                            .formatted(effort, size.widthPx(), size.heightPx(), best, best / (size.pixels() / 1e6)));
                }
            }
        }
    }

    /// What each effort takes, how large its file is, and how true to the pixels it was made of.
    private void quality() throws Exception {
        for (int width : new int[] {400, 1_600}) {
            try (var image = reduced(width)) {
                var pixels = png(image);
                for (int effort = 1; effort <= 5; effort++) {
                    double millis = millis(here, image, effort);
                    var file = folder.resolve("a.avif");
                    try (var call = vips.call("thumbnail")
                                    .with("filename", file)
                                    .with("width", image.size().widthPx());
                            var made = call.image()) {
                        IO.println("effort %d  %d px  %.0f ms, %d bytes, %.1f dB"
                                .formatted(effort, width, millis, Files.size(file), Quality.psnr(png(made), pixels)));
                    }
                }
            }
        }
    }

    private BufferedImage png(VipsImage image) throws Exception {
        var file = folder.resolve("pixels.png");
        var nobody = new Control(Stop.on(CancellationToken.never()), List.of(), fraction -> {});
        here.write(image, VipsImage::again, new Encoding.Png(0, 8), Saving.Beside.NOTHING, file, nobody);
        return ImageIO.read(file.toFile());
    }

    /// Processor time of 2048 px at effort 2, here and apart in turn; then the memory of the process.
    private void cost() throws Exception {
        try (var image = reduced(2_048);
                var apart = CodecProcesses.of(library)) {
            var saving = new Saving(vips, Optional.of(apart));
            millis(here, image, 2);
            for (int i = 0; i < 4; i++) {
                var before = cpu(ProcessHandle.current());
                double millisHere = millis(here, image, 2);
                var between = cpu(ProcessHandle.current());
                var childBefore = i == 0 ? Duration.ZERO : cpu(apart.handles().getFirst());
                double millisApart = millis(saving, image, 2);
                var child = apart.handles().getFirst();
                var cpuHere = between.minus(before);
                var cpuApart = cpu(child)
                        .minus(childBefore)
                        .plus(cpu(ProcessHandle.current()).minus(between));
                IO.println("here %.0f ms, CPU %d ms; apart %.0f ms, CPU %d ms; ratio %.2f; process %s"
                        .formatted(
                                millisHere,
                                cpuHere.toMillis(),
                                millisApart,
                                cpuApart.toMillis(),
                                cpuApart.toMillis() / (double) cpuHere.toMillis(),
                                memory(child)));
            }
        }
        memoryOfSizes();
    }

    private void memoryOfSizes() throws Exception {
        for (int width : new int[] {250, 1_024, 2_048, 4_200}) {
            try (var image = reduced(width);
                    var apart = CodecProcesses.of(library)) {
                double first = millis(new Saving(vips, Optional.of(apart)), image, 1);
                double second = millis(new Saving(vips, Optional.of(apart)), image, 1);
                PixelSize size = image.size();
                IO.println("%d x %d at effort 1: first %.0f ms, second %.0f ms, here %.0f ms; process %s"
                        .formatted(
                                size.widthPx(),
                                size.heightPx(),
                                first,
                                second,
                                millis(here, image, 1),
                                memory(apart.handles().getFirst())));
            }
        }
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static String memory(ProcessHandle process) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList()
                .toString();
    }

    /// From the cancel to the caller being free, at moments of a 2048 px picture at effort 2; here and apart.
    private void stop() throws Exception {
        try (var image = reduced(2_048);
                var apart = CodecProcesses.of(library)) {
            double usual = millis(here, image, 2);
            for (var saving : List.of(here, new Saving(vips, Optional.of(apart)))) {
                var stops = new ArrayList<Double>();
                int count = saving == here ? 10 : 40;
                for (int i = 0; i < count; i++) {
                    stops.add(stopMillis(saving, image, (long) (usual * 0.9 * (i + 0.5) / count)));
                }
                stops.sort(null);
                IO.println("%s: %d cancels, p50 %.1f ms, p90 %.1f ms, max %.1f ms"
                        .formatted(
                                saving == here ? "here" : "apart",
                                count,
                                stops.get(count / 2),
                                stops.get(count * 9 / 10),
                                stops.getLast()));
            }
        }
    }

    private double stopMillis(Saving saving, VipsImage image, long afterMillis) throws Exception {
        var cancel = new CancellationSource();
        var control = new Control(Stop.on(cancel.token()), List.of(cancel.token()), fraction -> {});
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            var asked = timer.schedule(
                    () -> {
                        long now = System.nanoTime();
                        cancel.cancel();
                        return now;
                    },
                    afterMillis,
                    TimeUnit.MILLISECONDS);
            var encoding = new Encoding.Avif(60, 2);
            var file = folder.resolve("stopped.avif");
            try {
                saving.write(image, VipsImage::again, encoding, Saving.Beside.NOTHING, file, control);
            } catch (CancelledException stopped) {
                return (System.nanoTime() - asked.get()) / 1e6;
            }
            return (System.nanoTime() - asked.get()) / 1e6;
        }
    }
}
