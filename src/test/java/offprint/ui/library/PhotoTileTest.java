package offprint.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import offprint.library.Photo;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import offprint.ui.FxThread;
import offprint.ui.PulseMonitor;
import org.junit.jupiter.api.Test;

class PhotoTileTest {

    private static final int BOX_PX = 160;

    private static boolean saysRaw(PhotoTile tile, Photo photo) throws Exception {
        return Fx.call(() -> {
            tile.show(Optional.of(new PhotoItem(photo, 0, PhotoFolder.of(photo.dropRoot()))), BOX_PX);
            return tile.lookup(".tile-raw") != null;
        });
    }

    @Test
    void says_on_a_raw_file_that_it_is_one_and_on_the_next_photo_no_more() throws Exception {
        var tile = Fx.call(() -> new PhotoTile(new ThumbnailLoader(
                (photo, boxPx, priority, listener, cancellation) -> {}, new FxThread(new PulseMonitor()))));
        assertThat(saysRaw(tile, DemoServices.photo(1, "a.jpg"))).isFalse();
        assertThat(saysRaw(tile, DemoServices.raw(2, "b.NEF"))).isTrue();
        assertThat(saysRaw(tile, DemoServices.photo(3, "c.jpg"))).isFalse();
    }
}
