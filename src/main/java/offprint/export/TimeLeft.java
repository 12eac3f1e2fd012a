package offprint.export;

import java.time.Duration;
import java.util.Optional;

/// Turns a pace that jumps into a time left that does not: the estimate is smoothed while the clock counts it down,
/// then
/// rounded up to a step that suits its size, and what is shown stays until the estimate has clearly left it.
///
/// Pure: what it says depends on what it was told and on nothing else. Immutable; each call gives its successor.
///
/// @param atMillis of the estimate
/// @param seconds estimated; NaN while unknown
/// @param shownSeconds what is shown; 0 while nothing is
record TimeLeft(long atMillis, double seconds, long shownSeconds) {

    static final TimeLeft UNKNOWN = new TimeLeft(0, Double.NaN, 0);

    /// How much a new estimate counts against the one so far, each second.
    private static final double WEIGHT = 0.08;

    /// How far beyond its step, in steps, the estimate must be before another is shown: upwards more than downwards,
    /// since a time left that grows is what people mind.
    private static final double UP = 1.0;

    private static final double DOWN = 0.2;

    /// The next one.
    ///
    /// @param nowMillis of a clock that only grows
    /// @param photosLeft not ended yet
    /// @param perMinute photos; 0 or less while unknown
    TimeLeft next(long nowMillis, int photosLeft, double perMinute) {
        if (perMinute <= 0 || photosLeft <= 0) {
            return UNKNOWN;
        }
        double estimate = photosLeft / perMinute * 60;
        if (Double.isNaN(seconds)) {
            return new TimeLeft(nowMillis, estimate, rounded(estimate));
        }
        double passed = Math.max(0, (nowMillis - atMillis) / 1000.0);
        double expected = Math.max(0, seconds - passed);
        double weight = 1 - Math.pow(1 - WEIGHT, passed);
        double now = expected + weight * (estimate - expected);
        return new TimeLeft(nowMillis, now, isStillRight(now) ? shownSeconds : rounded(now));
    }

    private boolean isStillRight(double now) {
        long step = step((double) shownSeconds);
        return now > shownSeconds - step * (1 + DOWN) && now <= shownSeconds + step * UP;
    }

    private static long rounded(double seconds) {
        long step = step(seconds);
        return Math.max(step, (long) Math.ceil(seconds / step) * step);
    }

    /// Ten seconds below a minute, a minute below twenty, five minutes below two hours, then a quarter of an hour.
    private static long step(double seconds) {
        if (seconds <= 60) {
            return 10;
        }
        if (seconds <= 20 * 60) {
            return 60;
        }
        return seconds <= 2 * 3_600 ? 300 : 900;
    }

    /// What to show; empty while unknown.
    Optional<Duration> shown() {
        return shownSeconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(shownSeconds));
    }
}
