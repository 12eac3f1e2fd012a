package offprint.engine;

import static offprint.engine.Renders.JPEG;
import static offprint.engine.Renders.PNG;
import static offprint.engine.Renders.done;
import static offprint.engine.Renders.failureOf;
import static offprint.engine.Renders.probed;
import static offprint.engine.Renders.render;
import static offprint.engine.Renders.renderAll;
import static offprint.engine.Renders.request;
import static offprint.engine.Renders.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.fixtures.Pictures;
import offprint.image.ExifBlock;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.MetadataPolicy.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine must do. An engine's test extends this and makes the engine.
public abstract class ImageEngineContract {

    @TempDir
    Path folder = Path.of("");

    private ImageEngine engine;

    /// The same, to be closed; none where a test was skipped before it was made.
    private Optional<ImageEngine> made = Optional.empty();

    protected abstract ImageEngine makeEngine();

    @BeforeEach
    void start() {
        engine = makeEngine();
        made = Optional.of(engine);
    }

    @AfterEach
    void stop() {
        made.ifPresent(ImageEngine::close);
    }

    protected Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static BufferedImage read(Path file) throws IOException {
        return Objects.requireNonNull(ImageIO.read(file.toFile()), "a picture");
    }

    private static void assertColour(BufferedImage image, double x, double y, Color expected) {
        var got = new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
        assertThat(Math.abs(got.getRed() - expected.getRed())
                        + Math.abs(got.getGreen() - expected.getGreen())
                        + Math.abs(got.getBlue() - expected.getBlue()))
                .as("%s at %s, %s should be %s", got, x, y, expected)
                .isLessThan(24);
    }

    @Nested
    class When_it_probes {

        @Test
        void it_says_what_the_header_says() throws Exception {
            var jpeg = new ExifBlock()
                    .orientation(Orientation.ROTATED_90)
                    .camera("Maker", "Model")
                    .capturedAt(LocalDateTime.of(2026, 1, 2, 3, 4, 5))
                    .gps(1, 2)
                    .insertInto(Pictures.jpeg(Pictures.corners(60, 40), 0.9f));

            var info = probed(engine, file("a.jpg", jpeg));

            assertThat(info.format()).isEqualTo(ImageFormat.JPEG);
            assertThat(info.storedSize()).isEqualTo(new PixelSize(60, 40));
            assertThat(info.displaySize()).isEqualTo(new PixelSize(40, 60));
            assertThat(info.bands()).isEqualTo(3);
            assertThat(info.bitsPerSample()).isEqualTo(8);
            assertThat(info.hasGps()).isTrue();
            assertThat(info.camera()).contains("Maker Model");
            assertThat(info.capturedAt()).contains(LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        }

        @Test
        void the_content_decides_and_not_the_name() throws Exception {
            var png = Pictures.encoded(Pictures.corners(8, 6), "png", 1);

            assertThat(probed(engine, file("really-a-png.jpg", png)).format()).isEqualTo(ImageFormat.PNG);
        }

        @Test
        void an_empty_file_is_said_to_be_empty() throws Exception {
            assertThat(failureOf(engine.probe(file("empty.jpg", new byte[0]), CancellationToken.never())))
                    .isInstanceOf(EngineFailure.EmptySource.class);
        }

        @Test
        void text_is_no_picture() throws Exception {
            var text = "Dear diary, this is no picture at all.".getBytes(StandardCharsets.US_ASCII);

            assertThat(failureOf(engine.probe(file("text.jpg", text), CancellationToken.never())))
                    .isInstanceOf(EngineFailure.UnsupportedFormat.class);
        }

        @Test
        void a_missing_file_is_unreadable() throws Exception {
            assertThat(failureOf(engine.probe(folder.resolve("nowhere.jpg"), CancellationToken.never())))
                    .isInstanceOf(EngineFailure.UnreadableSource.class);
        }
    }

    @Nested
    class When_it_renders {

        @Test
        void every_variant_has_exactly_the_size_that_was_asked_for() throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 600, 400);
            var small = variant(folder, 60, 40, PNG);
            var large = variant(folder, 301, 201, JPEG);
            var full = variant(folder, 600, 400, PNG);

            renderAll(engine, source, MetadataPolicy.STRIP, small, large, full);

            for (var made : List.of(small, large, full)) {
                var image = read(made.partialFile());
                assertThat(new PixelSize(image.getWidth(), image.getHeight())).isEqualTo(made.size());
            }
        }

        @ParameterizedTest
        @EnumSource(Orientation.class)
        void the_picture_stands_upright_whatever_its_orientation(Orientation orientation) throws Exception {
            var source = file("in.jpg", Pictures.orientedJpeg(96, 64, orientation));
            var shown = orientation.upright(new PixelSize(96, 64));
            var full = variant(folder, shown.widthPx(), shown.heightPx(), PNG);
            var half = variant(folder, shown.widthPx() / 2, shown.heightPx() / 2, PNG);

            renderAll(engine, source, MetadataPolicy.STRIP, full, half);

            for (var made : List.of(full, half)) {
                var image = read(made.partialFile());
                var expected = uprightCorners(orientation);
                assertColour(image, 0.2, 0.2, Pictures.CORNERS.get(expected[0]));
                assertColour(image, 0.8, 0.2, Pictures.CORNERS.get(expected[1]));
                assertColour(image, 0.8, 0.8, Pictures.CORNERS.get(expected[2]));
                assertColour(image, 0.2, 0.8, Pictures.CORNERS.get(expected[3]));
            }
        }

        /// Which stored corner a viewer shows at the top left, top right, bottom right and bottom left: CIPA DC-008,
        /// "the 0th row is at the visual …, the 0th column at the visual …".
        private int[] uprightCorners(Orientation orientation) {
            return switch (orientation) {
                case UPRIGHT -> new int[] {0, 1, 2, 3};
                case MIRRORED -> new int[] {1, 0, 3, 2};
                case ROTATED_180 -> new int[] {2, 3, 0, 1};
                case MIRRORED_ROTATED_180 -> new int[] {3, 2, 1, 0};
                case MIRRORED_ROTATED_270 -> new int[] {0, 3, 2, 1};
                case ROTATED_90 -> new int[] {3, 0, 1, 2};
                case MIRRORED_ROTATED_90 -> new int[] {2, 1, 0, 3};
                case ROTATED_270 -> new int[] {1, 2, 3, 0};
            };
        }

        @Test
        void it_decodes_once_however_many_variants_there_are() throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 300, 200);
            var notes = new Renders.Notes();
            var variants = new VariantRequest[] {
                variant(folder, 30, 20, JPEG), variant(folder, 150, 100, JPEG), variant(folder, 75, 50, PNG)
            };

            var results = done(engine.render(
                    request(engine, source, MetadataPolicy.STRIP, variants),
                    notes,
                    RenderCancellation.of(CancellationToken.never(), 3)));

            assertThat(results).hasSize(3);
            assertThat(notes.heard).filteredOn("decoding"::equals).hasSize(1);
            assertThat(notes.heard).contains("finished 0", "finished 1", "finished 2");
            assertThat(results.get(1))
                    .isEqualTo(
                            new VariantResult.Rendered(new PixelSize(150, 100), Files.size(variants[1].partialFile())));
        }

        @Test
        void the_original_keeps_its_bytes_and_its_time() throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 120, 80);
            Files.setLastModifiedTime(source, FileTime.fromMillis(1_000_000_000_000L));
            var before = Files.readAllBytes(source);

            renderAll(engine, source, MetadataPolicy.STRIP, variant(folder, 60, 40, JPEG));

            assertThat(Files.readAllBytes(source)).isEqualTo(before);
            assertThat(Files.getLastModifiedTime(source).toMillis()).isEqualTo(1_000_000_000_000L);
        }

        @Test
        void transparency_becomes_white_in_jpeg_and_stays_in_png() throws Exception {
            var image = new BufferedImage(40, 40, BufferedImage.TYPE_4BYTE_ABGR);
            for (int x = 0; x < 20; x++) {
                for (int y = 0; y < 40; y++) {
                    image.setRGB(x, y, 0xFF20_40C0);
                }
            }
            var source = file("in.png", Pictures.encoded(image, "png", 1));
            var jpeg = variant(folder, 20, 20, JPEG);
            var png = variant(folder, 20, 20, PNG);

            renderAll(engine, source, MetadataPolicy.STRIP, jpeg, png);

            assertColour(read(jpeg.partialFile()), 0.2, 0.5, new Color(0x20, 0x40, 0xC0));
            assertColour(read(jpeg.partialFile()), 0.8, 0.5, Color.WHITE);
            assertThat(read(png.partialFile()).getRGB(18, 10) >>> 24).isZero();
            assertThat(read(png.partialFile()).getRGB(2, 10)).isEqualTo(0xFF20_40C0);
        }

        @Test
        void a_variant_that_fails_does_not_stop_the_others() throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 90, 60);
            var good = variant(folder, 30, 20, JPEG);
            var bad = new VariantRequest(
                    "bad",
                    new PixelSize(60, 40),
                    JPEG,
                    folder.resolve("no-such-folder").resolve("x.jpg"));
            var tooLarge = variant(folder, 70_000, 40, JPEG);

            var results = render(engine, source, MetadataPolicy.STRIP, bad, good, tooLarge);

            assertThat(results.get(0))
                    .isInstanceOfSatisfying(
                            VariantResult.VariantFailed.class,
                            failed -> assertThat(failed.failure()).isInstanceOf(EngineFailure.UnwritableTarget.class));
            assertThat(results.get(1)).isInstanceOf(VariantResult.Rendered.class);
            assertThat(results.get(2))
                    .isInstanceOfSatisfying(
                            VariantResult.VariantFailed.class,
                            failed -> assertThat(failed.failure()).isInstanceOf(EngineFailure.OverFormatLimit.class));
        }
    }

    @Nested
    class When_the_source_is_bad {

        @ParameterizedTest
        @ValueSource(ints = {5, 50, 90, 99})
        void a_cut_jpeg_fails_and_never_becomes_grey(int percent) throws Exception {
            assertCutFails("jpeg", percent);
        }

        @ParameterizedTest
        @ValueSource(ints = {5, 50, 90, 99})
        void a_cut_png_fails(int percent) throws Exception {
            assertCutFails("png", percent);
        }

        @ParameterizedTest
        @ValueSource(ints = {50, 90})
        void a_cut_tiff_fails(int percent) throws Exception {
            assertCutFails("tiff", percent);
        }

        private void assertCutFails(String format, int percent) throws Exception {
            var whole = Pictures.encoded(Pictures.photo(200, 150), format, 0.9f);
            var cut = Arrays.copyOf(whole, whole.length * percent / 100);
            var failure = failureOfRender(file("cut." + format, cut));
            assertThat(failure).isInstanceOfAny(EngineFailure.TruncatedSource.class, EngineFailure.DamagedSource.class);
        }

        @Test
        void a_jpeg_without_its_end_fails() throws Exception {
            var whole = Pictures.jpeg(Pictures.photo(200, 150), 0.9f);

            assertThat(failureOfRender(file("cut.jpg", Arrays.copyOf(whole, whole.length - 2))))
                    .isInstanceOf(EngineFailure.TruncatedSource.class);
        }

        @Test
        void more_pixels_than_the_limit_are_refused_before_the_decode() throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 300, 200);
            var notes = new Renders.Notes();
            var request = new RenderRequest(
                    source,
                    probed(engine, source),
                    List.of(variant(folder, 30, 20, JPEG)),
                    MetadataPolicy.STRIP,
                    new Limits(59_999, Long.MAX_VALUE));

            var failure = failureOf(engine.render(request, notes, RenderCancellation.of(CancellationToken.never(), 1)));

            assertThat(failure).isInstanceOf(EngineFailure.OverPixelLimit.class);
            assertThat(notes.heard).isEmpty();
        }

        @Test
        void more_bytes_than_the_limit_are_refused_before_the_decode() throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 300, 200);
            var request = new RenderRequest(
                    source,
                    probed(engine, source),
                    List.of(variant(folder, 30, 20, JPEG)),
                    MetadataPolicy.STRIP,
                    new Limits(Long.MAX_VALUE, 100_000));

            assertThat(failureOf(engine.render(
                            request, RenderListener.SILENT, RenderCancellation.of(CancellationToken.never(), 1))))
                    .isInstanceOf(EngineFailure.OverByteLimit.class);
        }

        private EngineFailure failureOfRender(Path source) throws CancelledException {
            var probe = engine.probe(source, CancellationToken.never());
            return probe instanceof EngineResult.Failed<?> failed
                    ? failed.failure()
                    : failureOf(engine.render(
                            request(engine, source, MetadataPolicy.STRIP, variant(folder, 20, 15, JPEG)),
                            RenderListener.SILENT,
                            RenderCancellation.of(CancellationToken.never(), 1)));
        }
    }

    @Nested
    class When_it_is_cancelled {

        private static final int WIDTH = 1_200;
        private static final int HEIGHT = 800;

        enum Stage {
            DECODING,
            RESIZING,
            ENCODING,
            ENCODE_PROGRESS
        }

        @ParameterizedTest
        @EnumSource
        void the_photo_stops_in_every_stage(Stage stage) throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), WIDTH, HEIGHT);
            var cancel = new CancellationSource();
            var request = request(engine, source, MetadataPolicy.STRIP, variant(folder, WIDTH / 2, HEIGHT / 2, PNG));

            assertThatThrownBy(() ->
                            engine.render(request, at(stage, cancel, 0), RenderCancellation.of(cancel.token(), 1)))
                    .isInstanceOf(CancelledException.class);
        }

        @ParameterizedTest
        @EnumSource(names = {"RESIZING", "ENCODING", "ENCODE_PROGRESS"})
        void a_variant_stops_alone(Stage stage) throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), WIDTH, HEIGHT);
            var photo = new CancellationSource();
            var first = new CancellationSource(photo.token());
            var second = new CancellationSource(photo.token());
            var large = variant(folder, WIDTH / 2, HEIGHT / 2, PNG);
            var small = variant(folder, WIDTH / 8, HEIGHT / 8, PNG);

            var results = done(engine.render(
                    request(engine, source, MetadataPolicy.STRIP, large, small),
                    at(stage, first, 0),
                    new RenderCancellation(photo.token(), List.of(first.token(), second.token()))));

            assertThat(results.get(0)).isEqualTo(new VariantResult.VariantCancelled());
            assertThat(results.get(1)).isInstanceOf(VariantResult.Rendered.class);
            assertThat(read(small.partialFile()).getWidth()).isEqualTo(WIDTH / 8);
        }

        @Test
        void nothing_is_decoded_to_the_end_when_every_variant_was_cancelled_alone() throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), WIDTH, HEIGHT);
            var photo = new CancellationSource();
            var only = new CancellationSource(photo.token());

            var results = done(engine.render(
                    request(engine, source, MetadataPolicy.STRIP, variant(folder, 60, 40, JPEG)),
                    at(Stage.DECODING, only, 0),
                    new RenderCancellation(photo.token(), List.of(only.token()))));

            assertThat(results).containsExactly(new VariantResult.VariantCancelled());
        }

        @Test
        void nothing_begins_for_a_token_that_is_tripped_already() throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 30, 20);
            var cancel = new CancellationSource();
            cancel.cancel();

            assertThatThrownBy(() -> engine.probe(source, cancel.token())).isInstanceOf(CancelledException.class);
            assertThatThrownBy(() -> engine.thumbnail(
                            new ThumbnailRequest(source, 10, ThumbnailRequest.Source.PICTURE, Limits.STANDARD),
                            cancel.token()))
                    .isInstanceOf(CancelledException.class);
        }

        private RenderListener at(Stage stage, CancellationSource cancel, int variant) {
            return new RenderListener() {
                @Override
                public void decoding() {
                    cancelAt(Stage.DECODING, variant);
                }

                @Override
                public void resizing(int index) {
                    cancelAt(Stage.RESIZING, index);
                }

                @Override
                public void encoding(int index) {
                    cancelAt(Stage.ENCODING, index);
                }

                @Override
                public void encodeProgress(int index, double fraction) {
                    cancelAt(Stage.ENCODE_PROGRESS, index);
                }

                private void cancelAt(Stage reached, int index) {
                    if (reached == stage && index == variant) {
                        cancel.cancel();
                    }
                }
            };
        }
    }

    @Nested
    class When_metadata_is_written {

        private static final Encoding TIFF = new Encoding.Tiff(Encoding.TiffCompression.LZW, 8);

        private Path source() throws IOException {
            return file(
                    "in.jpg",
                    new ExifBlock()
                            .orientation(Orientation.ROTATED_90)
                            .camera("CANARY-maker", "CANARY-model")
                            .capturedAt(LocalDateTime.of(2026, 1, 2, 3, 4, 5))
                            .rights("CANARY-artist", "CANARY-copyright")
                            .description("CANARY-description")
                            .gps(51.5, -0.12)
                            .thumbnail(Pictures.jpeg(Pictures.corners(40, 30), 0.8f))
                            .insertInto(Pictures.jpeg(Pictures.corners(80, 60), 0.9f)));
        }

        @Test
        void stripping_leaves_nothing() throws Exception {
            var jpeg = variant(folder, 30, 40, JPEG);
            var png = variant(folder, 30, 40, PNG);
            var tiff = variant(folder, 30, 40, TIFF);

            renderAll(engine, source(), MetadataPolicy.STRIP, jpeg, png, tiff);

            for (var made : List.of(jpeg, png, tiff)) {
                var bytes = new String(Files.readAllBytes(made.partialFile()), StandardCharsets.ISO_8859_1);
                assertThat(bytes)
                        .doesNotContain("CANARY")
                        .doesNotContain("2026:01")
                        .doesNotContain("Exif");
                assertThat(probed(engine, made.partialFile()).hasGps()).isFalse();
            }
        }

        static List<Encoding> encodings() {
            return List.of(JPEG, TIFF);
        }

        @ParameterizedTest
        @MethodSource("encodings")
        void only_the_kept_groups_are_there(Encoding encoding) throws Exception {
            var made = variant(folder, 30, 40, encoding);

            renderAll(engine, source(), new MetadataPolicy(java.util.Set.of(Group.COPYRIGHT, Group.DATE)), made);

            var bytes = new String(Files.readAllBytes(made.partialFile()), StandardCharsets.ISO_8859_1);
            assertThat(bytes)
                    .contains("CANARY-artist", "CANARY-copyright", "2026:01:02 03:04:05")
                    .doesNotContain("CANARY-maker", "CANARY-model", "CANARY-description");
            var info = probed(engine, made.partialFile());
            assertThat(info.hasGps()).isFalse();
            assertThat(info.camera()).isEmpty();
            assertThat(info.orientation()).isEqualTo(Orientation.UPRIGHT);
        }

        @Test
        void what_is_kept_comes_through_whole_in_jpeg_png_and_tiff() throws Exception {
            var jpeg = variant(folder, 30, 40, JPEG);
            var png = variant(folder, 30, 40, PNG);
            var tiff = variant(folder, 30, 40, TIFF);

            renderAll(engine, source(), new MetadataPolicy(java.util.Set.of(Group.values())), jpeg, png, tiff);

            for (var made : List.of(jpeg, png, tiff)) {
                var info = probed(engine, made.partialFile());
                assertThat(info.camera()).contains("CANARY-maker CANARY-model");
                assertThat(info.capturedAt()).isEqualTo(Optional.of(LocalDateTime.of(2026, 1, 2, 3, 4, 5)));
                assertThat(info.hasGps()).isTrue();
                assertThat(info.orientation()).isEqualTo(Orientation.UPRIGHT);
                assertThat(new String(Files.readAllBytes(made.partialFile()), StandardCharsets.ISO_8859_1))
                        .contains("CANARY-description");
            }
        }
    }

    @Nested
    class When_it_makes_thumbnails {

        @Test
        void a_picture_fits_the_box_and_is_never_enlarged() throws Exception {
            var source = file("in.jpg", Pictures.orientedJpeg(300, 200, Orientation.ROTATED_90));

            for (int box : new int[] {60, 150, 1_600}) {
                try (var pixels = done(engine.thumbnail(
                        new ThumbnailRequest(source, box, ThumbnailRequest.Source.PICTURE, Limits.STANDARD),
                        CancellationToken.never()))) {
                    int height = Math.min(300, box);
                    assertThat(pixels.size()).isEqualTo(new PixelSize(height * 2 / 3, height));
                    // blue, green, red, alpha: the yellow quarter stands at the top left
                    var at = pixels.segment().asByteBuffer();
                    assertThat(at.get(0) & 0xFF).isLessThan(90);
                    assertThat(at.get(1) & 0xFF).isGreaterThan(170);
                    assertThat(at.get(2) & 0xFF).isGreaterThan(190);
                    assertThat(at.get(3) & 0xFF).isEqualTo(255);
                }
            }
        }

        @Test
        void an_embedded_thumbnail_is_used_when_it_has_the_shape_of_the_photo() throws Exception {
            var small = Pictures.jpeg(Pictures.corners(60, 40), 0.9f);
            var source = file(
                    "in.jpg",
                    new ExifBlock().thumbnail(small).insertInto(Pictures.jpeg(Pictures.photo(300, 200), 0.9f)));

            try (var pixels = done(embedded(source))) {
                assertThat(pixels.size()).isEqualTo(new PixelSize(60, 40));
            }
        }

        @Test
        void an_embedded_thumbnail_of_another_shape_is_refused() throws Exception {
            var square = Pictures.jpeg(Pictures.corners(60, 60), 0.9f);
            var source = file(
                    "in.jpg",
                    new ExifBlock().thumbnail(square).insertInto(Pictures.jpeg(Pictures.photo(300, 200), 0.9f)));

            assertThat(failureOf(embedded(source))).isInstanceOf(EngineFailure.UnsupportedFormat.class);
        }

        private EngineResult<offprint.image.Pixels> embedded(Path source) throws CancelledException {
            return engine.thumbnail(
                    new ThumbnailRequest(source, 100, ThumbnailRequest.Source.EMBEDDED_ONLY, Limits.STANDARD),
                    CancellationToken.never());
        }
    }
}
