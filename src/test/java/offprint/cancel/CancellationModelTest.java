package offprint.cancel;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/// Model checks a child source that is linked to a parent: cancels of both, a hook that is being closed meanwhile.
class CancellationModelTest {

    @Test
    void aHookThatWasClosedNeitherRunsNorIsRunning() {
        new ModelCheckingOptions()
                .iterations(8)
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(0)
                .actorsAfter(1)
                .invocationsPerIteration(60)
                .sequentialSpecification(OneByOne.class)
                .check(Linked.class);
    }

    /// The real thing.
    public static class Linked {

        private final CancellationSource parent = new CancellationSource();
        private final CancellationSource child = new CancellationSource(parent.token());
        private final AtomicInteger hookRuns = new AtomicInteger();
        private volatile boolean running;
        private volatile boolean violated;
        private volatile boolean closeReturned;
        private final CancellationToken.Registration registration =
                child.token().onCancel(this::hook);

        private void hook() {
            running = true;
            violated |= closeReturned;
            hookRuns.incrementAndGet();
            violated |= closeReturned;
            running = false;
        }

        @Operation
        public boolean cancelChild() {
            return child.cancel();
        }

        @Operation
        public void cancelParent() {
            parent.cancel();
        }

        /// Twice in one scenario is allowed, as everywhere.
        @Operation
        public void closeHook() {
            registration.close();
            violated |= running;
            closeReturned = true;
        }

        @Validate
        public void keptItsPromise() {
            if (violated || hookRuns.get() > 1) {
                throw new IllegalStateException("the hook ran after its close, or twice: " + hookRuns);
            }
            Optional.of(child.token().isCancelled() && !closeReturned && hookRuns.get() == 0)
                    .filter(isMissing -> isMissing)
                    .ifPresent(isMissing -> {
                        throw new IllegalStateException("the hook never ran");
                    });
        }
    }

    /// What a single thread would see.
    public static class OneByOne {

        private boolean childCancelled;

        public boolean cancelChild() {
            boolean first = !childCancelled;
            childCancelled = true;
            return first;
        }

        public void cancelParent() {
            childCancelled = true;
        }

        public void closeHook() {}
    }
}
