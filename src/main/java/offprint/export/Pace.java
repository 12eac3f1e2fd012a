package offprint.export;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// How fast photos end: a sliding window in buckets of one second, of half a minute or, where photos take long, as much
/// more as a dozen of them need. Any thread may write and read; nobody waits.
final class Pace {

    static final int SHORTEST_SECONDS = 30;
    static final int LONGEST_SECONDS = 300;

    /// Fewer tell nothing.
    private static final int MIN_PHOTOS = 2;

    /// With fewer the pace would jump with each.
    private static final int ENOUGH_PHOTOS = 12;

    private static final int COUNT_BITS = 24;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private final InstantSource clock;
    private final AtomicLongArray buckets = new AtomicLongArray(LONGEST_SECONDS + 2);
    private final AtomicLong startedMillis = new AtomicLong(Long.MAX_VALUE);
    private volatile TimeLeft left = TimeLeft.UNKNOWN;

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /// Work begins after a time without any: what was before says nothing about it.
    void begin() {
        startedMillis.set(clock.millis());
        left = TimeLeft.UNKNOWN;
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
        long second = now / 1000;
        long count = 0;
        int seconds = 0;
        while (seconds <= LONGEST_SECONDS
                && (seconds <= SHORTEST_SECONDS || count < ENOUGH_PHOTOS)
                && (second - seconds) * 1000 + 999 >= started) {
            count += ended(second - seconds);
            seconds++;
        }
        long from = Math.max(started, (second - seconds + 1) * 1000);
        double minutes = Math.max(1000, now - from) / 60_000.0;
        return count < MIN_PHOTOS ? 0 : count / minutes;
    }

    private long ended(long second) {
        long bucket = buckets.get((int) (second % buckets.length()));
        return bucket >>> COUNT_BITS == second ? bucket & COUNT_MASK : 0;
    }

    /// How long `photosLeft` will take at this pace, see [TimeLeft].
    Optional<Duration> timeLeft(int photosLeft) {
        left = left.next(clock.millis(), photosLeft, photosPerMinute());
        return left.shown();
    }
}
