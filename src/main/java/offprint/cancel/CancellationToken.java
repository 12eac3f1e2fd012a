package offprint.cancel;

/// The asked side of a cancellation: poll it, or hook an abort to it. Any thread may call it.
public sealed interface CancellationToken permits CancellationSource.Token, NeverCancelled {

    /// A token that nobody can trip.
    static CancellationToken never() {
        return NeverCancelled.TOKEN;
    }

    boolean isCancelled();

    /// Registers an abort hook, which runs once, on the canceller's thread, or at once on this one when the token is
    /// already tripped. Always close the registration: after `close` returns, the hook neither runs nor is running
    /// (unless it is the hook itself that closes).
    ///
    /// A hook must be short and must not wait for the work that it aborts.
    Registration onCancel(Runnable abort);

    /// Leaves the work when tripped.
    ///
    /// @throws CancelledException when tripped
    default void throwIfCancelled() throws CancelledException {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }

    /// A hook's place with a token.
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
