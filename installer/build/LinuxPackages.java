import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The `.deb`, the `.rpm` and the portable archive. All hold the same image; the packages add the command and what
/// the desktop wants, every file of it owned by the package, so that no script runs when it is installed or removed.
final class LinuxPackages {

    private static final String MAINTAINER = "The Offprint contributors <contributors@offprint.invalid>";

    private final Plan plan;
    private final Path image;
    private final LinuxFiles files;
    private final Changelog changelog;

    LinuxPackages(Plan plan, Path image, LinuxFiles files, Changelog changelog) {
        this.plan = plan;
        this.image = image;
        this.files = files;
        this.changelog = changelog;
    }

    void make() throws IOException, InterruptedException {
        archive();
        if (Steps.isThere("dpkg-deb")) {
            deb();
        } else {
            Steps.say("no .deb: dpkg-deb is not installed");
        }
        if (Steps.isThere("rpmbuild")) {
            rpm();
        } else {
            Steps.say("no .rpm: rpmbuild is not installed (Debian: apt-get install rpm)");
        }
    }

    private Map<String, String> environment() {
        return Map.of("SOURCE_DATE_EPOCH", String.valueOf(plan.timestamp().getEpochSecond()), "LC_ALL", "C.UTF-8");
    }

    private String architecture(String arm, String intel) {
        return plan.platform().endsWith("arm64") ? arm : intel;
    }

    /// One folder that runs from anywhere, with what a desktop wants in `share`.
    private void archive() throws IOException, InterruptedException {
        var name = "offprint-" + plan.version() + "-" + plan.platform();
        var folder = plan.work().resolve("archive").resolve(name);
        Steps.copy(image, folder);
        files.into(folder.resolve("share"), "site-functions");
        Steps.settle(folder, plan.timestamp());
        var file = plan.results().resolve(name + ".tar.gz");
        Steps.run(
                folder.getParent(),
                Map.of("GZIP", "-9n"),
                List.of(
                        "tar",
                        "--create",
                        "--gzip",
                        "--sort=name",
                        "--owner=0",
                        "--group=0",
                        "--numeric-owner",
                        "--format=gnu",
                        "--file=" + file,
                        name));
        say(file);
    }

    /// The folders that a package brings: `/opt/offprint`, the command, and what the desktop wants.
    private Path root(String kind, String zshFolder) throws IOException, InterruptedException {
        var root = plan.work().resolve(kind).resolve("root");
        Steps.copy(image, root.resolve("opt").resolve("offprint"));
        var bin = Files.createDirectories(root.resolve("usr").resolve("bin"));
        Files.createSymbolicLink(bin.resolve("offprint"), Path.of("../../opt/offprint/bin/offprint"));
        files.into(root.resolve("usr").resolve("share"), zshFolder);
        return root;
    }

    private void deb() throws IOException, InterruptedException {
        var root = root("deb", "vendor-completions");
        var doc = root.resolve("usr").resolve("share").resolve("doc").resolve("offprint");
        Steps.write(doc.resolve("copyright"), Notices.copyright(plan));
        LinuxFiles.gzip(changelog.debian(MAINTAINER), doc.resolve("changelog.gz"));
        Steps.fill(
                plan.sources().resolve("linux").resolve("control"),
                root.resolve("DEBIAN").resolve("control"),
                Map.of(
                        "version",
                        plan.version(),
                        "architecture",
                        architecture("arm64", "amd64"),
                        "installedKib",
                        String.valueOf(Steps.bytes(root) / 1024),
                        "depends",
                        String.join(", ", Libraries.debianPackages(image)),
                        "maintainer",
                        MAINTAINER));
        Steps.settle(root, plan.timestamp());
        var file = plan.results().resolve("offprint_" + plan.version() + "_" + architecture("arm64", "amd64") + ".deb");
        Steps.run(
                plan.work(),
                environment(),
                List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", root.toString(), file.toString()));
        say(file);
    }

    private void rpm() throws IOException, InterruptedException {
        var root = root("rpm", "site-functions");
        var licences = root.resolve("usr").resolve("share").resolve("licenses").resolve("offprint");
        Steps.write(licences.resolve("LICENSE"), Files.readString(plan.project().resolve("LICENSE")));
        Steps.settle(root, plan.timestamp());
        var tree = plan.work().resolve("rpm");
        var spec = tree.resolve("offprint.spec");
        Steps.fill(
                plan.sources().resolve("linux").resolve("offprint.spec"),
                spec,
                Map.of(
                        "version", plan.version(),
                        "summary", Plan.SUMMARY,
                        "vendor", Plan.VENDOR,
                        "requires", rpmRequires(),
                        "root", root.toString(),
                        "files", rpmFiles(root)));
        Steps.run(
                tree,
                environment(),
                List.of(
                        "rpmbuild",
                        "-bb",
                        "--quiet",
                        "--target=" + architecture("aarch64", "x86_64"),
                        "--define=_topdir " + tree.resolve("build"),
                        "--define=_rpmdir " + tree.resolve("made"),
                        spec.toString()));
        try (var made = Files.walk(tree.resolve("made"))) {
            var rpm = made.filter(path -> path.toString().endsWith(".rpm"))
                    .findFirst()
                    .orElseThrow();
            var file = plan.results().resolve(rpm.getFileName().toString());
            Files.move(rpm, file);
            say(file);
        }
    }

    /// By the name of each library, which is the same on every distribution, where package names are not.
    private String rpmRequires() throws IOException {
        return Libraries.ofSystem(image).keySet().stream()
                .filter(name -> !name.startsWith("ld-linux"))
                .map(name -> "Requires: " + name + "()(64bit)")
                .collect(Collectors.joining("\n"));
    }

    /// Every file, and the folders that are the package's own.
    private static String rpmFiles(Path root) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("/opt/offprint");
        try (var walk = Files.walk(root.resolve("usr"))) {
            walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> "/" + root.relativize(path))
                    .sorted()
                    .forEach(lines::add);
        }
        return String.join("\n", lines);
    }

    private static void say(Path file) throws IOException {
        Steps.say("%s: %.1f MB".formatted(file.getFileName(), Files.size(file) / 1e6));
    }
}
