package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Assistants;
import offprint.engine.Crops;
import offprint.engine.EngineFailure;
import offprint.engine.Limits;
import offprint.engine.Renders;
import offprint.engine.View;
import offprint.fixtures.Pictures;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VipsWorkpieceTest {

    private static final CancellationToken NEVER = CancellationToken.never();
    private static final MetadataPolicy ALL = new MetadataPolicy(Set.of(MetadataPolicy.Group.values()));
    private static final Encoding PROGRESSIVE = new Encoding.Jpeg(71, true, Encoding.Chroma.SUBSAMPLED_420, false);

    @TempDir
    Path folder = Path.of("");

    private final Vips vips = TestLibrary.required().vips();
    private final VipsEngine engine = new VipsEngine(TestLibrary.required(), Assistants.NONE);

    @AfterEach
    void nothing_is_left() {
        assertThat(vips.openImages()).as("pictures left open").isZero();
        assertThat(vips.signals().listenerCount()).as("listeners left").isZero();
        engine.close();
    }

    /// The smaller ones are made from the larger ones, as in an export.
    @Test
    void what_it_writes_is_the_same_to_the_byte_as_an_export() throws Exception {
        var source = Files.write(folder.resolve("turned.jpg"), Pictures.orientedJpeg(900, 600, Orientation.ROTATED_90));
        var variants = new offprint.engine.VariantRequest[] {
            Renders.variant(folder, 400, 600, PROGRESSIVE),
            Renders.variant(folder, 200, 300, new Encoding.Webp(60, false)),
            Renders.variant(folder, 100, 150, Renders.PNG),
            Renders.variant(folder, 1_200, 1_800, Renders.JPEG)
        };
        Renders.renderAll(engine, source, ALL, variants);
        try (var workpiece = Renders.done(engine.prepare(Renders.request(engine, source, ALL, variants), NEVER))) {
            for (int variant = variants.length - 1; variant >= 0; variant--) {
                var file = folder.resolve("again-" + variant);
                long bytes = Renders.done(workpiece.write(variant, variants[variant].encoding(), file, NEVER));
                assertThat(file).as("variant %s", variant).hasSameBinaryContentAs(variants[variant].partialFile());
                assertThat(bytes).isEqualTo(Files.size(file));
            }
        }
    }

    @Test
    void a_part_is_cut_from_the_whole() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("photo.jpg"), 300, 200);
        var request = Renders.request(engine, source, ALL, Renders.variant(folder, 150, 100, Renders.JPEG));
        var region = new View.Region(40, 30, new PixelSize(500, 25));
        try (var workpiece = Renders.done(engine.prepare(request, NEVER));
                var whole = Renders.done(workpiece.before(0, new View.Fitted(1_000), NEVER));
                var part = Renders.done(workpiece.before(0, region, NEVER));
                var expected = Crops.of(whole, region)) {
            assertThat(whole.size()).isEqualTo(new PixelSize(150, 100));
            assertThat(part.size()).isEqualTo(new PixelSize(110, 25));
            assertSame(part, expected);
        }
    }

    @Test
    void a_part_of_a_file_is_cut_from_the_whole() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("photo.jpg"), 300, 200);
        var region = new View.Region(200, 150, new PixelSize(60, 90));
        try (var whole = Renders.done(engine.view(source, new View.Fitted(1_000), Limits.STANDARD, NEVER));
                var part = Renders.done(engine.view(source, region, Limits.STANDARD, NEVER));
                var expected = Crops.of(whole, region)) {
            assertThat(part.size()).isEqualTo(new PixelSize(60, 50));
            assertSame(part, expected);
        }
    }

    private static void assertSame(Pixels one, Pixels other) {
        assertThat(one.segment().mismatch(other.segment())).isEqualTo(-1);
    }

    @Test
    void what_can_not_be_written_can_be_looked_at() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("photo.jpg"), 300, 200);
        var webp = new Encoding.Webp(80, false);
        var request = Renders.request(engine, source, ALL, Renders.variant(folder, 17_000, 20, webp));
        try (var workpiece = Renders.done(engine.prepare(request, NEVER))) {
            Renders.done(workpiece.before(0, new View.Fitted(64), NEVER)).close();
            assertThat(Renders.failureOf(workpiece.write(0, webp, folder.resolve("x"), NEVER)))
                    .isInstanceOf(EngineFailure.OverFormatLimit.class);
        }
    }

    @Test
    void a_cancelled_call_ends_and_the_next_one_works() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("photo.jpg"), 300, 200);
        var request = Renders.request(engine, source, ALL, Renders.variant(folder, 150, 100, Renders.JPEG));
        var cancel = new CancellationSource();
        cancel.cancel();
        assertThatThrownBy(() -> engine.prepare(request, cancel.token())).isInstanceOf(CancelledException.class);
        try (var workpiece = Renders.done(engine.prepare(request, NEVER))) {
            assertThatThrownBy(() -> workpiece.before(0, new View.Fitted(64), cancel.token()))
                    .isInstanceOf(CancelledException.class);
            assertThatThrownBy(() -> workpiece.write(0, Renders.JPEG, folder.resolve("x"), cancel.token()))
                    .isInstanceOf(CancelledException.class);
            assertThat(Renders.done(workpiece.write(0, Renders.JPEG, folder.resolve("x"), NEVER)))
                    .isPositive();
        }
    }

    @Test
    void it_holds_what_was_looked_at_and_nothing_once_closed() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("photo.jpg"), 300, 200);
        var request = Renders.request(
                engine,
                source,
                ALL,
                Renders.variant(folder, 150, 100, Renders.JPEG),
                Renders.variant(folder, 75, 50, Renders.JPEG));
        var workpiece = Renders.done(engine.prepare(request, NEVER));
        assertThat(workpiece.heldBytes()).isEqualTo(150 * 100 * 3);
        Renders.done(workpiece.write(1, Renders.JPEG, folder.resolve("x"), NEVER));
        assertThat(workpiece.heldBytes()).isEqualTo(150 * 100 * 3 + 75 * 50 * 3);
        workpiece.close();
        workpiece.close();
        assertThat(workpiece.heldBytes()).isZero();
    }
}
