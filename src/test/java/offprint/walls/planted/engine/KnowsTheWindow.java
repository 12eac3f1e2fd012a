package offprint.walls.planted.engine;

import offprint.walls.planted.ui.Window;

/// Breaks a wall on purpose: an engine that knows the window.
public record KnowsTheWindow(Window window) {}
