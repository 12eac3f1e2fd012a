package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Assistants;
import offprint.engine.Limits;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.Renders;
import offprint.engine.ThumbnailRequest;
import offprint.engine.VariantRequest;
import offprint.fixtures.Pictures;
import offprint.image.Orientation;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing of libvips stays behind, however a photo's work ends.
class VipsLeakTest {

    private static final int ROUNDS = 300;

    @TempDir
    Path folder = Path.of("");

    private Vips vips;
    private VipsEngine engine;
    private Path upright;
    private Path turned;
    private Path transparent;
    private Path cut;

    @BeforeEach
    void start() throws Exception {
        vips = TestLibrary.required().vips();
        engine = new VipsEngine(TestLibrary.required(), Assistants.NONE);
        upright = Pictures.photoJpeg(folder.resolve("upright.jpg"), 90, 60);
        turned = Files.write(folder.resolve("turned.jpg"), Pictures.orientedJpeg(90, 60, Orientation.ROTATED_90));
        transparent = Files.write(
                folder.resolve("transparent.png"),
                Pictures.encoded(new BufferedImage(64, 48, BufferedImage.TYPE_4BYTE_ABGR), "png", 1));
        var whole = Files.readAllBytes(Pictures.photoJpeg(folder.resolve("whole.jpg"), 300, 200));
        cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length / 2));
    }

    private void assertNothingIsLeft() {
        assertThat(vips.openImages()).as("pictures left open").isZero();
        assertThat(vips.signals().listenerCount()).as("listeners left").isZero();
        assertThat(vips.targets().listenerCount()).as("targets left").isZero();
        // a thread of the library may still be letting go of the last ones
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (vips.trackedAllocations() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(vips.trackedAllocations()).as("blocks of pixels left").isZero();
    }

    private List<VariantRequest> variants(int width, int height) {
        return List.of(
                Renders.variant(folder, width, height, Renders.PNG),
                Renders.variant(folder, width / 2, height / 2, Renders.JPEG),
                Renders.variant(folder, width / 3, height / 3, new Encoding.Webp(80, false)));
    }

    private RenderRequest request(Path source, List<VariantRequest> variants) throws CancelledException {
        return new RenderRequest(
                source,
                Renders.probed(engine, source),
                variants,
                new MetadataPolicy(Set.of(MetadataPolicy.Group.values())),
                Limits.STANDARD);
    }

    @Test
    void after_photos_that_went_well() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Renders.done(engine.render(
                    request(upright, variants(90, 60)),
                    RenderListener.SILENT,
                    RenderCancellation.of(CancellationToken.never(), 3)));
            Renders.done(engine.render(
                    request(turned, variants(60, 90)),
                    RenderListener.SILENT,
                    RenderCancellation.of(CancellationToken.never(), 3)));
            Renders.done(engine.render(
                    request(transparent, variants(48, 36)),
                    RenderListener.SILENT,
                    RenderCancellation.of(CancellationToken.never(), 3)));
        }
        assertNothingIsLeft();
    }

    @Test
    void after_photos_that_failed() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Renders.failureOf(engine.render(
                    request(cut, variants(90, 60)),
                    RenderListener.SILENT,
                    RenderCancellation.of(CancellationToken.never(), 3)));
            var nowhere = new VariantRequest(
                    "x", Renders.probed(engine, upright).displaySize(), Renders.JPEG, folder.resolve("no/x.jpg"));
            Renders.done(engine.render(
                    request(upright, List.of(nowhere)),
                    RenderListener.SILENT,
                    RenderCancellation.of(CancellationToken.never(), 1)));
        }
        assertNothingIsLeft();
    }

    /// The moment is a step of the work, drawn at random: hooks, polls and the work itself meet in every order.
    @Test
    void after_photos_that_were_cancelled_at_any_moment() throws Exception {
        var random = new Random(7);
        int cancelled = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var cancel = new CancellationSource();
            var listener = new CancelAtStep(cancel, random.nextInt(12));
            try {
                Renders.done(engine.render(
                        request(i % 2 == 0 ? upright : turned, i % 2 == 0 ? variants(90, 60) : variants(60, 90)),
                        listener,
                        RenderCancellation.of(cancel.token(), 3)));
            } catch (CancelledException asked) {
                cancelled++;
            }
        }
        assertThat(cancelled).isGreaterThan(ROUNDS / 4);
        assertNothingIsLeft();
    }

    @Test
    void after_thumbnails_and_plain_encodings() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            var picture = new ThumbnailRequest(
                    i % 2 == 0 ? turned : transparent, 40, ThumbnailRequest.Source.PICTURE, Limits.STANDARD);
            try (var pixels = Renders.done(engine.thumbnail(picture, CancellationToken.never()))) {
                Renders.done(
                        engine.encode(pixels, Renders.JPEG, folder.resolve("encoded.jpg"), CancellationToken.never()));
            }
        }
        assertNothingIsLeft();
    }

    /// Cancels when it has been told so many things.
    private static final class CancelAtStep implements RenderListener {

        private final CancellationSource cancel;
        private int left;

        CancelAtStep(CancellationSource cancel, int steps) {
            this.cancel = cancel;
            this.left = steps;
        }

        private void step() {
            if (left-- == 0) {
                cancel.cancel();
            }
        }

        @Override
        public void decoding() {
            step();
        }

        @Override
        public void decodeProgress(double fraction) {
            step();
        }

        @Override
        public void resizing(int variant) {
            step();
        }

        @Override
        public void encoding(int variant) {
            step();
        }

        @Override
        public void encodeProgress(int variant, double fraction) {
            step();
        }
    }
}
