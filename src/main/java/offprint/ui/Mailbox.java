package offprint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Letters for the FX thread: thousands may be offered, at most one action is posted at a time, and each delivers a
/// bounded handful, so that a flood never makes a pulse late.
///
/// @param <T> what is delivered; immutable
public final class Mailbox<T> {

    /// Letters delivered by one action; the rest wait for the next one, behind whatever the user did meanwhile.
    static final int PER_DELIVERY = 64;

    private final ConcurrentLinkedQueue<T> letters = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean posted = new AtomicBoolean();
    private final Consumer<Runnable> poster;
    private final Consumer<List<T>> receiver;

    Mailbox(Consumer<Runnable> poster, Consumer<List<T>> receiver) {
        this.poster = poster;
        this.receiver = receiver;
    }

    /// Any thread; returns at once.
    public void offer(T letter) {
        letters.add(letter);
        postOnce();
    }

    private void postOnce() {
        if (posted.compareAndSet(false, true)) {
            poster.accept(this::deliver);
        }
    }

    private void deliver() {
        posted.set(false);
        var handful = new ArrayList<T>();
        while (handful.size() < PER_DELIVERY) {
            var letter = letters.poll();
            if (letter == null) {
                break;
            }
            handful.add(letter);
        }
        if (!letters.isEmpty()) {
            postOnce();
        }
        if (!handful.isEmpty()) {
            receiver.accept(handful);
        }
    }
}
