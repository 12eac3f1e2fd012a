import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The application image: the run time, the program, libvips, and a launcher, in one folder that runs from anywhere.
final class Image {

    private final Plan plan;
    private final Icons icons;

    Image(Plan plan, Icons icons) {
        this.plan = plan;
        this.icons = icons;
    }

    /// @return the image's folder (on macOS the `.app`)
    Path make(Path runTime) throws IOException, InterruptedException {
        var into = Files.createDirectories(plan.work().resolve("image"));
        var command = new ArrayList<>(List.of(
                Plan.tool("jpackage"),
                "--type",
                "app-image",
                "--icon",
                icons.ofSystem(plan).toString(),
                "--runtime-image",
                runTime.toString(),
                "--input",
                input().toString(),
                "--main-jar",
                plan.mainJar(),
                "--main-class",
                Plan.MAIN_CLASS,
                "--dest",
                into.toString()));
        command.addAll(plan.identity());
        for (var option : launcherOptions()) {
            command.addAll(List.of("--java-options", option));
        }
        if (plan.windows()) {
            var console = plan.work().resolve("console.properties");
            Steps.write(console, "win-console=true\nwin-menu=false\nwin-shortcut=false\n");
            command.addAll(List.of("--add-launcher", "offprint-console=" + console));
        }
        if (plan.mac()) {
            command.addAll(List.of("--mac-package-identifier", Plan.ID));
        }
        Steps.run(plan.work(), Map.of(), command);
        var image = into.resolve(plan.mac() ? plan.name() + ".app" : plan.name());
        if (plan.linux()) {
            ownLauncher(image);
        }
        Steps.settle(image, plan.timestamp());
        train(image);
        Steps.settle(image, plan.timestamp());
        Steps.say("image: " + Steps.bytes(image) / 1_000_000 + " MB, of which "
                + Files.size(plan.appFolder(image).resolve(Plan.AOT_CACHE)) / 1_000_000 + " MB ahead-of-time cache");
        return image;
    }

    /// What lies beside the run time: jars, libvips, samples, notices.
    private Path input() throws IOException {
        var input = plan.work().resolve("input");
        Steps.copy(plan.portable().resolve("lib"), input);
        for (var jar : Steps.sorted(input)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList()) {
            Foreign.drop(jar, plan);
        }
        var natives = plan.portable().resolve("native");
        if (!Files.isDirectory(natives)) {
            throw new IOException(
                    "there is no libvips in " + natives + ": npm fetches it (installer/natives/README.md)");
        }
        Steps.copy(natives, input.resolve("native"));
        Steps.copy(plan.portable().resolve("assets"), input.resolve("assets"));
        Steps.copy(plan.project().resolve("LICENSE"), input.resolve("LICENSE"));
        Steps.copy(plan.sources().resolve("THIRD-PARTY.md"), input.resolve("THIRD-PARTY.md"));
        Steps.copy(plan.project().resolve("CHANGELOG.md"), input.resolve("CHANGELOG.md"));
        if (plan.windows()) {
            // The folder on the PATH: the console's launcher by the name that people type.
            Steps.copy(plan.sources().resolve("windows").resolve("command"), input.resolve("command"));
        }
        Steps.copy(plan.results().resolve(Notices.sbomName(plan)), input.resolve("sbom.cdx.json"));
        return input;
    }

    private static List<String> launcherOptions() {
        var options = new ArrayList<>(Plan.JAVA_OPTIONS);
        options.addAll(List.of(
                Plan.HEAP,
                "-XX:AOTCache=$APPDIR/" + Plan.AOT_CACHE,
                "-Doffprint.assets=$APPDIR/assets",
                "-Doffprint.natives=$APPDIR/native"));
        return options;
    }

    /// On Linux jpackage's launcher asks rpm and dpkg, twice each, who owns it, at every start: a script of ours does
    /// not (docs/decisions/0012).
    private void ownLauncher(Path image) throws IOException {
        var app = plan.appFolder(image);
        var launcher = image.resolve("bin").resolve("offprint");
        Files.delete(app.resolve("offprint.cfg"));
        Files.deleteIfExists(app.resolve(".jpackage.xml"));
        Files.delete(image.resolve("lib").resolve("libapplauncher.so"));
        Files.delete(launcher);
        Steps.fill(
                plan.sources().resolve("linux").resolve("offprint.sh"),
                launcher,
                Map.of(
                        "options",
                        String.join(" ", Plan.JAVA_OPTIONS),
                        "heap",
                        Plan.HEAP,
                        "cache",
                        Plan.AOT_CACHE,
                        "main",
                        Plan.MAIN_CLASS,
                        "classPath",
                        jars(app).map(jar -> "$app/" + jar).collect(Collectors.joining(":"))));
        Steps.executable(launcher);
    }

    /// The main jar first, as jpackage orders them.
    private java.util.stream.Stream<String> jars(Path app) throws IOException {
        var names = new ArrayList<String>();
        names.add(plan.mainJar());
        Steps.sorted(app)
                .map(path -> path.getFileName().toString())
                .filter(name -> name.endsWith(".jar") && !name.equals(plan.mainJar()))
                .forEach(names::add);
        return names.stream();
    }

    /// Lets the program do a bit of everything, while Java writes down what it loads and links.
    private void train(Path image) throws IOException, InterruptedException {
        var app = plan.appFolder(image);
        var scratch = plan.work().resolve("rehearsal");
        var photos = Files.createDirectories(scratch.resolve("photos"));
        var sample = Steps.sorted(app.resolve("assets").resolve("samples"))
                .filter(path -> path.toString().endsWith(".jpg"))
                .toList();
        for (var photo : sample.subList(0, 2)) {
            Files.copy(photo, photos.resolve(photo.getFileName()));
        }
        var command = new ArrayList<>(List.of(plan.java(plan.runTime(image)).toString()));
        command.add("-XX:AOTCacheOutput=" + app.resolve(Plan.AOT_CACHE));
        command.addAll(Plan.JAVA_OPTIONS);
        command.addAll(List.of(
                Plan.HEAP,
                "-Doffprint.assets=" + app.resolve("assets"),
                "-Doffprint.natives=" + app.resolve("native"),
                "-cp",
                jars(app)
                        .map(jar -> app.resolve(jar).toString())
                        .collect(Collectors.joining(java.io.File.pathSeparator)),
                Plan.MAIN_CLASS,
                "rehearse",
                photos.toString(),
                scratch.resolve("out").toString()));
        if (plan.linux() && System.getenv("DISPLAY") == null && Steps.isThere("xvfb-run")) {
            command.addAll(0, List.of("xvfb-run", "--auto-servernum"));
        }
        Steps.run(scratch, homeIn(scratch), command);
    }

    /// The rehearsal reads and writes no folder of whoever builds.
    private static Map<String, String> homeIn(Path folder) {
        var home = new TreeMap<String, String>();
        for (var name : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME")) {
            home.put(name, folder.resolve("home").toString());
        }
        home.put("APPDATA", folder.resolve("home").toString());
        home.put("LOCALAPPDATA", folder.resolve("home").toString());
        return home;
    }
}
