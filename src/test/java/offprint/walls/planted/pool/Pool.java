package offprint.walls.planted.pool;

/// Innocent.
public record Pool() {}
