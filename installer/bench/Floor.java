import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The least that the web set can cost: `djpeg` of the photo, and `cjpeg` and `cwebp` of variants that are ready in
/// memory. No resize, no colour, no check.
final class Floor {

    private static final List<String> NEEDED = List.of("djpeg", "cjpeg", "cwebp", "dwebp");
    private static final int REPEATS = 3;

    private Floor() {}

    /// What is missing here to measure it, if anything.
    static Optional<String> missing() {
        return NEEDED.stream()
                .filter(name -> Children.find(name).isEmpty())
                .findFirst()
                .map(name -> name + " is not on the PATH");
    }

    /// CPU milliseconds a photo, of each part.
    record Parts(double decode, double jpegs, double webps) {
        double sum() {
            return decode + jpegs + webps;
        }
    }

    /// @param variants a folder of the web set's files that another program has written
    static Parts measure(Path input, Path variants, Path work) throws IOException, InterruptedException {
        var pixels = Files.createDirectories(work.resolve("floor"));
        var photos = files(input);
        var decode = new ArrayList<List<String>>();
        var jpegs = new ArrayList<List<String>>();
        var webps = new ArrayList<List<String>>();
        for (int i = 0; i < REPEATS; i++) {
            photos.forEach(photo -> decode.add(List.of("djpeg", "-outfile", "/dev/null", photo.toString())));
        }
        for (var file : files(variants)) {
            var name = file.getFileName().toString();
            var raw = pixels.resolve(name + ".ppm").toString();
            if (name.endsWith(".jpg")) {
                Children.lastLine(List.of("djpeg", "-outfile", raw, file.toString()), work);
                jpegs.addAll(repeated(List.of("cjpeg", "-quality", "80", "-optimize", "-outfile", "/dev/null", raw)));
            } else {
                Children.lastLine(List.of("dwebp", "-quiet", "-ppm", file.toString(), "-o", raw), work);
                webps.addAll(repeated(List.of("cwebp", "-quiet", "-q", "80", raw, "-o", "/dev/null")));
            }
        }
        int measured = photos.size() * REPEATS;
        return new Parts(
                Children.cost(decode, measured).cpuMillis(),
                Children.cost(jpegs, measured).cpuMillis(),
                Children.cost(webps, measured).cpuMillis());
    }

    private static List<List<String>> repeated(List<String> command) {
        return Stream.generate(() -> command).limit(REPEATS).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
