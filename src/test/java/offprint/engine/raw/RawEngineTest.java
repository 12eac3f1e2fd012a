package offprint.engine.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.ThumbnailRequest;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.engine.View;
import offprint.engine.embedded.EmbeddedEngine;
import offprint.fixtures.Pictures;
import offprint.fixtures.RawFiles;
import offprint.fixtures.RawFiles.Kind;
import offprint.image.ExifBlock;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RawEngineTest {

    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 800;

    @TempDir
    private Path folder;

    private final RawEngine engine = new RawEngine(new EmbeddedEngine());

    private static byte[] plainJpeg(int width, int height) throws IOException {
        return Pictures.jpeg(Pictures.corners(width, height), 0.9f);
    }

    /// As the camera lay, turned by a quarter clockwise; Fujifilm's and Panasonic's JPEGs say so themselves.
    private Path raw(Kind kind) throws IOException {
        var large = plainJpeg(WIDTH, HEIGHT);
        if (kind == Kind.RAF) {
            large = new ExifBlock()
                    .camera("FUJIFILM", "Test Camera")
                    .capturedAt(java.time.LocalDateTime.of(2026, 5, 1, 9, 30))
                    .gps(46.5, 8.03)
                    .orientation(Orientation.ROTATED_90)
                    .thumbnail(plainJpeg(160, 107))
                    .insertInto(large);
        } else if (kind == Kind.RW2) {
            // What the container says wins.
            large = new ExifBlock()
                    .camera("Panasonic", "Another Camera")
                    .orientation(Orientation.ROTATED_180)
                    .thumbnail(plainJpeg(160, 107))
                    .insertInto(large);
        }
        var bytes = RawFiles.of(kind, large, plainJpeg(160, 107), Orientation.ROTATED_90.exifValue());
        return Files.write(folder.resolve(kind.fileName()), bytes);
    }

    private EngineResult<SourceInfo> probe(Path file) throws CancelledException {
        return engine.probe(file, CancellationToken.never());
    }

    private SourceInfo info(Path file) throws CancelledException {
        if (probe(file) instanceof EngineResult.Done<SourceInfo> done) {
            return done.value();
        }
        throw new AssertionError(probe(file).toString());
    }

    private BufferedImage exported(Path file, MetadataPolicy policy, Path target) throws Exception {
        var info = info(file);
        var variant = new VariantRequest(
                "half",
                new PixelSize(
                        info.displaySize().widthPx() / 2, info.displaySize().heightPx() / 2),
                new Encoding.Jpeg(90, false, Encoding.Chroma.FULL_444, false),
                target);
        var result = engine.render(
                new RenderRequest(file, info, List.of(variant), policy, Limits.STANDARD),
                RenderListener.SILENT,
                RenderCancellation.of(CancellationToken.never(), 1));
        assertThat(result).isInstanceOf(EngineResult.Done.class);
        if (result instanceof EngineResult.Done<List<VariantResult>> done) {
            assertThat(done.value().getFirst()).isInstanceOf(VariantResult.Rendered.class);
        }
        return Objects.requireNonNull(ImageIO.read(target.toFile()));
    }

    private static int distance(int rgb, java.awt.Color wanted) {
        var is = new java.awt.Color(rgb);
        return Math.max(
                Math.abs(is.getRed() - wanted.getRed()),
                Math.max(Math.abs(is.getGreen() - wanted.getGreen()), Math.abs(is.getBlue() - wanted.getBlue())));
    }

    @Nested
    class EveryMakersFile {

        @ParameterizedTest
        @EnumSource(Kind.class)
        void isReadByItsLargestJpeg(Kind kind) throws Exception {
            var info = info(raw(kind));
            assertThat(info.format()).isEqualTo(ImageFormat.RAW);
            assertThat(info.isEmbeddedPreview()).isTrue();
            assertThat(info.storedSize()).isEqualTo(new PixelSize(WIDTH, HEIGHT));
            assertThat(info.displaySize()).isEqualTo(new PixelSize(HEIGHT, WIDTH));
            assertThat(info.camera().orElse("")).endsWith("Test Camera");
            assertThat(info.capturedAt()).contains(java.time.LocalDateTime.of(2026, 5, 1, 9, 30));
            assertThat(info.hasGps()).isTrue();
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void isExportedUprightAndItselfUntouched(Kind kind) throws Exception {
            var file = raw(kind);
            var before = Files.readAllBytes(file);
            var picture = exported(file, MetadataPolicy.STRIP, folder.resolve("out.jpg"));

            assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(HEIGHT / 2, WIDTH / 2);
            // Stored clockwise red, green, blue, yellow; a quarter clockwise brings yellow to the top left.
            assertThat(distance(picture.getRGB(20, 20), Pictures.CORNERS.get(3)))
                    .isLessThan(12);
            assertThat(distance(picture.getRGB(picture.getWidth() - 20, 20), Pictures.CORNERS.get(0)))
                    .isLessThan(12);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void givesItsExifAsTheRecipeWantsIt(Kind kind) throws Exception {
            var file = raw(kind);
            var everything = new MetadataPolicy(EnumSet.allOf(MetadataPolicy.Group.class));
            exported(file, everything, folder.resolve("all.jpg"));
            exported(file, MetadataPolicy.STRIP, folder.resolve("none.jpg"));

            var all = info(folder.resolve("all.jpg"));
            assertThat(all.camera().orElse("")).endsWith("Test Camera");
            assertThat(all.capturedAt()).isPresent();
            assertThat(all.hasGps()).isTrue();
            assertThat(all.orientation()).isEqualTo(Orientation.UPRIGHT);
            var none = info(folder.resolve("none.jpg"));
            assertThat(none.camera()).isEmpty();
            assertThat(none.hasGps()).isFalse();
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void hasAThumbnailAtOnceAndASharpOne(Kind kind) throws Exception {
            var file = raw(kind);
            for (var source : ThumbnailRequest.Source.values()) {
                var request = new ThumbnailRequest(file, 192, source, Limits.STANDARD);
                var result = engine.thumbnail(request, CancellationToken.never());
                assertThat(result).as("%s", source).isInstanceOf(EngineResult.Done.class);
                if (result instanceof EngineResult.Done<Pixels> done) {
                    try (var pixels = done.value()) {
                        assertThat(pixels.size())
                                .isEqualTo(
                                        switch (source) {
                                            case PICTURE -> new PixelSize(128, 192);
                                            case EMBEDDED_ONLY -> new PixelSize(107, 160);
                                        });
                    }
                }
            }
        }

        @Test
        void isPreparedOnceAndShownAndWrittenFromMemory() throws Exception {
            var file = raw(Kind.NEF);
            var info = info(file);
            var jpeg = new Encoding.Jpeg(90, false, Encoding.Chroma.FULL_444, false);
            var half = new PixelSize(
                    info.displaySize().widthPx() / 2, info.displaySize().heightPx() / 2);
            var request = new RenderRequest(
                    file,
                    info,
                    List.of(new VariantRequest("half", half, jpeg, Path.of(""))),
                    MetadataPolicy.STRIP,
                    Limits.STANDARD);
            var never = CancellationToken.never();
            try (var photo = done(engine.prepare(request, never))) {
                try (var before = done(photo.before(0, new View.Fitted(64), never))) {
                    assertThat(before.size()).isEqualTo(new View.Fitted(64).sizeOf(half));
                }
                var out = folder.resolve("prepared.jpg");
                assertThat(done(photo.write(0, jpeg, out, never))).isEqualTo(Files.size(out));
                try (var seen = done(engine.view(out, new View.Fitted(1_000), Limits.STANDARD, never))) {
                    assertThat(seen.size()).isEqualTo(half);
                }
            }
        }

        private static <T> T done(EngineResult<T> result) {
            if (result instanceof EngineResult.Done<T> done) {
                return done.value();
            }
            throw new AssertionError(result.toString());
        }

        @Test
        void leavesNothingInTheTemporaryFolder() throws Exception {
            var temporary = Path.of(System.getProperty("java.io.tmpdir"));
            var before = rawFiles(temporary);
            exported(raw(Kind.NEF), MetadataPolicy.STRIP, folder.resolve("out.jpg"));
            assertThat(rawFiles(temporary)).isEqualTo(before);
        }

        private static Set<Path> rawFiles(Path folder) throws IOException {
            var found = new HashSet<Path>();
            try (var files = Files.newDirectoryStream(folder, "offprint-raw-*")) {
                files.forEach(found::add);
            }
            return found;
        }
    }

    @Nested
    class AFileWithoutAUsableJpeg {

        private EngineFailure failure(byte[] bytes) throws Exception {
            var file = Files.write(folder.resolve("x.nef"), bytes);
            if (probe(file) instanceof EngineResult.Failed<SourceInfo> failed) {
                return failed.failure();
            }
            throw new AssertionError("it was read");
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void saysSoWhenTheJpegsAreTiny(Kind kind) throws Exception {
            var failure = failure(RawFiles.of(kind, plainJpeg(320, 214), plainJpeg(160, 107), 1));
            assertThat(failure.code()).isEqualTo("E-RAW-NO-PREVIEW");
            assertThat(failure.message()).contains("320 × 214");
            assertThat(failure.remedy()).contains("RAW converter");
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void saysSoWhenThereIsNone(Kind kind) throws Exception {
            var failure = failure(RawFiles.of(kind, new byte[5_000], new byte[300], 1));
            assertThat(failure.code()).isEqualTo("E-RAW-NO-PREVIEW");
        }

        @Test
        void failsItsThumbnailTheSameWay() throws Exception {
            var file = Files.write(folder.resolve("x.cr3"), RawFiles.of(Kind.CR3, new byte[5_000], new byte[300], 1));
            var request = new ThumbnailRequest(file, 192, ThumbnailRequest.Source.PICTURE, Limits.STANDARD);
            var result = engine.thumbnail(request, CancellationToken.never());
            assertThat(result).isInstanceOf(EngineResult.Failed.class);
        }
    }

    @Nested
    class AHostileFile {

        /// Whatever is done to a file: an answer, within bounds of time and memory, and no exception.
        private void isAnswered(byte[] bytes) throws Exception {
            var file = Files.write(folder.resolve("hostile.raw"), bytes);
            assertThat(probe(file)).isNotNull();
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void thatIsCutIsAnswered(Kind kind) throws Exception {
            var whole = Files.readAllBytes(raw(kind));
            var random = new Random(7);
            for (int i = 0; i < 150; i++) {
                isAnswered(Arrays.copyOf(whole, random.nextInt(i < 75 ? 600 : whole.length)));
            }
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void withTurnedBytesIsAnswered(Kind kind) throws Exception {
            var whole = Files.readAllBytes(raw(kind));
            var random = new Random(11);
            var interesting = new byte[] {0, 1, -1, 127, -128, 0x2A, 8};
            for (int i = 0; i < 400; i++) {
                var bytes = whole.clone();
                for (int n = 0; n < 1 + random.nextInt(8); n++) {
                    int at = random.nextInt(random.nextBoolean() ? 400 : bytes.length);
                    bytes[at] = interesting[random.nextInt(interesting.length)];
                }
                isAnswered(bytes);
            }
        }

        /// A directory that is its own child and its own successor.
        @Test
        void thatGoesRoundInCirclesIsAnswered() throws Exception {
            var bytes = new byte[200];
            var start = HexFormat.of()
                    .parseHex("49492a0008000000" + "0200" + "4a010400" + "01000000" + "08000000"
                            + "12c601000400000001040000" + "08000000");
            System.arraycopy(start, 0, bytes, 0, start.length);
            var file = Files.write(folder.resolve("circle.dng"), bytes);
            assertThat(probe(file).toString()).contains("NoPreviewInRaw");
        }

        /// Counts and lengths of 2³²−1, offsets behind the end.
        @Test
        void thatClaimsMoreThanThereIsIsAnswered() throws Exception {
            var bytes = new byte[100];
            var start = HexFormat.of()
                    .parseHex("49492a0008000000" + "ffff" + "4a010400" + "ffffffff" + "08000000"
                            + "12c60100ffffffff10000000" + "01020400" + "01000000" + "f0ffffff" + "02020400"
                            + "01000000" + "ffffffff");
            System.arraycopy(start, 0, bytes, 0, start.length);
            isAnswered(bytes);
        }
    }

    @Nested
    class WhatIsNoRawFile {

        @Test
        void losesNothingThatTheOtherEngineDoesBetterThanThePortsDefaults() {
            var own = Arrays.stream(RawEngine.class.getDeclaredMethods())
                    .map(Method::getName)
                    .toList();
            assertThat(own)
                    .containsAll(Arrays.stream(ImageEngine.class.getDeclaredMethods())
                            .filter(method -> Modifier.isPublic(method.getModifiers())
                                    && !Modifier.isStatic(method.getModifiers()))
                            .map(Method::getName)
                            .toList());
        }

        @Test
        void goesTheOldWay() throws Exception {
            var jpeg = Files.write(folder.resolve("a.jpg"), plainJpeg(640, 480));
            assertThat(info(jpeg).format()).isEqualTo(ImageFormat.JPEG);
            var tiff = folder.resolve("a.tif");
            assertThat(ImageIO.write(Pictures.corners(64, 48), "tiff", tiff.toFile()))
                    .isTrue();
            assertThat(info(tiff).format()).isEqualTo(ImageFormat.TIFF);
            assertThat(exported(jpeg, MetadataPolicy.STRIP, folder.resolve("out.jpg"))
                            .getWidth())
                    .isEqualTo(320);
        }

        @Test
        void failsInTheEnginesWords() throws Exception {
            assertThat(probe(folder.resolve("missing.nef"))).isInstanceOf(EngineResult.Failed.class);
            var empty = Files.createFile(folder.resolve("empty.nef"));
            assertThat(probe(empty).toString()).contains("EmptySource");
        }
    }
}
