package offprint.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CancellationSourceTest {

    private final CancellationSource source = new CancellationSource();

    @Nested
    class ATokenThatIsAsked {

        @Test
        void isNotCancelledBeforeItsSourceSaysSo() {
            assertThat(source.token().isCancelled()).isFalse();
            assertThatNoException().isThrownBy(() -> source.token().throwIfCancelled());
        }

        @Test
        void throwsOnceItIsTripped() {
            source.cancel();

            assertThat(source.token().isCancelled()).isTrue();
            assertThatThrownBy(() -> source.token().throwIfCancelled()).isInstanceOf(CancelledException.class);
        }

        @Test
        void isNeverTrippedWhenNobodyCan() {
            var never = CancellationToken.never();
            var ran = new AtomicBoolean();
            never.onCancel(() -> ran.set(true)).close();

            assertThat(never.isCancelled()).isFalse();
            assertThat(ran).isFalse();
        }
    }

    @Nested
    class ACancel {

        @Test
        void makesADifferenceOnce() {
            assertThat(source.cancel()).isTrue();
            assertThat(source.cancel()).isFalse();
        }

        @Test
        void runsEveryHookOnTheCancellersThreadInOrder() {
            var ran = new ArrayList<String>();
            source.token()
                    .onCancel(() -> ran.add("first on " + Thread.currentThread().threadId()));
            source.token().onCancel(() -> ran.add("second"));

            source.cancel();

            assertThat(ran).containsExactly("first on " + Thread.currentThread().threadId(), "second");
        }

        @Test
        void isSeenByItsHooks() {
            var seen = new AtomicBoolean();
            source.token().onCancel(() -> seen.set(source.token().isCancelled()));

            source.cancel();

            assertThat(seen).isTrue();
        }

        @Test
        void runsAHookAtOnceThatComesLate() {
            source.cancel();
            var ran = new AtomicInteger();

            source.token().onCancel(ran::incrementAndGet).close();

            assertThat(ran).hasValue(1);
        }

        @Test
        void forgetsItsHooks() {
            source.token().onCancel(() -> {});

            source.cancel();

            assertThat(source.hookCount()).isZero();
        }

        @Test
        void hasOneWinnerAmongManyThreads() {
            var wins = new AtomicInteger();
            var runs = new AtomicInteger();
            source.token().onCancel(runs::incrementAndGet);
            var go = new CountDownLatch(1);
            var all = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < 8; i++) {
                all.add(CompletableFuture.runAsync(() -> {
                    awaitLatch(go);
                    if (source.cancel()) {
                        wins.incrementAndGet();
                    }
                }));
            }
            go.countDown();
            all.forEach(CompletableFuture::join);

            assertThat(wins).hasValue(1);
            assertThat(runs).hasValue(1);
        }
    }

    @Nested
    class AHookThatThrows {

        @Test
        void keepsNoOtherFromRunning() {
            var ran = new AtomicInteger();
            source.token().onCancel(() -> {
                throw new IllegalStateException("first");
            });
            source.token().onCancel(() -> {
                throw new StackOverflowError("second");
            });
            source.token().onCancel(ran::incrementAndGet);

            assertThatThrownBy(source::cancel)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("first")
                    .satisfies(first ->
                            assertThat(first.getSuppressed()).singleElement().isInstanceOf(StackOverflowError.class));
            assertThat(ran).hasValue(1);
            assertThat(source.token().isCancelled()).isTrue();
        }

        @Test
        void mayThrowTheSameObjectTwice() {
            var shared = new OutOfMemoryError("shared");
            source.token().onCancel(() -> {
                throw shared;
            });
            source.token().onCancel(() -> {
                throw shared;
            });

            assertThatThrownBy(source::cancel).isSameAs(shared);
        }
    }

    @Nested
    class AClosedRegistration {

        @Test
        void doesNotRun() {
            var ran = new AtomicInteger();
            source.token().onCancel(ran::incrementAndGet).close();

            source.cancel();

            assertThat(ran).hasValue(0);
            assertThat(source.hookCount()).isZero();
        }

        @Test
        void waitsForItsHookToEndWhenItIsRunning() throws InterruptedException {
            var inHook = new CountDownLatch(1);
            var letGo = new CountDownLatch(1);
            var hookEnded = new AtomicBoolean();
            var registration = source.token().onCancel(() -> {
                inHook.countDown();
                awaitLatch(letGo);
                hookEnded.set(true);
            });
            var canceller = Thread.ofPlatform().start(source::cancel);
            awaitLatch(inHook);
            var endedBeforeClose = new AtomicBoolean();
            var closer = Thread.ofPlatform().start(() -> {
                registration.close();
                endedBeforeClose.set(hookEnded.get());
            });
            awaitBlocked(closer);
            letGo.countDown();
            closer.join();
            canceller.join();

            assertThat(endedBeforeClose).isTrue();
        }

        @Test
        void mayBeClosedByItsOwnHook() {
            var registration = new AtomicReference<CancellationToken.Registration>();
            var ran = new AtomicInteger();
            registration.set(source.token().onCancel(() -> {
                registration.get().close();
                ran.incrementAndGet();
            }));

            source.cancel();

            assertThat(ran).hasValue(1);
        }

        @Test
        void isSkippedWhenAnEarlierHookClosesIt() {
            var second = new AtomicReference<CancellationToken.Registration>();
            var ran = new AtomicInteger();
            source.token().onCancel(() -> second.get().close());
            second.set(source.token().onCancel(ran::incrementAndGet));

            source.cancel();

            assertThat(ran).hasValue(0);
        }
    }

    @Nested
    class ALinkedSource {

        @Test
        void isCancelledWithItsParent() {
            var child = new CancellationSource(source.token());
            var grandchild = new CancellationSource(child.token());

            source.cancel();

            assertThat(child.token().isCancelled()).isTrue();
            assertThat(grandchild.token().isCancelled()).isTrue();
        }

        @Test
        void isCancelledFromBirthWhenItsParentAlreadyIs() {
            source.cancel();

            assertThat(new CancellationSource(source.token()).token().isCancelled())
                    .isTrue();
        }

        @Test
        void leavesItsParentAlone() {
            var child = new CancellationSource(source.token());

            child.cancel();

            assertThat(source.token().isCancelled()).isFalse();
        }

        @Test
        void leavesItsParentsMemoryWhenItIsClosed() {
            for (int i = 0; i < 10_000; i++) {
                new CancellationSource(source.token()).close();
            }
            var closed = new CancellationSource(source.token());
            closed.close();

            assertThat(source.hookCount()).isZero();
            source.cancel();
            assertThat(closed.token().isCancelled()).isFalse();
        }

        @Test
        void doesNotKeepItsSiblingsFromBeingCancelledByAHookThatThrows() {
            var first = new CancellationSource(source.token());
            var second = new CancellationSource(source.token());
            first.token().onCancel(() -> {
                throw new StackOverflowError("in a hook");
            });

            assertThatThrownBy(source::cancel).isInstanceOf(StackOverflowError.class);

            assertThat(second.token().isCancelled()).isTrue();
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void awaitBlocked(Thread thread) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (thread.getState() != Thread.State.BLOCKED) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
