package offprint.walls.planted.ui;

/// Innocent.
public record Window() {}
