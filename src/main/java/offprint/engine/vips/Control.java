package offprint.engine.vips;

import java.util.List;
import java.util.function.DoubleConsumer;
import offprint.cancel.CancellationToken;
import offprint.engine.Stop;

/// How a decode or a write is ended and watched.
///
/// @param tokens whose cancelling may trip `stop`
/// @param progress hears fractions from 0 to 1
record Control(Stop stop, List<CancellationToken> tokens, DoubleConsumer progress) {}
