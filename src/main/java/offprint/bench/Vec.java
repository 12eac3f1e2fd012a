package offprint.bench;

/// A point or a direction in a scene: x to the right, y up, z away from the viewer.
record Vec(double x, double y, double z) {

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vec unit() {
        return times(1 / Math.sqrt(dot(this)));
    }
}
