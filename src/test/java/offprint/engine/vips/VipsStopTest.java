package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Assistants;
import offprint.engine.EngineFailure;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.Renders;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.fixtures.Pictures;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A cancelled call of libvips ends in its middle, and a photo that is too large to hold goes through in rows.
class VipsStopTest {

    @TempDir
    Path folder = Path.of("");

    private VipsEngine engine;

    @BeforeEach
    void start() {
        engine = new VipsEngine(TestLibrary.required(), Assistants.NONE);
    }

    /// Cancels at the first sign of progress and notes how far the work still went.
    private static final class CancelAtOnce implements RenderListener {

        private final CancellationSource cancel = new CancellationSource();
        private double decoded;
        private double encoded;

        private final boolean inDecode;

        CancelAtOnce(boolean inDecode) {
            this.inDecode = inDecode;
        }

        @Override
        public void decodeProgress(double fraction) {
            decoded = Math.max(decoded, fraction);
            if (inDecode) {
                cancel.cancel();
            }
        }

        @Override
        public void encodeProgress(int variant, double fraction) {
            encoded = Math.max(encoded, fraction);
            cancel.cancel();
        }
    }

    private void cancelled(Path source, VariantRequest variant, CancelAtOnce listener) throws CancelledException {
        var request = Renders.request(engine, source, MetadataPolicy.STRIP, variant);
        var cancellation = RenderCancellation.of(listener.cancel.token(), 1);
        assertThatThrownBy(() -> {
                    var result = engine.render(request, listener, cancellation);
                    fail("it was not cancelled at " + listener.encoded + " but ended with " + result);
                })
                .isInstanceOf(CancelledException.class);
        assertThat(TestLibrary.required().vips().openImages()).isZero();
    }

    @Test
    void a_decode_ends_in_its_middle() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 1_500, 1_000);
        var listener = new CancelAtOnce(true);

        cancelled(source, Renders.variant(folder, 1_400, 933, Renders.PNG), listener);

        assertThat(listener.decoded).isLessThan(0.5);
    }

    /// Not WebP: it takes all rows before it begins to encode, and tells nothing from there on.
    static Stream<Encoding> encodings() {
        return Stream.of(Renders.JPEG, Renders.PNG, new Encoding.Tiff(Encoding.TiffCompression.DEFLATE, 8));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void an_encode_ends_in_its_middle(Encoding encoding) throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 1_500, 1_000);
        var listener = new CancelAtOnce(false);

        cancelled(source, Renders.variant(folder, 1_400, 933, encoding), listener);

        assertThat(listener.encoded).isLessThan(0.9);
    }

    /// The canceller's own thread ends the call, without waiting for the next sign of progress.
    @Test
    void the_canceller_kills_the_picture_itself() throws Exception {
        var vips = TestLibrary.required().vips();
        var cancel = new CancellationSource();
        var memory = java.lang.foreign.Arena.ofAuto().allocate(64 * 64);
        try (var image = vips.over(memory, new PixelSize(64, 64), 1);
                var copy = image.copy();
                var watch = new Watch(
                        vips, copy, offprint.engine.Stop.on(cancel.token()), List.of(cancel.token()), fraction -> {})) {
            assertThat(vips.calls().isKilled.call(copy.pointer())).isZero();
            cancel.cancel();
            assertThat(vips.calls().isKilled.call(copy.pointer())).isEqualTo(1);
            watch.rethrow();
        }
        vips.failure();
    }

    /// 21 megapixels at their own size: more than is ever held for one variant.
    @Test
    void a_large_photo_with_one_variant_goes_through_in_rows() throws Exception {
        var size = new PixelSize(5_600, 4_000);
        var source = Pictures.photoJpeg(folder.resolve("large.jpg"), size.widthPx(), size.heightPx());
        var made = new VariantRequest("full", size, Renders.JPEG, folder.resolve("full.jpg"));
        var info = Renders.probed(engine, source);
        var header = offprint.engine.header.Probe.header(source);
        assertThat(StreamedVariant.serves(new Decoding.Source(source, header, info, 0), made))
                .isTrue();

        var notes = new Renders.Notes();
        var results = Renders.done(engine.render(
                Renders.request(engine, source, MetadataPolicy.STRIP, made),
                notes,
                RenderCancellation.of(CancellationToken.never(), 1)));
        assertThat(results.getFirst()).isEqualTo(new VariantResult.Rendered(size, Files.size(made.partialFile())));
        assertThat(notes.heard).containsExactly("decoding", "resizing 0", "encoding 0", "finished 0");
        assertThat(Renders.probed(engine, made.partialFile()).storedSize()).isEqualTo(size);

        var listener = new CancelAtOnce(false);
        cancelled(source, made, listener);
        assertThat(listener.encoded).isLessThan(0.9);
        assertThat(listener.decoded).as("decoded before it was encoded").isZero();

        var whole = Files.readAllBytes(source);
        var cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length * 2 / 3));
        assertThat(Renders.failureOf(engine.render(
                        Renders.request(engine, cut, MetadataPolicy.STRIP, made),
                        RenderListener.SILENT,
                        RenderCancellation.of(CancellationToken.never(), 1))))
                .isInstanceOf(EngineFailure.TruncatedSource.class);
        assertThat(TestLibrary.required().vips().openImages()).isZero();
    }

    /// What is wrong is seen while rows are already being written: still it is the photo's fault and not the variant's.
    @Test
    void a_large_photo_that_is_cut_is_at_fault_itself() throws Exception {
        var size = new PixelSize(5_600, 4_000);
        var whole =
                Files.readAllBytes(Pictures.photoJpeg(folder.resolve("large.jpg"), size.widthPx(), size.heightPx()));
        var cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length * 2 / 3));
        var variant = new VariantRequest("full", size, Renders.JPEG, folder.resolve("full.jpg"));

        var failure = Renders.failureOf(engine.render(
                Renders.request(engine, cut, MetadataPolicy.STRIP, variant),
                RenderListener.SILENT,
                RenderCancellation.of(CancellationToken.never(), 1)));

        assertThat(failure).isInstanceOf(EngineFailure.TruncatedSource.class);
    }
}
