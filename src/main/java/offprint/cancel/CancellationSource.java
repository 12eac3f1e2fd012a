package offprint.cancel;

import java.util.ArrayList;
import java.util.List;

/// The asking side of a cancellation: trips its token once, for good, and runs the hooks.
///
/// A source may be linked to a parent's token: cancelling a batch cancels its photos, cancelling a photo its variants.
public final class CancellationSource implements AutoCloseable {

    private final Token token = new Token();
    private final CancellationToken.Registration link;

    public CancellationSource() {
        this(CancellationToken.never());
    }

    /// @param parent whose cancellation cancels this source as well; close this source to leave the parent
    public CancellationSource(CancellationToken parent) {
        this.link = parent.onCancel(this::cancel);
    }

    public CancellationToken token() {
        return token;
    }

    /// Trips the token and runs every hook on this thread. A hook that throws does not keep the others from running;
    /// the
    /// first such failure is thrown after the last hook, the rest are suppressed in it.
    ///
    /// @return whether this call was the one that tripped it
    public boolean cancel() {
        return token.trip();
    }

    /// Leaves the parent; the token keeps its state.
    @Override
    public void close() {
        link.close();
    }

    /// See [CancellationToken].
    static final class Token implements CancellationToken {

        private final Object lock = new Object();
        private final List<Hook> hooks = new ArrayList<>();
        private volatile boolean cancelled;

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public Registration onCancel(Runnable abort) {
            var hook = new Hook(this, abort);
            synchronized (lock) {
                if (!cancelled) {
                    hooks.add(hook);
                    return hook;
                }
            }
            abort.run();
            return () -> {};
        }

        boolean trip() {
            List<Hook> toRun;
            synchronized (lock) {
                if (cancelled) {
                    return false;
                }
                cancelled = true;
                toRun = List.copyOf(hooks);
                hooks.clear();
            }
            RuntimeException first = null;
            for (var hook : toRun) {
                try {
                    hook.run();
                } catch (RuntimeException failure) {
                    if (first == null) {
                        first = failure;
                    } else {
                        first.addSuppressed(failure);
                    }
                }
            }
            if (first != null) {
                throw first;
            }
            return true;
        }
    }

    /// One registered abort; its monitor is held while it runs, so that `close` waits for it.
    private static final class Hook implements CancellationToken.Registration {

        private final Token token;
        private final Runnable abort;
        private boolean closed;

        Hook(Token token, Runnable abort) {
            this.token = token;
            this.abort = abort;
        }

        synchronized void run() {
            if (!closed) {
                closed = true;
                abort.run();
            }
        }

        @Override
        public void close() {
            synchronized (token.lock) {
                token.hooks.remove(this);
            }
            synchronized (this) {
                closed = true;
            }
        }
    }
}
