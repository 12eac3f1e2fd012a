import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// What a Linux desktop and its shells want to find beside the program, laid out as below `/usr/share`.
final class LinuxFiles {

    /// What every engine together reads; `inode/directory` is not among them, since Offprint is no file manager.
    static final List<String> PHOTO_TYPES = List.of(
            "image/jpeg",
            "image/png",
            "image/tiff",
            "image/webp",
            "image/avif",
            "image/gif",
            "image/bmp",
            "image/vnd.adobe.photoshop",
            "image/x-canon-cr2",
            "image/x-canon-cr3",
            "image/x-nikon-nef",
            "image/x-sony-arw",
            "image/x-adobe-dng",
            "image/x-fuji-raf",
            "image/x-olympus-orf",
            "image/x-panasonic-rw2");

    private static final String RECIPE_TYPE = "application/vnd.offprint.recipe+json";

    private final Plan plan;
    private final Path image;
    private final Icons icons;
    private final Changelog changelog;

    LinuxFiles(Plan plan, Path image, Icons icons, Changelog changelog) {
        this.plan = plan;
        this.image = image;
        this.icons = icons;
        this.changelog = changelog;
    }

    /// @param share the `share` folder to fill
    /// @param zshFolder where this kind of system keeps the completions that packages bring
    void into(Path share, String zshFolder) throws IOException, InterruptedException {
        var linux = plan.sources().resolve("linux");
        var photoTypes = String.join(";", PHOTO_TYPES) + ";";
        Steps.fill(
                linux.resolve(Plan.ID + ".desktop"),
                share.resolve("applications").resolve(Plan.ID + ".desktop"),
                Map.of("exec", "offprint", "mimeTypes", photoTypes + RECIPE_TYPE + ";"));
        Steps.fill(
                linux.resolve(Plan.ID + ".metainfo.xml"),
                share.resolve("metainfo").resolve(Plan.ID + ".metainfo.xml"),
                Map.of("summary", Plan.SUMMARY, "vendor", Plan.VENDOR, "releases", changelog.appStream()));
        Steps.fill(
                linux.resolve(Plan.ID + ".mime.xml"),
                share.resolve("mime").resolve("packages").resolve(Plan.ID + ".xml"),
                Map.of());
        Steps.fill(
                linux.resolve(Plan.ID + ".servicemenu.desktop"),
                share.resolve("kio").resolve("servicemenus").resolve(Plan.ID + ".desktop"),
                Map.of("photoTypes", photoTypes));
        Steps.fill(
                linux.resolve("offprint.nemo_action"),
                share.resolve("nemo").resolve("actions").resolve("offprint.nemo_action"),
                Map.of("photoTypes", photoTypes));
        icons(share.resolve("icons").resolve("hicolor"));
        shells(share, zshFolder);
    }

    private void icons(Path hicolor) throws IOException {
        for (int side : Icons.DESKTOP_SIDES_PX) {
            var folder = hicolor.resolve(side + "x" + side);
            Steps.copy(
                    icons.program().resolve(side + ".png"),
                    folder.resolve("apps").resolve(Plan.ID + ".png"));
            Steps.copy(
                    icons.recipe().resolve(side + ".png"),
                    folder.resolve("mimetypes").resolve(Plan.ID + ".recipe.png"));
        }
        var scalable = hicolor.resolve("scalable");
        Steps.copy(icons.svg().resolve("offprint.svg"), scalable.resolve("apps").resolve(Plan.ID + ".svg"));
        Steps.copy(
                icons.svg().resolve("offprint-recipe.svg"),
                scalable.resolve("mimetypes").resolve(Plan.ID + ".recipe.svg"));
    }

    private void shells(Path share, String zshFolder) throws IOException, InterruptedException {
        Steps.write(share.resolve("bash-completion").resolve("completions").resolve("offprint"), said("bash"));
        Steps.write(share.resolve("zsh").resolve(zshFolder).resolve("_offprint"), said("zsh"));
        Steps.write(share.resolve("fish").resolve("vendor_completions.d").resolve("offprint.fish"), said("fish"));
        gzip(said("man"), share.resolve("man").resolve("man1").resolve("offprint.1.gz"));
    }

    /// What the finished program itself says of its command line.
    private String said(String kind) throws IOException, InterruptedException {
        return Steps.run(image, image.resolve("bin").resolve("offprint").toString(), "completion", kind);
    }

    /// The smallest, and without a time in it.
    static void gzip(String text, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (var out = new GZIPOutputStream(Files.newOutputStream(to)) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
