package offprint.engine.embedded;

import java.util.Arrays;
import offprint.cancel.CancelledException;
import offprint.engine.Poll;

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
        if (source.isWide()) {
            acrossWide(sums, target.shorts(), target.rowStart(y), new Box(source, target, boxX, rows));
        } else {
            acrossBytes(sums, target.bytes(), target.rowStart(y), new Box(source, target, boxX, rows));
        }
    }

    private record Box(Samples source, Samples target, int boxX, int rows) {

        int columnsAt(int x) {
            return Math.min(boxX, source.width() - x * boxX);
        }
    }

    private static void acrossWide(int[] sums, short[] out, int start, Box box) {
        int channels = box.source().channels();
        for (int x = 0; x < box.target().width(); x++) {
            int columns = box.columnsAt(x);
            for (int channel = 0; channel < channels; channel++) {
                int at = x * box.boxX() * channels + channel;
                out[start + x * channels + channel] = (short) mean(sums, at, channels, columns, columns * box.rows());
            }
        }
    }

    private static void acrossBytes(int[] sums, byte[] out, int start, Box box) {
        int channels = box.source().channels();
        int width = box.target().width();
        for (int x = 0; x < width; x++) {
            int columns = box.columnsAt(x);
            for (int channel = 0; channel < channels; channel++) {
                int at = x * box.boxX() * channels + channel;
                out[start + x * channels + channel] = (byte) mean(sums, at, channels, columns, columns * box.rows());
            }
        }
    }

    /// Rounded; a `long` only where sixteen bits and a large box need it.
    private static int mean(int[] sums, int from, int step, int columns, int parts) {
        long sum = parts / 2;
        int at = from;
        for (int column = 0; column < columns; column++) {
            sum += sums[at] & 0xFFFF_FFFFL;
            at += step;
        }
        return sum <= Integer.MAX_VALUE ? (int) sum / parts : (int) (sum / parts);
    }
}
