import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The installers of Windows (`.msi`, `.exe`) and macOS (`.dmg`, `.pkg`), by jpackage from the same image.
///
/// Written by jpackage's own documentation, for JDK 25; not run yet on either system.
final class OtherSystems {

    /// Never to be changed: by it Windows knows an upgrade from another program.
    private static final String UPGRADE_CODE = "7d5b3c0e-2f4a-4f0c-9c51-6a1e8d0b7a35";

    private final Plan plan;
    private final Path image;
    private final Icons icons;

    OtherSystems(Plan plan, Path image, Icons icons) {
        this.plan = plan;
        this.image = image;
        this.icons = icons;
    }

    void make() throws IOException, InterruptedException {
        if (plan.mac()) {
            signImage();
        }
        for (var type : plan.windows() ? List.of("msi", "exe") : List.of("dmg", "pkg")) {
            var command = new ArrayList<>(List.of(
                    Plan.tool("jpackage"),
                    "--type",
                    type,
                    "--app-image",
                    image.toString(),
                    "--license-file",
                    plan.project().resolve("LICENSE").toString(),
                    "--file-associations",
                    recipeFiles().toString(),
                    "--dest",
                    plan.results().toString()));
            command.addAll(plan.identity());
            command.addAll(plan.windows() ? windows() : mac());
            Steps.run(plan.work(), Map.of(), command);
        }
    }

    /// Only recipes are tied to the program: photos must go on opening in what the user chose for them.
    private Path recipeFiles() throws IOException {
        var file = plan.work().resolve("recipe.properties");
        Steps.write(file, """
                extension=offprint-recipe
                mime-type=application/vnd.offprint.recipe+json
                description=Offprint recipe
                icon=%s
                mac.CFBundleTypeRole=Viewer
                """.formatted(icons.recipeOfSystem(plan).toString().replace('\\', '/')));
        return file;
    }

    private List<String> windows() throws IOException {
        var options = new ArrayList<>(List.of(
                "--icon",
                icons.ofSystem(plan).toString(),
                "--win-upgrade-uuid",
                UPGRADE_CODE,
                "--win-dir-chooser",
                "--win-menu",
                "--win-menu-group",
                "Offprint",
                "--win-shortcut-prompt"));
        var resources = new WindowsResources(plan).make();
        resources.ifPresent(folder -> options.addAll(List.of("--resource-dir", folder.toString())));
        return options;
    }

    private List<String> mac() throws IOException {
        var resources = Files.createDirectories(plan.work().resolve("mac"));
        var script = resources.resolve("postinstall");
        Files.copy(plan.sources().resolve("mac").resolve("postinstall"), script);
        Steps.executable(script);
        var options = new ArrayList<>(List.of(
                "--mac-package-identifier",
                Plan.ID,
                "--resource-dir",
                resources.toString(),
                "--install-dir",
                "/Applications"));
        options.addAll(signing());
        return options;
    }

    /// The image, since the rehearsal wrote into it after jpackage had made it: a seal from before would be broken.
    private void signImage() throws IOException, InterruptedException {
        if (signing().isEmpty()) {
            Steps.say("not signed: OFFPRINT_MAC_SIGNING_IDENTITY is not set");
            return;
        }
        var command =
                new ArrayList<>(List.of(Plan.tool("jpackage"), "--type", "app-image", "--app-image", image.toString()));
        command.addAll(signing());
        Steps.run(plan.work(), Map.of(), command);
    }

    /// @return empty when there is no identity to sign with
    private static List<String> signing() {
        return secret("OFFPRINT_MAC_SIGNING_IDENTITY")
                .map(identity -> List.of("--mac-sign", "--mac-signing-key-user-name", identity))
                .orElse(List.of());
    }

    private static Optional<String> secret(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
