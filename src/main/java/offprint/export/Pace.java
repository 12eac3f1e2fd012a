package offprint.export;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// How fast photos end: a sliding window of thirty seconds, in buckets of one. Any thread may write and read; nobody
/// waits.
final class Pace {

    static final int WINDOW_SECONDS = 30;

    /// Fewer tell nothing.
    private static final int MIN_PHOTOS = 2;

    /// How much a new estimate of the time left counts against the one shown, each second.
    private static final double SMOOTHING = 0.25;

    private static final int COUNT_BITS = 24;

    private final InstantSource clock;
    private final AtomicLongArray buckets = new AtomicLongArray(WINDOW_SECONDS + 2);
    private final AtomicLong startedMillis = new AtomicLong(Long.MAX_VALUE);
    private volatile Smoothed smoothed = new Smoothed(0, Double.NaN);

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /// Work begins after a time without any: what was before says nothing about it.
    void begin() {
        startedMillis.set(clock.millis());
        smoothed = new Smoothed(0, Double.NaN);
    }

    /// A photo has ended by being worked on.
    void photoEnded() {
        long second = clock.millis() / 1000;
        buckets.accumulateAndGet(
                (int) (second % buckets.length()),
                second,
                (old, now) -> (old >>> COUNT_BITS) == now ? old + 1 : (now << COUNT_BITS) + 1);
    }

    /// 0 while unknown.
    double photosPerMinute() {
        long now = clock.millis();
        long started = startedMillis.get();
        if (started == Long.MAX_VALUE) {
            return 0;
        }
        long from = Math.max(now - WINDOW_SECONDS * 1000L, started);
        long count = 0;
        for (int i = 0; i < buckets.length(); i++) {
            long bucket = buckets.get(i);
            long second = bucket >>> COUNT_BITS;
            if (second * 1000 + 999 >= from && second * 1000 <= now) {
                count += bucket & ((1L << COUNT_BITS) - 1);
            }
        }
        double minutes = Math.max(1000, now - from) / 60_000.0;
        return count < MIN_PHOTOS ? 0 : count / minutes;
    }

    /// How long `photosLeft` will take at this pace; smoothed, so that it does not jump about.
    Optional<Duration> timeLeft(int photosLeft) {
        double perMinute = photosPerMinute();
        if (perMinute <= 0 || photosLeft <= 0) {
            return Optional.empty();
        }
        double estimate = photosLeft / perMinute * 60;
        long now = clock.millis();
        var last = smoothed;
        double seconds = estimate;
        if (!Double.isNaN(last.seconds)) {
            double passed = Math.max(0, (now - last.atMillis) / 1000.0);
            double weight = 1 - Math.pow(1 - SMOOTHING, passed);
            double expected = Math.max(0, last.seconds - passed);
            seconds = expected + weight * (estimate - expected);
        }
        smoothed = new Smoothed(now, seconds);
        return Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private record Smoothed(long atMillis, double seconds) {}
}
