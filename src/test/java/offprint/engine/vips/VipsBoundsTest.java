package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import org.junit.jupiter.api.Test;

/// What a JPEG's encoder holds: the whole picture's coefficients, unless it is so large that smaller tables are not
/// worth it and nothing else needs them.
class VipsBoundsTest {

    private static final PixelSize CAMERA = new PixelSize(6_000, 4_000);
    private static final PixelSize PANORAMA = new PixelSize(12_000, 10_000);
    private static final PixelSize BEYOND_ALL = new PixelSize(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static Encoding.Jpeg jpeg(boolean progressive, Encoding.Chroma chroma, boolean mozjpeg) {
        return new Encoding.Jpeg(85, progressive, chroma, mozjpeg);
    }

    private static final Encoding.Jpeg PLAIN = jpeg(false, Encoding.Chroma.SUBSAMPLED_420, false);

    @Test
    void a_cameras_picture_is_held_for_its_tables() {
        assertThat(VipsBounds.coefficientBytes(PLAIN, CAMERA)).isEqualTo(144_000_000);
        assertThat(VipsBounds.coefficientBytes(jpeg(false, Encoding.Chroma.FULL_444, false), CAMERA))
                .isEqualTo(288_000_000);
    }

    @Test
    void a_very_large_plain_one_is_not() {
        assertThat(VipsBounds.coefficientBytes(PLAIN, PANORAMA)).isZero();
        assertThat(VipsBounds.coefficientBytes(PLAIN, BEYOND_ALL)).isZero();
    }

    @Test
    void one_that_comes_in_scans_is_held_however_large() {
        var chroma = Encoding.Chroma.SUBSAMPLED_420;
        assertThat(VipsBounds.coefficientBytes(jpeg(true, chroma, false), PANORAMA))
                .isEqualTo(720_000_000);
        assertThat(VipsBounds.coefficientBytes(jpeg(false, chroma, true), PANORAMA))
                .isEqualTo(720_000_000);
        assertThat(VipsBounds.coefficientBytes(jpeg(true, chroma, false), BEYOND_ALL))
                .isEqualTo(Long.MAX_VALUE);
    }
}
