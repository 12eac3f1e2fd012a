package offprint.preview;

import java.util.List;

/// About how many bytes a batch will take, reckoned from a few photos that were really encoded.
///
/// Bytes go with pixels, so the estimate is the ratio estimator of survey sampling: bytes a pixel of the samples, times
/// the pixels of all. Its variance is that of the samples' distances from this ratio, with the correction for a finite
/// population, and the interval is Student's (W. G. Cochran, Sampling Techniques, 3rd edition, chapter 6).
///
/// @param files that will be written
/// @param bytes of all of them, the most likely value
/// @param plusMinusBytes half of the interval that holds the true value 95 times in a hundred; 0 when every photo was
///     encoded
/// @param samples photos that were encoded
public record BatchEstimate(long files, long bytes, long plusMinusBytes, int samples) {

    /// Quantiles of Student's distribution at 97.5 %, by degrees of freedom from 1.
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131
    };

    private static final double NORMAL = 1.96;

    /// A photo that was encoded.
    ///
    /// @param pixels of all its variants together, 1 or more
    /// @param bytes of all their files
    public record Sample(long pixels, long bytes) {
        public Sample {
            if (pixels < 1 || bytes < 0) {
                throw new IllegalArgumentException(
                        "expected pixels above 0 and bytes of 0 or more but received " + pixels + " and " + bytes);
            }
        }
    }

    /// The photos that the samples stand for.
    ///
    /// @param photos how many, the samples among them
    /// @param files that will be written of them
    /// @param pixels of all their variants together
    public record Batch(int photos, long files, long pixels) {}

    /// @param samples two or more, or all photos of the batch
    public static BatchEstimate of(List<Sample> samples, Batch batch) {
        int count = samples.size();
        if (count < Math.min(2, batch.photos()) || count > batch.photos() || count == 0) {
            throw new IllegalArgumentException(
                    "expected from 2 to " + batch.photos() + " samples but received " + count);
        }
        double sampledPixels = samples.stream().mapToDouble(Sample::pixels).sum();
        double sampledBytes = samples.stream().mapToDouble(Sample::bytes).sum();
        double bytesPerPixel = sampledBytes / sampledPixels;
        long bytes = Math.round(bytesPerPixel * batch.pixels());
        if (count == batch.photos()) {
            return new BatchEstimate(batch.files(), bytes, 0, count);
        }
        double squares = samples.stream()
                .mapToDouble(sample -> sample.bytes() - bytesPerPixel * sample.pixels())
                .map(distance -> distance * distance)
                .sum();
        double variance = squares / (count - 1);
        double finite = 1 - (double) count / batch.photos();
        double sizes = batch.pixels() / (sampledPixels / count);
        double error = sizes * Math.sqrt(finite * variance / count);
        return new BatchEstimate(batch.files(), bytes, Math.round(student(count - 1) * error), count);
    }

    private static double student(int degreesOfFreedom) {
        return degreesOfFreedom <= STUDENT.length ? STUDENT[degreesOfFreedom - 1] : NORMAL + 2.4 / degreesOfFreedom;
    }
}
