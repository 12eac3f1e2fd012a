package offprint.engine.embedded;

import java.util.Arrays;
import offprint.cancel.CancelledException;

/// Reduces a picture by whole factors: each target sample is the rounded mean of a box of source samples. A box that
/// reaches over the edge is the mean of what is there.
final class AreaAverage {

    private AreaAverage() {}

    static Samples reduce(Samples source, int boxX, int boxY, Poll poll) throws CancelledException {
        int width = Math.ceilDiv(source.width(), boxX);
        int height = Math.ceilDiv(source.height(), boxY);
        var target = source.sized(width, height);
        var sums = new int[source.width() * source.channels()];
        for (int y = 0; y < height; y++) {
            poll.check();
            int rows = Math.min(boxY, source.height() - y * boxY);
            Arrays.fill(sums, 0);
            for (int row = 0; row < rows; row++) {
                int start = source.rowStart(y * boxY + row);
                if (source.isWide()) {
                    add(sums, source.shorts(), start);
                } else {
                    add(sums, source.bytes(), start);
                }
            }
            across(sums, source, target, y, boxX, rows);
        }
        return target;
    }

    private static void add(int[] sums, byte[] data, int start) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += data[start + i] & 0xFF;
        }
    }

    private static void add(int[] sums, short[] data, int start) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += data[start + i] & 0xFFFF;
        }
    }

    private static void across(int[] sums, Samples source, Samples target, int y, int boxX, int rows) {
        int channels = source.channels();
        int start = target.rowStart(y);
        for (int x = 0; x < target.width(); x++) {
            int columns = Math.min(boxX, source.width() - x * boxX);
            long parts = (long) columns * rows;
            for (int channel = 0; channel < channels; channel++) {
                long sum = parts / 2;
                int at = x * boxX * channels + channel;
                for (int column = 0; column < columns; column++) {
                    sum += sums[at] & 0xFFFF_FFFFL;
                    at += channels;
                }
                int to = start + x * channels + channel;
                if (source.isWide()) {
                    target.shorts()[to] = (short) (sum / parts);
                } else {
                    target.bytes()[to] = (byte) (sum / parts);
                }
            }
        }
    }
}
