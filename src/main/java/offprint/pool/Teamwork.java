package offprint.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Pieces of one task's work that several workers do together: whoever is free takes the next piece. The task's own
/// worker takes part, so the pieces end even if nobody comes to help; it never waits for a piece that nobody began.
final class Teamwork {

    private final List<Runnable> pieces;
    private final AtomicInteger taken = new AtomicInteger();
    private final CountDownLatch left;
    private final AtomicReference<List<Throwable>> thrown = new AtomicReference<>(List.of());

    Teamwork(List<? extends Runnable> pieces) {
        this.pieces = List.copyOf(pieces);
        this.left = new CountDownLatch(this.pieces.size());
    }

    /// Takes pieces until none is left; on any worker.
    void takePart() {
        for (int index = taken.getAndIncrement(); index < pieces.size(); index = taken.getAndIncrement()) {
            try {
                pieces.get(index).run();
            } catch (Throwable problem) {
                thrown.updateAndGet(before -> with(before, problem));
            } finally {
                left.countDown();
            }
        }
    }

    private static List<Throwable> with(List<Throwable> before, Throwable problem) {
        var all = new ArrayList<>(before);
        all.add(problem);
        return List.copyOf(all);
    }

    /// Waits for the pieces that others began, and throws the first problem of all on the calling thread, the others
    /// suppressed in it.
    void awaitAll() {
        awaitLeft();
        var problems = thrown.get();
        if (problems.isEmpty()) {
            return;
        }
        var first = problems.getFirst();
        problems.stream().filter(other -> !other.equals(first)).forEach(first::addSuppressed);
        switch (first) {
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException("a piece threw a checked exception", first);
        }
    }

    private void awaitLeft() {
        boolean interrupted = false;
        while (true) {
            try {
                left.await();
                break;
            } catch (InterruptedException stray) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
