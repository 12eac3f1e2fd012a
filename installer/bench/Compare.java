import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Runs the same photos and variants through Offprint and whoever else is installed, in turn, and prints a table.
///
/// `java installer/bench/Compare.java [--photos 8] [--rounds 3] [--sets one,web,mozjpeg,profile] [--engine auto]
/// [--with
/// all|sharp,ImageMagick,…]`
public final class Compare {

    private final Map<String, String> options = new LinkedHashMap<>(
            Map.of("photos", "8", "rounds", "3", "sets", "one,web,mozjpeg,profile", "engine", "auto", "with", "all"));
    private final Path root = Path.of("").toAbsolutePath();
    private final Path work = root.resolve("target/compare");

    private Compare(String[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            var name = arguments[i].replaceFirst("^--", "");
            if (options.replace(name, arguments[i + 1]) == null) {
                throw new IllegalArgumentException("expected one of " + options.keySet() + " but received " + name);
            }
        }
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("expected a value behind " + arguments[arguments.length - 1]);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Compare(arguments).run();
    }

    private void run() throws IOException, InterruptedException {
        var rivals = new ArrayList<Rival>();
        for (var rival : Rivals.all(root, work, List.of("--engine", options.get("engine")))) {
            if (!wanted(rival)) {
                continue;
            }
            rival.missing()
                    .ifPresentOrElse(
                            reason -> System.err.println(rival.name() + " is left out: " + reason),
                            () -> rivals.add(rival));
        }
        if (rivals.isEmpty() || !rivals.getFirst().name().equals("Offprint")) {
            System.exit(1);
        }
        int photos = Integer.parseInt(options.get("photos"));
        var made = photos(photos);
        System.out.println(
                "| set | program | CPU ms a photo | wall ms a photo | KB a photo | CPU, Offprint ÷ it | wall, Offprint ÷ it |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var set : options.get("sets").split(",")) {
            var batch = new Rival.Batch(set, made.resolve(set.equals("profile") ? "profile" : "plain"), photos);
            var costs = measure(rivals, batch);
            costs.forEach((name, runs) -> System.out.println(row(set, name, runs, costs.get("Offprint"))));
            if (set.equals("web")) {
                printFloor(batch, rivals, costs.get("Offprint"));
            }
        }
    }

    private boolean wanted(Rival rival) {
        return options.get("with").equals("all")
                || rival.name().equals("Offprint")
                || List.of(options.get("with").split(",")).contains(rival.name());
    }

    /// The photos, painted once for each number of them, outside of every clock.
    private Path photos(int photos) throws IOException, InterruptedException {
        var folder = work.resolve("photos-" + photos);
        if (!Files.isDirectory(folder.resolve("profile"))) {
            var launcher = root.resolve("target/offprint/bin/offprint").toString();
            Files.createDirectories(folder);
            // The set `profile` paints both folders.
            Children.lastLine(
                    List.of(
                            launcher,
                            "bench",
                            "export",
                            "--set",
                            "profile",
                            "--photos",
                            Integer.toString(photos),
                            "--keep",
                            folder.toString()),
                    work);
        }
        return folder;
    }

    /// A B C, A B C …: whatever else the machine does falls on all alike.
    private Map<String, List<Cost>> measure(List<Rival> rivals, Rival.Batch batch)
            throws IOException, InterruptedException {
        var costs = new LinkedHashMap<String, List<Cost>>();
        var broken = new HashSet<Rival>();
        for (int round = 0; round < Integer.parseInt(options.get("rounds")); round++) {
            for (var rival : rivals) {
                if (broken.contains(rival)) {
                    continue;
                }
                var output = emptied(work.resolve("out"));
                try {
                    var cost = rival.run(batch, output);
                    cost.ifPresent(it -> costs.computeIfAbsent(rival.name(), name -> new ArrayList<>())
                            .add(it));
                } catch (IOException e) {
                    System.err.println(rival.name() + " failed at " + batch.set() + ": " + e.getMessage());
                    broken.add(rival);
                }
            }
        }
        return costs;
    }

    private static String row(String set, String name, List<Cost> runs, List<Cost> offprint) {
        var text = new StringBuilder("| " + set + " | " + name);
        text.append(String.format(
                Locale.ROOT,
                " | %.0f",
                median(runs.stream().map(Cost::cpuMillis).toList())));
        text.append(String.format(
                Locale.ROOT,
                " | %.0f",
                median(runs.stream().map(Cost::wallMillis).toList())));
        long bytes = runs.getLast().bytes();
        text.append(bytes == 0 ? " | " : " | " + bytes / 1_000);
        if (runs == offprint || offprint == null) {
            return text.append(" | | |").toString();
        }
        var cpu = new ArrayList<Double>();
        var wall = new ArrayList<Double>();
        for (int i = 0; i < runs.size(); i++) {
            cpu.add(offprint.get(i).cpuMillis() / runs.get(i).cpuMillis());
            wall.add(offprint.get(i).wallMillis() / runs.get(i).wallMillis());
        }
        return text.append(String.format(Locale.ROOT, " | %.2f | %.2f |", median(cpu), median(wall)))
                .toString();
    }

    /// What the web set can't go below, of variants that sharp (or ImageMagick) wrote.
    private void printFloor(Rival.Batch batch, List<Rival> rivals, List<Cost> offprint)
            throws IOException, InterruptedException {
        var missing = Floor.missing();
        Optional<Rival> writer = rivals.stream()
                .skip(1)
                .filter(rival -> rival.name().equals("sharp"))
                .findFirst();
        if (missing.isPresent() || writer.isEmpty() || !Children.areMeasured()) {
            System.err.println("The floor is left out: " + missing.orElse("npm or Linux is missing"));
            return;
        }
        var output = emptied(work.resolve("out"));
        writer.get().run(batch, output);
        var parts = Floor.measure(batch.input(), output, work);
        double ours = offprint == null
                ? 0
                : median(offprint.stream().map(Cost::cpuMillis).toList());
        System.out.printf(
                Locale.ROOT,
                "| web | floor: djpeg %.0f, 2 × cjpeg %.0f, 2 × cwebp %.0f | %.0f | | | %.2f | |%n",
                parts.decode(),
                parts.jpegs(),
                parts.webps(),
                parts.sum(),
                ours / parts.sum());
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
