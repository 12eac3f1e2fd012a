package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import offprint.engine.Assistants;
import offprint.engine.DamagedPhotos;
import offprint.image.ImageFormat;
import org.junit.jupiter.api.Test;

/// What the installers are made of agrees with the program. The installers themselves are checked by
/// `installer/build/CheckLinux.java`.
class InstallerFilesTest {

    private static final Path INSTALLER = Path.of("installer");

    /// The names that desktops use; a format without one can't be opened from a file manager.
    private static final Map<ImageFormat, List<String>> TYPES = Map.of(
            ImageFormat.JPEG, List.of("image/jpeg"),
            ImageFormat.PNG, List.of("image/png"),
            ImageFormat.TIFF, List.of("image/tiff"),
            ImageFormat.WEBP, List.of("image/webp"),
            ImageFormat.AVIF, List.of("image/avif"),
            ImageFormat.GIF, List.of("image/gif"),
            ImageFormat.BMP, List.of("image/bmp"),
            ImageFormat.PSD, List.of("image/vnd.adobe.photoshop"),
            ImageFormat.RAW,
                    List.of(
                            "image/x-canon-cr2",
                            "image/x-canon-cr3",
                            "image/x-nikon-nef",
                            "image/x-sony-arw",
                            "image/x-adobe-dng",
                            "image/x-fuji-raf",
                            "image/x-olympus-orf",
                            "image/x-panasonic-rw2"));

    @Test
    void theDesktopOffersOffprintForEveryFormatThatIsRead() throws IOException {
        var offered = Files.readString(INSTALLER.resolve("build").resolve("LinuxFiles.java"));
        var installed = InstalledEngines.find(Optional.empty(), Assistants.NONE, DamagedPhotos.FAIL);
        for (var engine : installed.engines()) {
            for (var format : engine.capabilities().readable()) {
                assertThat(TYPES).containsKey(format);
                assertThat(TYPES.getOrDefault(format, List.of()))
                        .allSatisfy(type -> assertThat(offered).contains("\"" + type + "\""));
            }
            engine.close();
        }
    }

    @Test
    void theChangelogBeginsWithThisVersion() throws IOException {
        var heading = Pattern.compile("(?m)^## (\\S+) \\(\\d{4}-\\d{2}-\\d{2}\\)$")
                .matcher(Files.readString(Path.of("CHANGELOG.md")));
        assertThat(heading.find()).isTrue();
        assertThat(heading.group(1)).isEqualTo(new Program().version());
    }

    @Test
    void theNoticesNameEveryLibraryThatIsShipped() throws IOException {
        var notices = Files.readString(INSTALLER.resolve("THIRD-PARTY.md"));
        var pom = Files.readString(Path.of("pom.xml"));
        var shipped = Pattern.compile(
                        "<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>[^<]+</version>\\s*</dependency>")
                .matcher(pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>")));
        assertThat(shipped.results().map(found -> "`" + found.group(1) + "`"))
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(notices).contains(name));
    }
}
