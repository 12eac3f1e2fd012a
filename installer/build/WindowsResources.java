import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What jpackage's own installer source lacks on Windows: the command on the PATH, "Open with" for photos without
/// taking them from the program that the user chose, and "Export with Offprint" in Explorer's menu.
///
/// Takes the source that this JDK's jpackage would use, adds one component to it and gives it back by
/// `--resource-dir`. Not run yet: jpackage has that source on Windows only.
final class WindowsResources {

    private static final String TEMPLATE = "modules/jdk.jpackage/jdk/jpackage/internal/resources/main.wxs";
    private static final String FEATURE_END = "</Feature>";
    private static final String PRODUCT_END = "</Product>";

    private final Plan plan;

    WindowsResources(Plan plan) {
        this.plan = plan;
    }

    /// @return the resource folder; empty, with a message, when this JDK's source looks different from what is known
    Optional<Path> make() throws IOException {
        var template = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/" + TEMPLATE);
        var source = Files.exists(template) ? Files.readString(template) : "";
        int feature = source.indexOf(FEATURE_END);
        int product = source.indexOf(PRODUCT_END);
        if (feature < 0 || product < feature) {
            Steps.say("jpackage's main.wxs is another than expected: no PATH entry, no menu in Explorer");
            return Optional.empty();
        }
        var added = source.substring(0, feature)
                + "  <ComponentRef Id=\"OffprintShell\"/>\n    "
                + source.substring(feature, product)
                + Files.readString(plan.sources().resolve("windows").resolve("shell.wxs.part"))
                + source.substring(product);
        var folder = plan.work().resolve("windows");
        Steps.write(folder.resolve("main.wxs"), added);
        return Optional.of(folder);
    }
}
