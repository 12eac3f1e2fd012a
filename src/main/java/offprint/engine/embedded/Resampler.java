package offprint.engine.embedded;

import offprint.cancel.CancelledException;
import offprint.engine.Poll;

/// Resizes with a Catmull-Rom filter that widens with the reduction (R. G. Keys, "Cubic convolution interpolation for
/// digital image processing", 1981), after an exact area average where the reduction is large. Rows first: that order
/// lets the virtual machine use its vector instructions for the larger half of the work.
///
/// Works on stored values. Premultiplied pictures stay so; others must not have alpha.
final class Resampler {

    /// Fixed point of the weights.
    private static final int BITS = 14;

    /// Bits dropped between the passes, so that the second one fits into an `int`.
    private static final int DROPPED = 6;

    /// The area average leaves at least so many times the target, for the filter to work on. Below this the average
    /// blurs what can be seen; 1.4 halves the time of the usual 6000 to 2048 px.
    private static final double RESERVE = 1.4;

    private static final int MAX_SAMPLES_16 = 65_535;

    private Resampler() {}

    static Samples resize(Samples source, int width, int height, Poll poll) throws CancelledException {
        int boxX = Math.max(1, (int) (source.width() / (width * RESERVE)));
        int boxY = Math.max(1, (int) (source.height() / (height * RESERVE)));
        var reduced = boxX > 1 || boxY > 1 ? AreaAverage.reduce(source, boxX, boxY, poll) : source;
        var columns = Taps.of(reduced.width(), source.width() / (double) boxX, width);
        var rows = Taps.of(reduced.height(), source.height() / (double) boxY, height);
        var target = reduced.sized(width, height);
        if (reduced.isWide()) {
            resizeWide(reduced, target, columns, rows, poll);
        } else {
            resizeBytes(reduced, target, columns, rows, poll);
        }
        return target;
    }

    /// Which source samples make a target sample, and with what weight.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Taps(int count, int[] first, int[] weights) {

        /// @param available samples there are
        /// @param length samples that the target stands for, which may end in a part of one
        static Taps of(int available, double length, int targets) {
            double scale = length / targets;
            double widened = Math.max(1, scale);
            int count = Math.min(available, (int) Math.ceil(4 * widened) + 1);
            var first = new int[targets];
            var weights = new int[targets * count];
            for (int i = 0; i < targets; i++) {
                double centre = (i + 0.5) * scale;
                int from = Math.clamp((int) Math.floor(centre - 2 * widened), 0, available - count);
                first[i] = from;
                normalised(weights, i * count, count, from, centre, widened);
            }
            return new Taps(count, first, weights);
        }

        private static void normalised(int[] into, int at, int count, int from, double centre, double widened) {
            var exact = new double[count];
            double sum = 0;
            for (int j = 0; j < count; j++) {
                exact[j] = keys((from + j + 0.5 - centre) / widened);
                sum += exact[j];
            }
            int left = 1 << BITS;
            int largest = 0;
            for (int j = 0; j < count; j++) {
                into[at + j] = (int) Math.round(exact[j] / sum * (1 << BITS));
                left -= into[at + j];
                largest = exact[j] > exact[largest] ? j : largest;
            }
            into[at + largest] += left;
        }

        private static double keys(double x) {
            double d = Math.abs(x);
            if (d < 1) {
                return (1.5 * d - 2.5) * d * d + 1;
            }
            return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
        }
    }

    private static void resizeBytes(Samples source, Samples target, Taps columns, Taps rows, Poll poll)
            throws CancelledException {
        int length = source.width() * source.channels();
        var sums = new int[length];
        var data = source.bytes();
        var out = target.bytes();
        for (int y = 0; y < target.height(); y++) {
            poll.check();
            java.util.Arrays.fill(sums, 1 << (DROPPED - 1));
            int tap = 0;
            for (; tap + 4 <= rows.count(); tap += 4) {
                addFour(sums, data, source, rows, y, tap);
            }
            for (; tap < rows.count(); tap++) {
                addOne(sums, data, source.rowStart(rows.first()[y] + tap), rows.weights()[y * rows.count() + tap]);
            }
            for (int i = 0; i < length; i++) {
                sums[i] >>= DROPPED;
            }
            if (source.channels() == 3) {
                acrossThree(sums, out, target.rowStart(y), columns, target.width());
            } else {
                across(sums, out, target.rowStart(y), columns, target.width(), source.channels());
            }
        }
    }

    private static void addFour(int[] sums, byte[] data, Samples source, Taps rows, int y, int tap) {
        int at = rows.first()[y] + tap;
        int weight = y * rows.count() + tap;
        addFour(
                sums,
                data,
                new int[] {
                    source.rowStart(at), source.rowStart(at + 1), source.rowStart(at + 2), source.rowStart(at + 3)
                },
                rows.weights()[weight],
                rows.weights()[weight + 1],
                rows.weights()[weight + 2],
                rows.weights()[weight + 3]);
    }

    private static void addFour(int[] sums, byte[] data, int[] starts, int w0, int w1, int w2, int w3) {
        int a = starts[0];
        int b = starts[1];
        int c = starts[2];
        int d = starts[3];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += w0 * (data[a + i] & 0xFF)
                    + w1 * (data[b + i] & 0xFF)
                    + w2 * (data[c + i] & 0xFF)
                    + w3 * (data[d + i] & 0xFF);
        }
    }

    private static void addOne(int[] sums, byte[] data, int start, int weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * (data[start + i] & 0xFF);
        }
    }

    private static void acrossThree(int[] sums, byte[] out, int start, Taps columns, int width) {
        var weights = columns.weights();
        int count = columns.count();
        int half = 1 << (2 * BITS - DROPPED - 1);
        for (int x = 0; x < width; x++) {
            int at = columns.first()[x] * 3;
            int first = half;
            int second = half;
            int third = half;
            for (int tap = x * count; tap < x * count + count; tap++) {
                int weight = weights[tap];
                first += weight * sums[at];
                second += weight * sums[at + 1];
                third += weight * sums[at + 2];
                at += 3;
            }
            int to = start + x * 3;
            out[to] = clamped(first >> (2 * BITS - DROPPED));
            out[to + 1] = clamped(second >> (2 * BITS - DROPPED));
            out[to + 2] = clamped(third >> (2 * BITS - DROPPED));
        }
    }

    private static void across(int[] sums, byte[] out, int start, Taps columns, int width, int channels) {
        for (int x = 0; x < width; x++) {
            for (int channel = 0; channel < channels; channel++) {
                int sum = 1 << (2 * BITS - DROPPED - 1);
                int at = columns.first()[x] * channels + channel;
                for (int tap = 0; tap < columns.count(); tap++) {
                    sum += columns.weights()[x * columns.count() + tap] * sums[at];
                    at += channels;
                }
                out[start + x * channels + channel] = clamped(sum >> (2 * BITS - DROPPED));
            }
        }
    }

    private static byte clamped(int value) {
        return (byte) Math.clamp(value, 0, 255);
    }

    private static void resizeWide(Samples source, Samples target, Taps columns, Taps rows, Poll poll)
            throws CancelledException {
        int channels = source.channels();
        var sums = new float[source.width() * channels];
        var data = source.shorts();
        var out = target.shorts();
        for (int y = 0; y < target.height(); y++) {
            poll.check();
            java.util.Arrays.fill(sums, 0);
            for (int tap = 0; tap < rows.count(); tap++) {
                float weight = rows.weights()[y * rows.count() + tap];
                int start = source.rowStart(rows.first()[y] + tap);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weight * (data[start + i] & 0xFFFF);
                }
            }
            acrossWide(sums, out, target.rowStart(y), columns, target.width(), channels);
        }
    }

    private static void acrossWide(float[] sums, short[] out, int start, Taps columns, int width, int channels) {
        float unit = 1f / (1 << (2 * BITS));
        for (int x = 0; x < width; x++) {
            for (int channel = 0; channel < channels; channel++) {
                float sum = 0;
                int at = columns.first()[x] * channels + channel;
                for (int tap = 0; tap < columns.count(); tap++) {
                    sum += columns.weights()[x * columns.count() + tap] * sums[at];
                    at += channels;
                }
                out[start + x * channels + channel] = (short) Math.clamp(Math.round(sum * unit), 0, MAX_SAMPLES_16);
            }
        }
    }
}
