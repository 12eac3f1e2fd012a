package offprint.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import offprint.preview.BatchEstimate.Batch;
import offprint.preview.BatchEstimate.Sample;
import org.junit.jupiter.api.Test;

class BatchEstimateTest {

    @Test
    void bytes_go_with_pixels() {
        var estimate =
                BatchEstimate.of(List.of(new Sample(1_000, 100), new Sample(3_000, 300)), new Batch(10, 20, 50_000));
        assertThat(estimate).isEqualTo(new BatchEstimate(20, 5_000, 0, 2));
    }

    /// Reckoned by hand: ratio 0.15, distances −50, 0 and 50 of 1 000 px each, variance 2 500, ten times that size of
    /// batch: 10 × √(0.7 × 2 500 / 3) × 4.303.
    @Test
    void the_interval_is_that_of_the_ratio_estimator() {
        var samples = List.of(new Sample(1_000, 100), new Sample(1_000, 150), new Sample(1_000, 200));
        var estimate = BatchEstimate.of(samples, new Batch(10, 10, 10_000));
        assertThat(estimate.bytes()).isEqualTo(1_500);
        assertThat((double) estimate.plusMinusBytes()).isCloseTo(10 * Math.sqrt(0.7 * 2_500 / 3) * 4.303, within(1.0));
    }

    @Test
    void nothing_is_uncertain_once_every_photo_was_encoded() {
        var samples = List.of(new Sample(1_000, 100), new Sample(1_000, 900));
        assertThat(BatchEstimate.of(samples, new Batch(2, 2, 2_000))).isEqualTo(new BatchEstimate(2, 1_000, 0, 2));
        assertThat(BatchEstimate.of(List.of(new Sample(10, 7)), new Batch(1, 1, 10))
                        .bytes())
                .isEqualTo(7);
    }

    @Test
    void one_sample_of_many_photos_says_nothing() {
        assertThatThrownBy(() -> BatchEstimate.of(List.of(new Sample(10, 7)), new Batch(5, 5, 50)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Twelve of five hundred photos, a thousand times over: the interval must hold the truth about as often as it
    /// says.
    @Test
    void the_interval_holds_the_truth_nineteen_times_in_twenty() {
        var random = new Random(11);
        var photos = IntStream.range(0, 500)
                .mapToObj(i -> {
                    long pixels = 2_000_000L + random.nextInt(3_000_000);
                    double bytesPerPixel = 0.15 * Math.exp(0.35 * random.nextGaussian());
                    return new Sample(pixels, Math.round(pixels * bytesPerPixel));
                })
                .toList();
        long truth = photos.stream().mapToLong(Sample::bytes).sum();
        long pixels = photos.stream().mapToLong(Sample::pixels).sum();
        int held = 0;
        for (int trial = 0; trial < 1_000; trial++) {
            var drawn = new ArrayList<>(photos);
            Collections.shuffle(drawn, random);
            var estimate = BatchEstimate.of(drawn.subList(0, 12), new Batch(500, 500, pixels));
            held += Math.abs(estimate.bytes() - truth) <= estimate.plusMinusBytes() ? 1 : 0;
        }
        assertThat(held).isBetween(900, 985);
    }
}
