package offprint.cancel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The asking side of a cancellation: trips its token once, for good, and runs the hooks.
///
/// A source may be linked to a parent's token: cancelling a batch cancels its photos, cancelling a photo its variants.
public final class CancellationSource implements AutoCloseable {

    private final Token token = new Token();
    private final CancellationToken.Registration link;

    public CancellationSource() {
        this(CancellationToken.never());
    }

    /// @param parent whose cancellation cancels this source as well; close this source to leave the parent, or it stays
    /// in the parent's memory
    public CancellationSource(CancellationToken parent) {
        this.link = parent.onCancel(this::cancel);
    }

    public CancellationToken token() {
        return token;
    }

    /// Trips the token and runs every hook on this thread, in the order of registration. A hook that throws, be it an
    /// `Error`, does not keep the others from running; the first such failure is thrown after the last hook, the rest
    /// are suppressed in it.
    ///
    /// @return whether this call was the one that tripped it; a false one does not wait for the hooks
    public boolean cancel() {
        return token.trip();
    }

    /// Leaves the parent; the token keeps its state. After it returns the parent does not cancel this source any more.
    @Override
    public void close() {
        link.close();
    }

    /// Hooks that are registered and have not run, this source's linked children among them.
    int hookCount() {
        return token.hookCount();
    }

    /// See [CancellationToken].
    static final class Token implements CancellationToken {

        private final Object lock = new Object();
        /// In the order of registration; a set, so that ten thousand photos leave one batch in no time.
        private final Set<Hook> hooks = new LinkedHashSet<>();

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
            runAll(toRun);
            return true;
        }

        int hookCount() {
            synchronized (lock) {
                return hooks.size();
            }
        }

        private void forget(Hook hook) {
            synchronized (lock) {
                hooks.remove(hook);
            }
        }

        /// A hook can only throw what is unchecked, save by trickery, which is wrapped.
        private static void runAll(List<Hook> hooks) {
            Failures failures = new Failures();
            for (var hook : hooks) {
                try {
                    hook.run();
                } catch (Throwable failure) {
                    failures.add(failure);
                }
            }
            failures.throwFirst();
        }
    }

    /// What hooks threw, the first with the rest suppressed in it.
    private static final class Failures {

        private final Set<Throwable> thrown = new LinkedHashSet<>();

        void add(Throwable failure) {
            thrown.add(failure);
        }

        void throwFirst() {
            if (thrown.isEmpty()) {
                return;
            }
            var failures = List.copyOf(thrown);
            var first = failures.getFirst();
            failures.stream().skip(1).forEach(first::addSuppressed);
            switch (first) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new IllegalStateException("a hook threw a checked exception", first);
            }
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
            token.forget(this);
            synchronized (this) {
                closed = true;
            }
        }
    }
}
