package offprint.engine.embedded;

import offprint.cancel.CancelledException;

/// Asked between small pieces of a long loop, at least every 20 ms.
@FunctionalInterface
interface Poll {

    void check() throws CancelledException;
}
