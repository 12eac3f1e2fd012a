package offprint.walls.planted.image;

import java.awt.Point;
import offprint.walls.planted.pool.Pool;

/// Breaks two walls on purpose: a value type that knows the pool and AWT.
public record KnowsThePool(Pool pool, Point where) {}
