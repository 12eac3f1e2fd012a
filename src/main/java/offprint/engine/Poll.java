package offprint.engine;

import offprint.cancel.CancelledException;

/// Asked between small pieces of a long loop, at least every 20 ms.
@FunctionalInterface
public interface Poll {

    void check() throws CancelledException;
}
