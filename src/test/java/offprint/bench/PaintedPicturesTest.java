package offprint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import offprint.bench.PhotoPainter.Scene;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaintedPicturesTest {

    private static final PixelSize SMALL = new PixelSize(48, 32);

    private static int[] painted(Scene scene, int seed, PixelSize size) throws CancelledException {
        try (var pixels = PhotoPainter.paint(scene, SMALL, size, seed, CancellationToken.never())) {
            return pixels.segment().toArray(ValueLayout.JAVA_INT);
        }
    }

    @Nested
    class APicture {

        @ParameterizedTest
        @EnumSource(
                value = Scene.class,
                names = {"FOREST", "STREET", "FLOWER"})
        void isTheSameFromTheSameNumbersAndAnotherFromOthers(Scene scene) throws CancelledException {
            assertThat(painted(scene, 1, SMALL))
                    .isEqualTo(painted(scene, 1, SMALL))
                    .isNotEqualTo(painted(scene, 2, SMALL));
        }

        @ParameterizedTest
        @EnumSource(
                value = Scene.class,
                names = {"FOREST", "STREET", "FLOWER"})
        void isOpaqueAndHasManyTones(Scene scene) throws CancelledException {
            var pixels = painted(scene, 1, SMALL);
            assertThat(Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 0xFF))
                    .isTrue();
            assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(400);
        }

        @Test
        void hasDetailOnEveryPixelWhenItIsEnlarged() throws CancelledException {
            var large = painted(Scene.STREET, 1, new PixelSize(192, 128));
            long equalNeighbours = 0;
            for (int i = 1; i < large.length; i++) {
                equalNeighbours += large[i] == large[i - 1] ? 1 : 0;
            }
            assertThat(equalNeighbours).isLessThan(large.length / 4);
        }

        @Test
        void isGivenUpWhenItIsCancelled() {
            var source = new CancellationSource();
            source.cancel();
            assertThatThrownBy(() -> PhotoPainter.paint(Scene.STREET, SMALL, SMALL, 1, source.token()))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @Nested
    class ASampleOnItsSide {

        @Test
        void standsUprightAfterAQuarterClockwise() {
            try (var upright = Pixels.allocate(new PixelSize(2, 3))) {
                for (int i = 0; i < 6; i++) {
                    upright.segment().setAtIndex(ValueLayout.JAVA_INT, i, i);
                }
                try (var stored = SampleAlbum.turnedLeft(upright)) {
                    assertThat(stored.size()).isEqualTo(new PixelSize(3, 2));
                    // upright 0 1 / 2 3 / 4 5, a quarter anticlockwise: 1 3 5 / 0 2 4
                    assertThat(stored.segment().toArray(ValueLayout.JAVA_INT)).containsExactly(1, 3, 5, 0, 2, 4);
                }
            }
        }

        @Test
        void hasAThumbnailOfTheRightSizeAndTone() {
            try (var large = Pixels.allocate(new PixelSize(400, 200))) {
                for (int i = 0; i < 80_000; i++) {
                    large.segment().setAtIndex(ValueLayout.JAVA_INT, i, i % 2 == 0 ? 0xFF000000 : 0xFF0000FE);
                }
                try (var small = SampleAlbum.scaled(large, 160)) {
                    assertThat(small.size()).isEqualTo(new PixelSize(160, 80));
                    assertThat(small.segment().getAtIndex(ValueLayout.JAVA_INT, 7 * 160 + 40) & 0xFF)
                            .isBetween(0x50, 0xB0);
                }
            }
        }
    }

    @Nested
    class ASpread {

        @Test
        void isByNearestRank() {
            assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(2.0, 4.0, 4.0));
        }

        @Test
        void ofNothingIsZero() {
            assertThat(Spread.of(List.of())).isEqualTo(new Spread(0, 0, 0));
        }
    }

    @Nested
    class TheWatchOfAStage {

        @Test
        void isInsideFromItsBeginToTheNextStage() throws InterruptedException {
            var watch = new StageWatch(CancelFigures.Stage.RESIZE);
            watch.decoding();
            assertThat(watch.isInside()).isFalse();
            watch.resizing(0);
            assertThat(watch.isInside()).isTrue();
            watch.encoding(0);
            assertThat(watch.isInside()).isFalse();
            assertThat(watch.awaitBegin(java.time.Duration.ZERO)).isTrue();
            assertThat(watch.spanNanos()).isNotNegative();
        }

        @Test
        void saysSoWhenTheStageNeverCame() throws InterruptedException {
            var watch = new StageWatch(CancelFigures.Stage.RESIZE);
            watch.decoding();
            watch.over();
            assertThat(watch.awaitBegin(java.time.Duration.ZERO)).isFalse();
            assertThat(watch.isInside()).isFalse();
        }
    }
}
