package offprint.engine.embedded;

import offprint.cancel.CancelledException;
import offprint.engine.Poll;

/// Changes how many bits and channels a picture has, never its colours.
final class Depth {

    private static final int POLL_ROWS = 32;

    private Depth() {}

    /// At most eight bits a sample: the nearest value, `v × 255 / 65535`.
    static Samples toBytes(Samples source, Poll poll) throws CancelledException {
        if (!source.isWide()) {
            return source;
        }
        var target =
                Samples.allocate(source.width(), source.height(), source.channels(), false, source.isPremultiplied());
        var in = source.shorts();
        var out = target.bytes();
        for (int y = 0; y < source.height(); y++) {
            if (y % POLL_ROWS == 0) {
                poll.check();
            }
            int at = source.rowStart(y);
            int to = target.rowStart(y);
            for (int x = 0; x < source.width(); x++, at += source.channels(), to += source.channels()) {
                for (int band = 0; band < source.channels(); band++) {
                    int value = in[at + source.bandOffsets()[band]] & 0xFFFF;
                    out[to + target.bandOffsets()[band]] = (byte) ((value * 255 + 32_767) / 65_535);
                }
            }
        }
        return target;
    }

    /// Grey as three equal colours, for formats that have no grey. Eight bits only.
    static Samples toColour(Samples source, Poll poll) throws CancelledException {
        if (!source.isGrey()) {
            return source;
        }
        var target = Samples.allocate(
                source.width(), source.height(), source.channels() + 2, false, source.isPremultiplied());
        var in = source.bytes();
        var out = target.bytes();
        for (int y = 0; y < source.height(); y++) {
            if (y % POLL_ROWS == 0) {
                poll.check();
            }
            int at = source.rowStart(y);
            int to = target.rowStart(y);
            for (int x = 0; x < source.width(); x++, at += source.channels(), to += target.channels()) {
                byte grey = in[at + source.bandOffsets()[0]];
                for (int band = 0; band < 3; band++) {
                    out[to + target.bandOffsets()[band]] = grey;
                }
                if (source.hasAlpha()) {
                    out[to + target.alphaOffset()] = in[at + source.alphaOffset()];
                }
            }
        }
        return target;
    }
}
