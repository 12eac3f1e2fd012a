package offprint.preview;

import java.util.HashMap;
import java.util.Map;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;

/// How long it takes to encode a variant and to decode it again: at first a guess, then what it took the last times.
/// Safe for several threads.
final class Pace {

    /// How much the newest measurement counts.
    private static final double NEWEST = 0.5;

    /// Smaller pictures say more of the fixed costs than of the pace.
    private static final double LEAST_MEGAPIXELS = 0.1;

    private static final int PLAIN_MILLIS_PER_MEGAPIXEL = 20;
    private static final int PROGRESSIVE_MILLIS_PER_MEGAPIXEL = 45;
    private static final int MOZJPEG_MILLIS_PER_MEGAPIXEL = 200;
    private static final int WEBP_MILLIS_PER_MEGAPIXEL = 150;
    private static final int LOSSLESS_WEBP_MILLIS_PER_MEGAPIXEL = 600;
    private static final int PNG_MILLIS_PER_MEGAPIXEL = 120;
    private static final int FAST_AVIF_MILLIS_PER_MEGAPIXEL = 600;
    private static final int SLOW_AVIF_MILLIS_PER_MEGAPIXEL = 5_000;
    private static final int FAST_AVIF_EFFORT = 2;

    private final Map<Encoding, Double> millisPerMegapixel = new HashMap<>();

    /// @return milliseconds
    synchronized double expected(PixelSize size, Encoding encoding) {
        double known = millisPerMegapixel.getOrDefault(kind(encoding), guess(encoding));
        return Math.max(known, least(encoding)) * megapixels(size);
    }

    synchronized void learn(PixelSize size, Encoding encoding, double millis) {
        double measured = millis / megapixels(size);
        millisPerMegapixel.merge(kind(encoding), measured, (old, now) -> old + NEWEST * (now - old));
    }

    private static double megapixels(PixelSize size) {
        return Math.max(LEAST_MEGAPIXELS, size.pixels() / 1e6);
    }

    /// Quality changes the pace little.
    private static Encoding kind(Encoding encoding) {
        return Quality.with(encoding, 1);
    }

    /// Of an estimate of AVIF never less than the guess: what the engine does not think short is encoded in a process
    /// apart, which may
    /// have to be started first, and an estimate must not wait for that.
    private static double least(Encoding encoding) {
        return encoding instanceof Encoding.Avif avif && avif.effort() < FAST_AVIF_EFFORT ? guess(encoding) : 0;
    }

    private static double guess(Encoding encoding) {
        return switch (encoding) {
            case Encoding.Jpeg jpeg ->
                jpeg.mozjpeg()
                        ? MOZJPEG_MILLIS_PER_MEGAPIXEL
                        : jpeg.progressive() ? PROGRESSIVE_MILLIS_PER_MEGAPIXEL : PLAIN_MILLIS_PER_MEGAPIXEL;
            case Encoding.Webp webp -> webp.lossless() ? LOSSLESS_WEBP_MILLIS_PER_MEGAPIXEL : WEBP_MILLIS_PER_MEGAPIXEL;
            case Encoding.Avif avif ->
                avif.effort() < FAST_AVIF_EFFORT ? FAST_AVIF_MILLIS_PER_MEGAPIXEL : SLOW_AVIF_MILLIS_PER_MEGAPIXEL;
            case Encoding.Png png -> PNG_MILLIS_PER_MEGAPIXEL;
            case Encoding.Tiff tiff -> PLAIN_MILLIS_PER_MEGAPIXEL;
        };
    }
}
