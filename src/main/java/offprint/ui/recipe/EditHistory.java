package offprint.ui.recipe;

import java.util.ArrayDeque;
import java.util.Deque;

/// What something is, was, and could be again: undo and redo without an end. Changes of one field in a row are one
/// step.
///
/// @param <T> immutable
final class EditHistory<T> {

    private final Deque<T> past = new ArrayDeque<>();
    private final Deque<T> future = new ArrayDeque<>();
    private T now;
    private String lastField = "";

    EditHistory(T start) {
        now = start;
    }

    T now() {
        return now;
    }

    /// @param field what is changed; typing into one field is one step
    void change(String field, T next) {
        if (next.equals(now)) {
            return;
        }
        if (!field.equals(lastField) || past.isEmpty()) {
            past.push(now);
        }
        future.clear();
        now = next;
        lastField = field;
    }

    /// The next change is a step of its own, whatever its field.
    void endStep() {
        lastField = "";
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    void undo() {
        move(past, future);
    }

    void redo() {
        move(future, past);
    }

    private void move(Deque<T> from, Deque<T> to) {
        if (!from.isEmpty()) {
            to.push(now);
            now = from.pop();
            endStep();
        }
    }
}
