package offprint.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.library.Photo;
import offprint.library.Thumbnail;
import offprint.library.Thumbnail.Sharpness;
import offprint.pool.Priority;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import offprint.ui.FxThread;
import offprint.ui.PulseMonitor;
import org.junit.jupiter.api.Test;

class ThumbnailLoaderTest {

    private static final int BOX_PX = 192;
    private static final Photo PHOTO = DemoServices.photo(1, "a.jpg");

    private final List<Asked> asked = new ArrayList<>();
    private final List<Image> shown = new ArrayList<>();
    private final ThumbnailLoader loader = new ThumbnailLoader(
            (photo, boxPx, priority, listener, cancellation) -> asked.add(new Asked(priority, listener, cancellation)),
            new FxThread(new PulseMonitor()));

    private record Asked(
            Priority priority, Consumer<EngineResult<Thumbnail>> listener, CancellationToken cancellation) {

        void answer(int widthPx, Sharpness sharpness) {
            answer(Pixels.allocate(new PixelSize(widthPx, widthPx)), sharpness);
        }

        void answer(Pixels pixels, Sharpness sharpness) {
            listener.accept(EngineResult.done(new Thumbnail(pixels, sharpness)));
        }
    }

    private void show() throws Exception {
        Fx.run(() -> loader.request(PHOTO, BOX_PX, shown::add));
    }

    private List<Double> widths() {
        return shown.stream().map(Image::getWidth).toList();
    }

    private void untilShown(int count) throws Exception {
        Fx.until(count + " pictures", () -> shown.size() >= count);
    }

    @Test
    void aSharpOneIsKeptAndNotAskedForAgain() throws Exception {
        show();
        asked.getFirst().answer(160, Sharpness.EMBEDDED);
        asked.getFirst().answer(192, Sharpness.SHARP);
        untilShown(2);

        show();

        assertThat(widths()).containsExactly(160.0, 192.0, 192.0);
        assertThat(asked).hasSize(1);
    }

    @Test
    void anEmbeddedOneIsShownAtOnceAndASharpOneIsAskedForAtRest() throws Exception {
        show();
        asked.getFirst().answer(160, Sharpness.EMBEDDED);
        untilShown(1);

        show();

        assertThat(widths()).containsExactly(160.0, 160.0);
        assertThat(asked).hasSize(1);
        Fx.until("a sharp one is asked for", () -> asked.size() == 2);
        asked.getLast().answer(192, Sharpness.SHARP);
        untilShown(3);
        assertThat(widths()).endsWith(192.0);
    }

    @Test
    void whatScrolledAwayBeforeTheRestIsNeverAskedForInSharp() throws Exception {
        show();
        asked.getFirst().answer(160, Sharpness.EMBEDDED);
        untilShown(1);

        Fx.run(() -> loader.request(PHOTO, BOX_PX, shown::add).close());
        show();

        Fx.until("what stayed is asked for", () -> asked.size() == 2);
        Fx.pulses(12);
        assertThat(asked).hasSize(2);
    }

    @Test
    void onceManyHaveFlownPastTheNextIsAskedForAtRest() throws Exception {
        Fx.run(() -> DemoServices.photos(ThumbnailLoader.FLYING)
                .forEach(photo -> loader.request(photo, BOX_PX + 1, image -> {}).close()));
        assertThat(asked).hasSize(ThumbnailLoader.FLYING);

        show();

        assertThat(asked).as("flying").hasSize(ThumbnailLoader.FLYING);
        Fx.until("it rests", () -> asked.size() == ThumbnailLoader.FLYING + 1);
        show();
        assertThat(asked).as("at once after the rest").hasSize(ThumbnailLoader.FLYING + 2);
    }

    @Test
    void anEmbeddedOneNeverTakesThePlaceOfASharpOne() throws Exception {
        show();
        Fx.run(() -> loader.loadAhead(List.of(PHOTO), BOX_PX));
        asked.getFirst().answer(192, Sharpness.SHARP);
        asked.getLast().answer(160, Sharpness.EMBEDDED);
        untilShown(1);
        Fx.pulses(3);

        assertThat(Fx.call(() -> loader.isSharp(PHOTO, BOX_PX))).isTrue();
    }

    @Test
    void whatIsOffScreenIsAskedForBehindTheScreenAndForgottenWithItsSize() throws Exception {
        Fx.run(() -> loader.loadAhead(DemoServices.photos(3), BOX_PX));
        assertThat(asked).hasSize(3).allMatch(one -> one.priority() == Priority.NEAR);

        Fx.run(loader::stopLoadingAhead);

        assertThat(asked).allMatch(one -> one.cancellation().isCancelled());
    }

    @Test
    void nothingMoreIsFetchedAheadThanIsKept() throws Exception {
        Fx.run(() -> loader.loadAhead(DemoServices.photos(60), BOX_PX));
        // 2 048 × 2 048 px of 4 bytes are 16 MiB: twelve of them leave a quarter of the room.
        for (int i = 0; i < 12; i++) {
            asked.get(i).answer(2_048, Sharpness.EMBEDDED);
        }
        Fx.until("twelve are kept", () -> loader.loaded() == 12);

        assertThat(asked.getLast().cancellation().isCancelled()).isTrue();
        Fx.run(() -> loader.loadAhead(DemoServices.photos(1), BOX_PX));
        assertThat(asked).hasSize(60);
    }

    @Test
    void thePixelsOfAReplacedPictureAreGivenBackOnceNobodyShowsThem() throws Exception {
        show();
        show();
        var small = Pixels.allocate(new PixelSize(160, 160));
        var sharp = Pixels.allocate(new PixelSize(192, 192));
        asked.getFirst().answer(small, Sharpness.EMBEDDED);
        asked.getLast().answer(160, Sharpness.EMBEDDED);
        untilShown(2);

        asked.getFirst().answer(sharp, Sharpness.SHARP);
        untilShown(3);
        Fx.pulses(6);
        assertThat(small.isClosed()).as("the second wish still shows it").isFalse();

        asked.getLast().answer(192, Sharpness.SHARP);
        untilShown(4);
        Fx.pulses(6);
        assertThat(small.isClosed()).isTrue();
    }

    @Test
    void whatIsOnTheScreenStaysOpenThoughItIsKeptNoMore() throws Exception {
        var request = Fx.call(() -> loader.request(PHOTO, BOX_PX, shown::add));
        var pixels = Pixels.allocate(new PixelSize(192, 192));
        asked.getFirst().answer(pixels, Sharpness.SHARP);
        untilShown(1);
        var others = DemoServices.photos(20);
        for (var other : others) {
            Fx.run(() -> loader.request(other, BOX_PX + 1, image -> {}).close());
            asked.getLast().answer(2_048, Sharpness.SHARP);
        }
        Fx.until("it was kept no more", () -> !loader.isSharp(PHOTO, BOX_PX));
        Fx.pulses(6);
        assertThat(pixels.isClosed()).isFalse();

        Fx.run(request::close);
        Fx.pulses(6);
        assertThat(pixels.isClosed()).isTrue();
    }

    @Test
    void aClosedRequestIsCancelledAndHearsNothing() throws Exception {
        var request = Fx.call(() -> loader.request(PHOTO, BOX_PX, shown::add));
        request.close();
        assertThat(asked.getFirst().cancellation().isCancelled()).isTrue();
        asked.getFirst().answer(160, Sharpness.SHARP);
        Fx.until("it is kept all the same", () -> loader.loaded() == 1);
        assertThat(shown).isEmpty();
    }
}
