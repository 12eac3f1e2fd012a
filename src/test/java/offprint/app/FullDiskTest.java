package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import offprint.cancel.CancellationToken;
import offprint.cli.Workshop.SessionOptions;
import offprint.export.ExportOutcome;
import offprint.export.PhotoProgress;
import offprint.fixtures.Pictures;
import offprint.library.Photo;
import offprint.library.PhotoScanner;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.NamingTemplate;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.Sizing;
import offprint.recipe.Variant;
import offprint.settings.UserFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An export onto a disk that is really full: a small one in memory, mounted where the system lets this user do so.
@Timeout(120)
class FullDiskTest {

    private static final int PHOTOS = 6;

    @TempDir
    private Path folder;

    private Path disk = Path.of("");
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        folder = folder.toRealPath();
        disk = Files.createDirectories(folder.resolve("disk"));
        mounted = Files.isExecutable(Path.of("/bin/mount")) && mount("size=1m");
        assumeTrue(mounted, "skipped: this user may not mount a small disk here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("/bin/umount", disk.toString())).isTrue();
        }
    }

    private boolean mount(String options) throws Exception {
        return run("/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /// Noise: no format makes it small.
    private List<Path> photos() throws IOException {
        var image = new BufferedImage(800, 600, BufferedImage.TYPE_3BYTE_BGR);
        var random = new Random(7);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        var sources = Files.createDirectories(folder.resolve("sources"));
        var bytes = Pictures.jpeg(image, 0.95f);
        var files = new ArrayList<Path>();
        for (int i = 0; i < PHOTOS; i++) {
            files.add(Files.write(sources.resolve("p" + i + ".jpg"), bytes));
        }
        return files;
    }

    private static Variant variant(String name, int longEdge, Encoding encoding) {
        return new Variant(
                name,
                new Sizing.LongEdge(longEdge, Sizing.Enlargement.NEVER),
                encoding,
                new NamingTemplate("{name}-{variant}"));
    }

    /// One variant that is larger than the whole disk, and one that always fits.
    private static Recipe bigAndSmall() {
        return new Recipe(
                "Big and small",
                List.of(
                        variant("big", 800, new Encoding.Png(6, 8)),
                        variant("small", 100, new Encoding.Jpeg(80, false, Encoding.Chroma.SUBSAMPLED_420, false))),
                MetadataPolicy.STRIP,
                OnConflict.RENAME);
    }

    private static List<Photo> scanned(Composition session, List<Path> files) throws InterruptedException {
        var photos = new ArrayList<Photo>();
        var ended = new CountDownLatch(1);
        session.scanner()
                .scan(
                        files,
                        new PhotoScanner.ScanListener() {
                            @Override
                            public void found(List<Photo> batch) {
                                photos.addAll(batch);
                            }

                            @Override
                            public void skipped(Path path, String reason) {
                                throw new AssertionError(path + ": " + reason);
                            }

                            @Override
                            public void ended(PhotoScanner.Ending ending) {
                                ended.countDown();
                            }
                        },
                        CancellationToken.never());
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        return photos;
    }

    private static void awaitIdle(Composition session) throws InterruptedException {
        var idle = new CountDownLatch(1);
        session.exports().whenIdle(idle::countDown);
        assertThat(idle.await(90, TimeUnit.SECONDS)).isTrue();
    }

    private static ExportOutcome outcome(PhotoProgress row, int variant) {
        return row.variants().get(variant).outcome().orElseThrow();
    }

    private List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void failsWhatDoesNotFitKeepsTheRestAndLeavesNothingHalfWritten() throws Exception {
        var files = photos();
        var before = Files.readAllBytes(files.getFirst());
        var folders =
                UserFolders.of(Map.of("XDG_STATE_HOME", folder.resolve("state").toString()), "Linux", folder);
        // One worker, so that no other one's partial file takes the room that the small one needs.
        var options = new SessionOptions(Optional.of(1), Optional.empty(), Optional.empty(), Optional.empty(), false);
        try (var session = new Composition(options, folders)) {
            var exports = session.exports();
            exports.start(exports.plan(
                    scanned(session, files), bigAndSmall(), disk.resolve("out"), CancellationToken.never()));
            awaitIdle(session);

            for (var row : exports.changesSince(0).changed()) {
                assertThat(outcome(row, 0))
                        .isInstanceOfSatisfying(
                                ExportOutcome.Failed.class,
                                failed -> assertThat(failed.code())
                                        .as(failed.message())
                                        .isEqualTo("E-SPACE"));
                assertThat(outcome(row, 1)).isInstanceOf(ExportOutcome.Written.class);
            }
            assertThat(names(disk.resolve("out")))
                    .containsExactly(
                            "p0-small.jpg",
                            "p1-small.jpg",
                            "p2-small.jpg",
                            "p3-small.jpg",
                            "p4-small.jpg",
                            "p5-small.jpg");

            assertThat(mount("remount,size=20m")).isTrue();
            exports.retryFailed();
            awaitIdle(session);

            assertThat(exports.changesSince(0).totals().written()).isEqualTo(2 * PHOTOS);
        }
        assertThat(names(disk.resolve("out"))).hasSize(2 * PHOTOS);
        assertThat(ImageIO.read(disk.resolve("out/p3-big.png").toFile()).getWidth())
                .isEqualTo(800);
        assertThat(Files.readAllBytes(files.getFirst())).isEqualTo(before);
    }
}
