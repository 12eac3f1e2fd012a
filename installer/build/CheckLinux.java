import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// Shows on this Debian or Ubuntu that the finished installers do what they promise, and prints a line for each:
/// installs and removes the `.deb` (so it must be root, on a machine where that does no harm), unpacks the `.rpm`,
/// runs the archive as somebody else. Ends with 1 when something is not as promised.
///
/// `java installer/build/CheckLinux.java target/installer SCRATCH`, under a display (`xvfb-run -a`); a third word,
/// `untimed`, leaves out what only a quiet machine can tell.
public final class CheckLinux {

    private final Path results;
    private final Path scratch;
    private final boolean timed;
    private final List<String> broken = new ArrayList<>();

    private CheckLinux(Path results, Path scratch, boolean timed) {
        this.timed = timed;
        this.results = results.toAbsolutePath();
        this.scratch = scratch.toAbsolutePath();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var check = new CheckLinux(Path.of(arguments[0]), Path.of(arguments[1]), arguments.length < 3);
        Steps.delete(check.scratch);
        Files.createDirectories(check.scratch);
        check.deb();
        check.rpm();
        check.archive();
        check.broken.forEach(promise -> System.out.println("BROKEN: " + promise));
        System.exit(check.broken.isEmpty() ? 0 : 1);
    }

    private void promise(boolean kept, String what) {
        System.out.println((kept ? "kept    " : "BROKEN  ") + what);
        if (!kept) {
            broken.add(what);
        }
    }

    private Path file(String ending) throws IOException {
        return Steps.sorted(results)
                .filter(path -> path.toString().endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no " + ending + " in " + results));
    }

    private void deb() throws IOException, InterruptedException {
        var deb = file(".deb");
        var before = systemFiles();
        Steps.run(scratch, noninteractive(), List.of("apt-get", "install", "-y", "-q", deb.toString()));
        var tree = Path.of("/opt/offprint");
        long installed = Steps.bytes(tree);
        promise(
                Files.size(deb) <= 75_000_000 && installed <= 190_000_000,
                "sizes: installer %.1f MB (75), installed %.1f MB (190)"
                        .formatted(Files.size(deb) / 1e6, installed / 1e6));
        walk(tree);
        desktop();
        command("/usr/bin/offprint", "deb");
        if (timed) {
            times(tree);
        }
        Steps.run(scratch, noninteractive(), List.of("apt-get", "purge", "-y", "-q", "offprint"));
        var left = systemFiles();
        left.removeAll(before);
        promise(left.isEmpty(), "removed without a trace; left: " + left);
    }

    /// Every file of the system that a package could leave behind; what is made anew of all packages counts not.
    private static TreeSet<String> systemFiles() throws IOException {
        var all = new TreeSet<String>();
        var home = System.getProperty("user.home");
        for (var place : List.of("/opt", "/usr", "/etc", "/var/lib", "/home", home)) {
            if (!Files.isDirectory(Path.of(place))) {
                continue;
            }
            Files.walkFileTree(Path.of(place), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    all.add(folder.toString());
                    return folder.startsWith("/var/lib/apt") || folder.startsWith("/var/lib/dpkg")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    all.add(file.toString());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        // Caches that the system's own triggers make of every package's files, and folders of running programs.
        all.removeIf(path -> path.matches(".*(icon-theme|mimeinfo|mime)\\.cache|/usr/share/mime/.*"));
        for (var busy : List.of(".m2", ".cache", ".npm")) {
            all.removeIf(path -> Path.of(path).startsWith(Path.of(home, busy)));
        }
        return all;
    }

    /// Nobody but its owner may write it; every library it asks for is inside or a package of the list brings it.
    private void walk(Path tree) throws IOException, InterruptedException {
        var writable = new ArrayList<Path>();
        try (var files = Files.walk(tree)) {
            for (var file : files.toList()) {
                if (!Files.isSymbolicLink(file)) {
                    var rights = Files.getPosixFilePermissions(file);
                    if (rights.toString().contains("OTHERS_WRITE")
                            || rights.toString().contains("GROUP_WRITE")
                            || !Files.getOwner(file).getName().equals("root")) {
                        writable.add(file);
                    }
                }
            }
        }
        promise(writable.isEmpty(), "no file that others can write: " + writable);
        var depends = Steps.run(scratch, "dpkg-query", "--show", "--showformat=${Depends}", "offprint");
        var undeclared = new ArrayList<String>();
        for (var brings : Libraries.debianPackages(tree)) {
            if (!depends.contains(brings)) {
                undeclared.add(brings);
            }
        }
        promise(undeclared.isEmpty(), "every native library is inside or declared; not: " + undeclared);
        var cache = Steps.run(scratch, "ldconfig", "-p");
        var absent = Libraries.ofSystem(tree).keySet().stream()
                .filter(name -> !cache.contains(name))
                .toList();
        promise(absent.isEmpty(), "every declared library came with the dependencies; not: " + absent);
    }

    /// The desktop entry is right, and what it starts shows the photo that was given.
    private void desktop() throws IOException, InterruptedException {
        var entry = Path.of("/usr/share/applications/app.offprint.Offprint.desktop");
        if (Steps.isThere("desktop-file-validate")) {
            promise(
                    Steps.run(scratch, "desktop-file-validate", entry.toString())
                            .isBlank(),
                    "desktop-file-validate finds nothing");
        }
        if (Steps.isThere("appstreamcli")) {
            Steps.run(
                    scratch,
                    "appstreamcli",
                    "validate",
                    "--no-net",
                    "/usr/share/metainfo/app.offprint.Offprint.metainfo.xml");
            promise(true, "appstreamcli validates the metadata");
        }
        var exec = Files.readAllLines(entry).stream()
                .filter(line -> line.startsWith("Exec="))
                .findFirst()
                .orElseThrow();
        var photo = Path.of("/opt/offprint/lib/app/assets/samples/fjord.jpg");
        var words = List.of(
                exec.substring("Exec=".length()).replace("%F", photo.toString()).split(" ", -1));
        var home = new Home(scratch.resolve("desktop-home"));
        try (var window = Start.of(words, home)) {
            promise(window.painted().isPresent(), "started by its desktop entry: " + words);
            TimeUnit.SECONDS.sleep(4);
            var picture = scratch.resolve("window.png");
            if (Steps.isThere("import")) {
                Steps.run(scratch, "import", "-window", "root", picture.toString());
                System.out.println("        look at " + picture);
            }
        }
        promise(home.strangers().isEmpty(), "files in the home folder beside the named places: " + home.strangers());
    }

    /// Exports by the command line, with the libvips inside, AVIF by its helper process included.
    private void command(String program, String name) throws IOException, InterruptedException {
        var home = new Home(scratch.resolve(name + "-home"));
        var engines = Steps.run(scratch, home.variables(), List.of(program, "engines"));
        promise(engines.contains("delivered with Offprint"), name + ": " + line(engines, "libvips"));
        var recipe = scratch.resolve("avif.json");
        Steps.write(recipe, """
                { "offprintRecipe": 1, "name": "Check", "variants": [
                  { "name": "a", "size": {"longEdge": 1024}, "encoding": {"format": "avif", "quality": 55}, "file": "{name}-a" },
                  { "name": "j", "size": {"longEdge": 1024}, "encoding": {"format": "jpeg", "quality": 85}, "file": "{name}-j" } ],
                  "metadata": {"keep": ["copyright"]}, "onConflict": "rename" }
                """);
        var out = scratch.resolve(name + "-out");
        var samples = Path.of(program).toRealPath().getParent().getParent().resolve("lib/app/assets/samples");
        Steps.run(
                scratch,
                home.variables(),
                List.of(
                        program,
                        "export",
                        samples.resolve("dunes.jpg").toString(),
                        "--recipe",
                        recipe.toString(),
                        "--to",
                        out.toString()));
        promise(
                Files.size(out.resolve("dunes-a.avif")) > 1000 && Files.size(out.resolve("dunes-j.jpg")) > 1000,
                name + ": dunes-a.avif and dunes-j.jpg are exported");
        promise(home.strangers().isEmpty(), name + ": home folder: " + home.strangers());
    }

    private static String line(String text, String word) {
        return text.lines().filter(line -> line.contains(word)).findFirst().orElse("no " + word);
    }

    private void times(Path tree) throws IOException, InterruptedException {
        var program = "/usr/bin/offprint";
        var home = new Home(scratch.resolve("times-home"));
        double version = Start.median(9, () -> Start.seconds(List.of(program, "--version"), home));
        promise(version <= 0.35, "offprint --version: p50 of 9 %.2f s (0.35)".formatted(version));
        var resident = new ArrayList<Long>();
        double with = Start.median(7, () -> Start.toPainted(List.of(program), home, resident));
        long memory = resident.stream().sorted().toList().get(resident.size() / 2);
        promise(with <= 1.5, "start to painted window: p50 of 7 %.2f s (1.5)".formatted(with));
        promise(memory <= 220, "memory 2 s after the start: %d MB (220)".formatted(memory));
        var cache = tree.resolve("lib").resolve("app").resolve(Plan.AOT_CACHE);
        var aside = scratch.resolve(Plan.AOT_CACHE);
        Files.move(cache, aside);
        double without = Start.median(5, () -> Start.toPainted(List.of(program), home, new ArrayList<>()));
        Files.move(aside, cache);
        System.out.println("        without the ahead-of-time cache: p50 of 5 %.2f s, ratio %.2f"
                .formatted(without, with / without));
    }

    private void rpm() throws IOException, InterruptedException {
        var rpm = file(".rpm");
        var listed = Steps.run(scratch, "rpm", "-qpl", rpm.toString()).lines().toList();
        promise(
                listed.contains("/usr/bin/offprint") && listed.contains("/opt/offprint/lib/app/" + Plan.AOT_CACHE),
                "rpm: %.1f MB, %d files listed".formatted(Files.size(rpm) / 1e6, listed.size()));
        promise(Files.size(rpm) <= 75_000_000, "rpm: at most 75 MB");
        var folder = Files.createDirectories(scratch.resolve("rpm"));
        Steps.run(folder, "sh", "-c", "rpm2cpio '" + rpm + "' | cpio -idm --quiet");
        command(folder.resolve("opt/offprint/bin/offprint").toString(), "rpm");
    }

    /// As nobody, from a folder with a space and an accent in its name.
    private void archive() throws IOException, InterruptedException {
        var archive = file(".tar.gz");
        var folder = Files.createDirectories(scratch.resolve("Fotos für Zoé"));
        Steps.run(folder, "tar", "-xzf", archive.toString());
        var unpacked = Steps.sorted(folder).findFirst().orElseThrow();
        var out = Files.createDirectories(folder.resolve("exportés"));
        Steps.run(folder, "chown", "-R", "nobody", folder.toString());
        var program = unpacked.resolve("bin/offprint");
        var said = Steps.run(
                folder,
                Map.of("HOME", out.toString(), "LC_ALL", "C.UTF-8"),
                List.of(
                        "setpriv",
                        "--reuid=nobody",
                        "--regid=nogroup",
                        "--clear-groups",
                        program.toString(),
                        "export",
                        unpacked.resolve("lib/app/assets/samples/dunes.jpg").toString(),
                        "--recipe",
                        "Web",
                        "--to",
                        out.toString(),
                        "--json"));
        promise(
                said.contains("\"event\":\"summary\"")
                        || Files.list(out).anyMatch(path -> path.toString().endsWith(".webp")),
                "archive: %.1f MB, exported as nobody in \"%s\""
                        .formatted(Files.size(archive) / 1e6, folder.getFileName()));
        promise(!said.contains("[aot]"), "archive: its ahead-of-time cache is taken");
    }

    private static Map<String, String> noninteractive() {
        return Map.of("DEBIAN_FRONTEND", "noninteractive");
    }

    /// A home folder of its own, and what a run has left in it.
    record Home(Path folder) {

        Home {
            try {
                Files.createDirectories(folder);
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }

        Map<String, String> variables() {
            // By name as well: Java takes the home folder from the system's list of users, not from HOME.
            return Map.of(
                    "HOME", folder.toString(),
                    "XDG_CONFIG_HOME", folder.resolve(".config").toString(),
                    "XDG_DATA_HOME", folder.resolve(".local/share").toString(),
                    "XDG_CACHE_HOME", folder.resolve(".cache").toString(),
                    "XDG_STATE_HOME", folder.resolve(".local/state").toString());
        }

        /// What lies outside the named places: configuration, state and cache of Offprint; and `dconf`, the desktop's
        /// own, which every GTK program touches.
        List<String> strangers() throws IOException {
            try (var files = Files.walk(folder)) {
                return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                        .map(file -> folder.relativize(file).toString())
                        .filter(file ->
                                !file.matches("\\.((config|cache|local/share|local/state)/offprint|cache/dconf)/.*"))
                        .toList();
            }
        }
    }
}
