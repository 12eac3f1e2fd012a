package offprint.recipe;

import static offprint.recipe.Sizing.Enlargement.ALLOWED;
import static offprint.recipe.Sizing.Enlargement.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import offprint.image.PixelSize;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SizingTest {

    private static final PixelSize PHOTO = new PixelSize(6000, 4000);
    private static final PixelSize STRIP = new PixelSize(90_000, 1);

    private static PixelSize size(int width, int height) {
        return new PixelSize(width, height);
    }

    @Nested
    class A_smaller_size {

        @Test
        void comes_from_the_sources_own_sides() {
            assertThat(new Sizing.LongEdge(2560, NEVER).sizeFor(PHOTO)).isEqualTo(size(2560, 1707));
            assertThat(new Sizing.LongEdge(1280, NEVER).sizeFor(PHOTO)).isEqualTo(size(1280, 853));
            assertThat(new Sizing.LongEdge(1280, NEVER).sizeFor(PHOTO.transposed()))
                    .isEqualTo(size(853, 1280));
            assertThat(new Sizing.ShortEdge(1000, NEVER).sizeFor(PHOTO)).isEqualTo(size(1500, 1000));
            assertThat(new Sizing.Width(1080, NEVER).sizeFor(PHOTO)).isEqualTo(size(1080, 720));
            assertThat(new Sizing.Height(1080, NEVER).sizeFor(PHOTO)).isEqualTo(size(1620, 1080));
            assertThat(new Sizing.Percent(25, NEVER).sizeFor(PHOTO)).isEqualTo(size(1500, 1000));
            assertThat(new Sizing.Megapixels(2, NEVER).sizeFor(PHOTO)).isEqualTo(size(1732, 1155));
            assertThat(new Sizing.Original().sizeFor(PHOTO)).isEqualTo(PHOTO);
        }

        @Test
        void fits_into_a_box_whichever_side_binds() {
            var box = new Sizing.Within(size(1080, 1350), NEVER);

            assertThat(box.sizeFor(PHOTO)).isEqualTo(size(1080, 720));
            assertThat(box.sizeFor(PHOTO.transposed())).isEqualTo(size(900, 1350));
            assertThat(box.sizeFor(size(2160, 2700))).isEqualTo(size(1080, 1350));
        }

        @Test
        void never_rounds_a_side_to_nothing() {
            assertThat(new Sizing.LongEdge(320, NEVER).sizeFor(STRIP)).isEqualTo(size(320, 1));
            assertThat(new Sizing.Percent(0.0001, NEVER).sizeFor(STRIP)).isEqualTo(size(1, 1));
            assertThat(new Sizing.Megapixels(0.01, NEVER).sizeFor(STRIP)).isEqualTo(size(10_000, 1));
        }

        @Test
        void has_no_more_pixels_than_asked_for_but_one_in_a_hundred() {
            var random = new Random(7);
            for (int i = 0; i < 50_000; i++) {
                var source =
                        size(1 + random.nextInt(1 << random.nextInt(17)), 1 + random.nextInt(1 << random.nextInt(17)));
                double megapixels = Math.max(0.000_001, random.nextDouble() * 3);
                var result = new Sizing.Megapixels(megapixels, NEVER).sizeFor(source);

                assertThat((double) result.pixels()).isLessThanOrEqualTo(Math.max(1, megapixels * 1e6 * 1.01));
                assertThat(source.covers(result)).isTrue();
            }
        }
    }

    @Nested
    class A_larger_size {

        private final PixelSize small = size(300, 200);

        private List<Sizing> all(Sizing.Enlargement enlargement) {
            return List.of(
                    new Sizing.LongEdge(600, enlargement),
                    new Sizing.ShortEdge(400, enlargement),
                    new Sizing.Width(600, enlargement),
                    new Sizing.Height(400, enlargement),
                    new Sizing.Within(size(600, 900), enlargement),
                    new Sizing.Megapixels(0.24, enlargement),
                    new Sizing.Percent(200, enlargement));
        }

        @Test
        void is_made_only_when_allowed() {
            assertThat(all(ALLOWED))
                    .allSatisfy(sizing -> assertThat(sizing.sizeFor(small)).isEqualTo(size(600, 400)));
            assertThat(all(NEVER))
                    .allSatisfy(sizing -> assertThat(sizing.sizeFor(small)).isEqualTo(small));
        }

        @Test
        void ends_where_nothing_can_be_written() {
            assertThat(new Sizing.ShortEdge(1_000, ALLOWED).sizeFor(STRIP)).isEqualTo(size(1_000_000, 11));
            assertThat(new Sizing.Percent(1_000, ALLOWED).sizeFor(PHOTO).pixels())
                    .isBetween(999_000_000L, 1_001_000_000L);
            assertThat(new Sizing.Width(1_000_000, ALLOWED)
                            .sizeFor(size(1, 90_000))
                            .pixels())
                    .isLessThan(1_010_000_000L);
        }

        @Test
        void never_makes_a_source_smaller_that_is_beyond_the_end_already() {
            var huge = size(2_000_000, 3_000);

            assertThat(new Sizing.Percent(150, ALLOWED).sizeFor(huge)).isEqualTo(huge);
        }
    }

    @Test
    void an_aspect_ratio_is_kept_within_half_a_pixel() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var source = size(1 + random.nextInt(20_000), 1 + random.nextInt(20_000));
            int px = 1 + random.nextInt(8_000);
            var result = new Sizing.LongEdge(px, NEVER).sizeFor(source);
            double scale = Math.min(1, (double) px / source.longEdgePx());

            assertThat(result.longEdgePx()).isEqualTo(Math.min(px, source.longEdgePx()));
            assertThat(Math.abs(result.shortEdgePx() - Math.max(1, source.shortEdgePx() * scale)))
                    .isLessThanOrEqualTo(0.5 + 1e-9);
        }
    }

    @Test
    void senseless_sizes_are_refused() {
        assertThatThrownBy(() -> new Sizing.LongEdge(0, NEVER)).hasMessageContaining("from 1 to 1000000");
        assertThatThrownBy(() -> new Sizing.Width(1_000_001, NEVER)).hasMessageContaining("received 1000001");
        assertThatThrownBy(() -> new Sizing.Percent(Double.NaN, NEVER)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Sizing.Megapixels(1_001, NEVER)).hasMessageContaining("up to 1000");
        assertThatThrownBy(() -> new Sizing.Within(size(1, 2_000_000), NEVER)).hasMessageContaining("within");
    }

    @Test
    void what_would_be_enlarged_is_known_whether_it_may_be_or_not() {
        var small = new PixelSize(600, 400);
        var edge = new Sizing.LongEdge(1200, Sizing.Enlargement.NEVER);
        assertThat(edge.sizeIfEnlarged(small)).isEqualTo(new PixelSize(1200, 800));
        assertThat(edge.sizeIfEnlarged(new PixelSize(2400, 1600))).isEqualTo(new PixelSize(1200, 800));
        assertThat(new Sizing.Original().sizeIfEnlarged(small)).isEqualTo(small);
        assertThat(new Sizing.Percent(200, Sizing.Enlargement.NEVER).sizeIfEnlarged(small))
                .isEqualTo(new PixelSize(1200, 800));
    }
}
