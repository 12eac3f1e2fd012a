package offprint.engine.embedded;

import offprint.cancel.CancelledException;
import offprint.engine.Poll;

/// Multiplies colours by their alpha before a resize (else the colour of the invisible bleeds into the visible), takes
/// it out again, and lays pictures on white.
final class Alpha {

    private static final int POLL_ROWS = 16;

    private Alpha() {}

    /// The picture premultiplied, in place; the same one when it has no alpha.
    static Samples premultiplied(Samples source, Poll poll) throws CancelledException {
        if (!source.hasAlpha() || source.isPremultiplied()) {
            return source;
        }
        forRows(source, poll, y -> eachPixel(source, y, Alpha::multiplied));
        return source.labelled(true);
    }

    /// A copy with alpha as files store it.
    static Samples straight(Samples source, Poll poll) throws CancelledException {
        if (!source.isPremultiplied()) {
            return source;
        }
        var copy = copyOf(source);
        forRows(copy, poll, y -> eachPixel(copy, y, Alpha::divided));
        return copy.labelled(false);
    }

    /// A copy without alpha, laid on white.
    static Samples onWhite(Samples picture, Poll poll) throws CancelledException {
        if (!picture.hasAlpha()) {
            return picture;
        }
        var source = picture.isPremultiplied() ? picture : premultiplied(copyOf(picture), poll);
        int colours = source.channels() - 1;
        var target = Samples.allocate(source.width(), source.height(), colours, source.isWide(), false);
        forRows(source, poll, y -> {
            int at = source.rowStart(y);
            int to = target.rowStart(y);
            int max = source.isWide() ? 0xFFFF : 0xFF;
            for (int x = 0; x < source.width(); x++, at += source.channels(), to += colours) {
                int white = max - get(source, at + source.alphaOffset());
                for (int band = 0; band < colours; band++) {
                    int value = Math.min(max, get(source, at + source.bandOffsets()[band]) + white);
                    put(target, to + target.bandOffsets()[band], value);
                }
            }
        });
        return target;
    }

    private static Samples copyOf(Samples source) {
        var copy = source.sized(source.width(), source.height());
        for (int y = 0; y < source.height(); y++) {
            System.arraycopy(
                    source.isWide() ? source.shorts() : source.bytes(),
                    source.rowStart(y),
                    copy.isWide() ? copy.shorts() : copy.bytes(),
                    copy.rowStart(y),
                    source.width() * source.channels());
        }
        return copy;
    }

    private interface Row {
        void at(int y);
    }

    private interface Blend {
        int of(int value, int alpha, int max);
    }

    private static void forRows(Samples source, Poll poll, Row row) throws CancelledException {
        for (int y = 0; y < source.height(); y++) {
            if (y % POLL_ROWS == 0) {
                poll.check();
            }
            row.at(y);
        }
    }

    private static int multiplied(int value, int alpha, int max) {
        return (int) (((long) value * alpha + max / 2) / max);
    }

    private static int divided(int value, int alpha, int max) {
        return alpha == 0 ? 0 : (int) Math.min(max, ((long) value * max + alpha / 2) / alpha);
    }

    private static void eachPixel(Samples samples, int y, Blend blend) {
        int alphaOffset = samples.alphaOffset();
        int max = samples.isWide() ? 0xFFFF : 0xFF;
        int at = samples.rowStart(y);
        for (int x = 0; x < samples.width(); x++, at += samples.channels()) {
            int alpha = get(samples, at + alphaOffset);
            if (alpha != max) {
                for (int i = 0; i < samples.channels(); i++) {
                    if (i != alphaOffset) {
                        put(samples, at + i, blend.of(get(samples, at + i), alpha, max));
                    }
                }
            }
        }
    }

    private static int get(Samples samples, int at) {
        return samples.isWide() ? samples.shorts()[at] & 0xFFFF : samples.bytes()[at] & 0xFF;
    }

    private static void put(Samples samples, int at, int value) {
        if (samples.isWide()) {
            samples.shorts()[at] = (short) value;
        } else {
            samples.bytes()[at] = (byte) value;
        }
    }
}
