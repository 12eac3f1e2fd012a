package offprint.bench;

import java.util.List;

/// How measured times are spread, in milliseconds; all zero when nothing was measured.
public record Spread(double p50, double p99, double max) {

    /// By nearest rank: the smallest value that so many percent do not exceed.
    public static Spread of(List<Double> millis) {
        if (millis.isEmpty()) {
            return new Spread(0, 0, 0);
        }
        var sorted = millis.stream().sorted().toList();
        return new Spread(rank(sorted, 50), rank(sorted, 99), sorted.getLast());
    }

    private static double rank(List<Double> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
