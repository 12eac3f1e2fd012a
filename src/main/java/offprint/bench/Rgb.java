package offprint.bench;

/// Light: three linear amounts, 0 and more.
record Rgb(double red, double green, double blue) {

    static final Rgb BLACK = new Rgb(0, 0, 0);

    Rgb plus(Rgb other) {
        return new Rgb(red + other.red, green + other.green, blue + other.blue);
    }

    Rgb times(double factor) {
        return new Rgb(red * factor, green * factor, blue * factor);
    }

    Rgb times(Rgb other) {
        return new Rgb(red * other.red, green * other.green, blue * other.blue);
    }

    /// This at 0, `other` at 1; the share is held within 0–1.
    Rgb mix(Rgb other, double share) {
        double s = Math.clamp(share, 0, 1);
        return new Rgb(red + (other.red - red) * s, green + (other.green - green) * s, blue + (other.blue - blue) * s);
    }

    /// 0 below `low`, 1 above `high`, smooth between.
    static double smooth(double low, double high, double value) {
        double t = Math.clamp((value - low) / (high - low), 0, 1);
        return t * t * (3 - 2 * t);
    }
}
