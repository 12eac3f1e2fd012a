import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// Who is compared.
final class Rivals {

    /// Sizes and formats that the programs without a JSON line of their own are asked for, the largest first.
    private static final Map<String, List<String>> FILES = Map.of(
            "one", List.of("2048.jpg"),
            "web", List.of("2560.jpg", "1280.jpg", "640.webp", "320.webp"),
            "profile", List.of("2560.jpg", "1280.jpg", "640.webp", "320.webp"));

    private Rivals() {}

    /// Offprint first, the others as they are found here.
    static List<Rival> all(Path root, Path work, List<String> offprintWords) throws IOException {
        return List.of(
                offprint(root.resolve("target/offprint/bin/offprint"), offprintWords),
                sharp(root.resolve("installer/bench"), work.resolve("npm")),
                thumbnailator(root),
                vipsthumbnail(),
                magick("ImageMagick", "convert", List.of()),
                magick("GraphicsMagick", "gm", List.of("convert")));
    }

    private record Program(String name, Optional<String> missing, Runner runner) implements Rival {
        @Override
        public Optional<Cost> run(Batch batch, Path output) throws IOException, InterruptedException {
            return runner.run(batch, output);
        }
    }

    private interface Runner {
        Optional<Cost> run(Rival.Batch batch, Path output) throws IOException, InterruptedException;
    }

    /// The program as it is installed, through its pool; it says itself what a photo cost after its warm-up.
    private static Rival offprint(Path launcher, List<String> words) {
        var missing = Files.isExecutable(launcher)
                ? Optional.<String>empty()
                : Optional.of("there is no " + launcher + ": mvn -q -Dquick package");
        return new Program("Offprint", missing, (batch, output) -> {
            var command = new ArrayList<>(List.of(launcher.toAbsolutePath().toString(), "bench", "export", "--json"));
            command.addAll(
                    List.of("--set", batch.set(), "--input", batch.input().toString()));
            command.addAll(words);
            return said(Children.lastLine(command, output));
        });
    }

    /// The library of the lock file beside this file; it says itself what a photo cost after its warm-up.
    private static Rival sharp(Path sources, Path installed) throws IOException {
        var npm = Children.find("npm");
        return new Program(
                "sharp", npm.isEmpty() ? Optional.of("npm is not on the PATH") : Optional.empty(), (batch, output) -> {
                    Files.createDirectories(installed);
                    for (var file : List.of("package.json", "package-lock.json", ".npmrc", "sharp.js")) {
                        Files.copy(sources.resolve(file), installed.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                    }
                    if (!Files.isDirectory(installed.resolve("node_modules"))) {
                        Children.lastLine(List.of(npm.get().toString(), "ci", "--ignore-scripts"), installed);
                    }
                    var command = List.of(
                            "node", "sharp.js", batch.set(), batch.input().toString(), output.toString(), "2");
                    return said(Children.lastLine(command, installed));
                });
    }

    /// The jar that the tests of the embedded engine use, from Maven's own folder. It writes no WebP.
    private static Rival thumbnailator(Path root) throws IOException {
        var version = value(Files.readString(root.resolve("pom.xml")), "<thumbnailator.version>([^<]+)")
                .orElseThrow();
        var jar = Path.of(System.getProperty("user.home"), ".m2/repository/net/coobird/thumbnailator", version)
                .resolve("thumbnailator-" + version + ".jar");
        var missing =
                Files.exists(jar) ? Optional.<String>empty() : Optional.of("its jar is not there: mvn test-compile");
        var main = root.resolve("installer/bench/ThumbnailatorRun.java").toAbsolutePath();
        return new Program("Thumbnailator", missing, (batch, output) -> {
            if (!batch.set().equals("one")) {
                return Optional.empty();
            }
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var command = List.of(java, "-Xmx2g", "-cp", jar.toString(), main.toString());
            var words = new ArrayList<>(command);
            words.addAll(List.of(batch.input().toString(), output.toString()));
            return said(Children.lastLine(words, output));
        });
    }

    /// A process a variant, as there is no other way; it shrinks while it decodes.
    private static Rival vipsthumbnail() {
        return ofCommands("vipsthumbnail", "vipsthumbnail", (photo, files) -> {
            var commands = new ArrayList<List<String>>();
            for (var file : files) {
                var words =
                        new ArrayList<>(List.of("vipsthumbnail", photo.toString(), "-s", px(file) + "x" + px(file)));
                words.addAll(List.of("--export-profile", "srgb", "-o", file + "[Q=80,strip]"));
                commands.add(words);
            }
            return commands;
        });
    }

    /// One process a photo that decodes once and resizes on, which is the fastest way there.
    private static Rival magick(String name, String program, List<String> first) {
        return ofCommands(name, program, (photo, files) -> {
            var words = new ArrayList<>(List.of(program));
            words.addAll(first);
            words.addAll(List.of(photo.toString(), "-strip", "-quality", "80"));
            for (var file : files) {
                words.addAll(List.of("-resize", px(file) + "x" + px(file)));
                if (!file.equals(files.getLast())) {
                    words.add("-write");
                }
                words.add(file);
            }
            return List.of(words);
        });
    }

    private static Rival ofCommands(
            String name, String program, BiFunction<Path, List<String>, List<List<String>>> make) {
        var missing = Children.find(program).isEmpty()
                ? Optional.of(program + " is not on the PATH")
                : Children.areMeasured() ? Optional.<String>empty() : Optional.of("only Linux tells what it costs");
        return new Program(name, missing, (batch, output) -> {
            boolean magick = !program.startsWith("vips");
            if (!FILES.containsKey(batch.set()) || (magick && batch.set().equals("profile"))) {
                return Optional.empty();
            }
            var commands = new ArrayList<List<String>>();
            try (var photos = Files.list(batch.input())) {
                for (var photo : photos.sorted().toList()) {
                    var files = FILES.get(batch.set()).stream()
                            .map(file -> output.resolve(photo.getFileName() + "-" + file)
                                    .toString())
                            .toList();
                    commands.addAll(make.apply(photo, files));
                }
            }
            return Optional.of(Children.cost(commands, batch.photos()));
        });
    }

    private static String px(String file) {
        return value(file, "-(\\d+)\\.[a-z]+$").orElseThrow();
    }

    /// What a JSON line of ours says; empty when the set was skipped.
    private static Optional<Cost> said(String line) {
        return value(line, "\"cpuMillisPerPhoto\":([0-9.]+)")
                .map(cpu -> new Cost(
                        Double.parseDouble(cpu),
                        Double.parseDouble(
                                value(line, "\"wallMillisPerPhoto\":([0-9.]+)").orElseThrow()),
                        Long.parseLong(value(line, "\"bytesPerPhoto\":([0-9]+)").orElse("0"))));
    }

    private static Optional<String> value(String text, String pattern) {
        var match = Pattern.compile(pattern).matcher(text);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
