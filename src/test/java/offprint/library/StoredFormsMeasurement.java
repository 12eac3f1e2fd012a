package offprint.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Assistants;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.engine.ThumbnailRequest;
import offprint.engine.vips.TestLibrary;
import offprint.engine.vips.VipsEngine;
import offprint.image.Pixels;
import offprint.recipe.Encoding;

/// The figures of docs/decisions/0013; a program, no test. With `make FOLDER` it stores thumbnails of the photos of a
/// folder in every form and tells their sizes; with `planes`, `bgra`, `jpeg` or `webp` it reads those of one form, in a
/// process that has just started: the first 24, and the middle one when it is warm.
final class StoredFormsMeasurement {

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"), "offprint-forms");
    private static final int BOX_PX = 192;
    private static final int READS = 400;
    private static final int FIRST_SCREEN = 24;
    private static final CancellationToken NEVER = CancellationToken.never();

    private final ImageEngine engine = new VipsEngine(TestLibrary.required(), Assistants.NONE);

    private StoredFormsMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        var measurement = new StoredFormsMeasurement();
        if (arguments[0].equals("make")) {
            measurement.make(Path.of(arguments[1]));
        } else {
            measurement.read(arguments[0]);
        }
    }

    private static Path file(int number, String form) {
        return FOLDER.resolve(number + "." + form);
    }

    private Pixels thumbnail(Path photo) throws CancelledException {
        var request = new ThumbnailRequest(photo, BOX_PX, ThumbnailRequest.Source.PICTURE, Limits.STANDARD);
        if (engine.thumbnail(request, NEVER) instanceof EngineResult.Done<Pixels> done) {
            return done.value();
        }
        throw new IllegalStateException("no picture: " + photo);
    }

    private void make(Path photos) throws IOException, CancelledException {
        Files.createDirectories(FOLDER);
        int number = 0;
        try (var all = Files.list(photos)) {
            for (var photo : all.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList()) {
                try (var pixels = thumbnail(photo)) {
                    engine.encode(
                            pixels,
                            new Encoding.Jpeg(85, false, Encoding.Chroma.SUBSAMPLED_420, false),
                            file(number, "jpeg"),
                            NEVER);
                    engine.encode(pixels, new Encoding.Webp(85, false), file(number, "webp"), NEVER);
                    Files.write(file(number, "planes"), StoredThumbnail.encoded(pixels));
                    pixels.segment().set(java.lang.foreign.ValueLayout.JAVA_BYTE, 3, (byte) 0);
                    Files.write(file(number, "bgra"), StoredThumbnail.encoded(pixels));
                }
                number++;
            }
        }
        for (var form : List.of("planes", "bgra", "jpeg", "webp")) {
            long sum = 0;
            for (int i = 0; i < number; i++) {
                sum += Files.size(file(i, form));
            }
            System.out.printf(Locale.ROOT, "%-7s %d bytes on average of %d%n", form, sum / number, number);
        }
    }

    private void read(String form) throws IOException, CancelledException {
        int count = 0;
        while (Files.exists(file(count, form))) {
            count++;
        }
        var millis = new ArrayList<Double>();
        for (int i = 0; i < READS; i++) {
            long begin = System.nanoTime();
            one(file(i % count, form), form).close();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        double first = millis.subList(0, FIRST_SCREEN).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        var warm = millis.subList(READS / 2, READS).stream().sorted().toList();
        System.out.printf(
                Locale.ROOT, "%-7s first 24: %.0f ms, then %.2f ms each%n", form, first, warm.get(warm.size() / 2));
    }

    private Pixels one(Path file, String form) throws IOException, CancelledException {
        Optional<Pixels> stored = form.equals("planes") || form.equals("bgra")
                ? StoredThumbnail.decoded(Files.readAllBytes(file))
                : Optional.of(thumbnail(file));
        return stored.orElseThrow();
    }
}
