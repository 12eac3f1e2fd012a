import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// Makes the installers of the system it runs on, from the portable program that the build left.
///
/// `java installer/build/MakeInstaller.java PROJECT TARGET VERSION PLATFORM TIMESTAMP`, as `mvn -Pinstaller package`
/// calls it; the results are in `TARGET/installer`.
public final class MakeInstaller {

    private MakeInstaller() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 5) {
            throw new IllegalArgumentException("expected PROJECT TARGET VERSION PLATFORM TIMESTAMP");
        }
        var target = Path.of(arguments[1]).toAbsolutePath();
        var plan = new Plan(
                Path.of(arguments[0]).toAbsolutePath(),
                target.resolve("offprint"),
                target.resolve("installer-work"),
                target.resolve("installer"),
                arguments[2],
                arguments[3],
                Instant.parse(arguments[4]));
        try {
            make(plan);
        } catch (IOException failure) {
            System.err.println("[installer] " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void make(Plan plan) throws IOException, InterruptedException {
        Steps.delete(plan.work());
        Steps.delete(plan.results());
        Files.createDirectories(plan.work());
        Files.createDirectories(plan.results());
        var changelog = Changelog.read(plan.project().resolve("CHANGELOG.md"), plan.version());
        Notices.make(plan);
        var icons = Icons.draw(plan);
        var image = new Image(plan, icons).make(new RunTime(plan).make());
        if (plan.linux()) {
            new LinuxPackages(plan, image, new LinuxFiles(plan, image, icons, changelog), changelog).make();
        } else {
            new OtherSystems(plan, image, icons).make();
        }
        checksums(plan.results());
    }

    /// As `sha256sum --check SHA256SUMS` reads it.
    private static void checksums(Path results) throws IOException {
        var lines = Steps.sorted(results)
                .filter(Files::isRegularFile)
                .map(file -> sha256(file) + "  " + file.getFileName())
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(results.resolve("SHA256SUMS"), lines);
    }

    static String sha256(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = Files.newInputStream(file)) {
                var block = new byte[1 << 16];
                for (int length = in.read(block); length >= 0; length = in.read(block)) {
                    digest.update(block, 0, length);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException("the checksum of " + file, failure);
        }
    }
}
