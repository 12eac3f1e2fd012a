package offprint.engine.embedded;

import offprint.cancel.CancelledException;
import offprint.engine.Poll;
import offprint.image.Orientation;

/// Turns and mirrors pictures, in blocks that fit into the processor's cache.
final class Orienting {

    private static final int BLOCK = 64;

    private Orienting() {}

    /// The picture upright; the same one when it is already.
    static Samples upright(Samples source, Orientation orientation, Poll poll) throws CancelledException {
        if (orientation == Orientation.UPRIGHT) {
            return source;
        }
        boolean swaps = orientation.swapsAxes();
        var target = source.sized(swaps ? source.height() : source.width(), swaps ? source.width() : source.height());
        var walk = Walk.of(source, orientation);
        for (int top = 0; top < target.height(); top += BLOCK) {
            int bottom = Math.min(target.height(), top + BLOCK);
            for (int left = 0; left < target.width(); left += BLOCK) {
                poll.check();
                int right = Math.min(target.width(), left + BLOCK);
                for (int y = top; y < bottom; y++) {
                    copyRow(source, target, walk, y, left, right);
                }
            }
        }
        return target;
    }

    /// Where a target pixel comes from: `start + x × across + y × down`, in samples.
    private record Walk(int start, int across, int down) {

        static Walk of(Samples source, Orientation orientation) {
            int pixel = source.channels();
            int lastX = (source.width() - 1) * pixel;
            int lastY = (source.height() - 1) * source.stride();
            boolean mirrored = orientation.isMirrored();
            int right = mirrored ? -pixel : pixel;
            int left = mirrored ? lastX : 0;
            int end = mirrored ? 0 : lastX;
            int start = source.offset();
            return switch (orientation.clockwiseDegrees()) {
                case 90 -> new Walk(start + lastY + left, -source.stride(), right);
                case 180 -> new Walk(start + lastY + end, -right, -source.stride());
                case 270 -> new Walk(start + end, source.stride(), -right);
                default -> new Walk(start + left, right, source.stride());
            };
        }
    }

    private static void copyRow(Samples source, Samples target, Walk walk, int y, int left, int right) {
        int channels = source.channels();
        int from = walk.start() + left * walk.across() + y * walk.down();
        int to = target.rowStart(y) + left * channels;
        if (source.isWide()) {
            var in = source.shorts();
            var out = target.shorts();
            for (int x = left; x < right; x++, from += walk.across(), to += channels) {
                for (int i = 0; i < channels; i++) {
                    out[to + i] = in[from + i];
                }
            }
        } else {
            var in = source.bytes();
            var out = target.bytes();
            for (int x = left; x < right; x++, from += walk.across(), to += channels) {
                for (int i = 0; i < channels; i++) {
                    out[to + i] = in[from + i];
                }
            }
        }
    }
}
