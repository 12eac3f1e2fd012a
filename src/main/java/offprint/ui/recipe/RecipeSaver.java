package offprint.ui.recipe;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import offprint.recipe.RecipeChange;
import offprint.ui.BackgroundRunner;
import org.jspecify.annotations.Nullable;

/// Does the disk work of recipes off the FX thread, one piece after the other in the order of the wishes, however many
/// workers there are. Of several savings that wait only the newest is done. Any thread may call it; nothing waits.
public final class RecipeSaver {

    private final RecipePort port;
    private final BackgroundRunner background;
    private final ConcurrentLinkedQueue<Runnable> wishes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean atWork = new AtomicBoolean();
    private final AtomicReference<RecipeEditing.@Nullable Saving> waiting = new AtomicReference<>();

    public RecipeSaver(RecipePort port, BackgroundRunner background) {
        this.port = port;
        this.background = background;
    }

    /// Saves soon, in place of the saving that still waits, if one does.
    ///
    /// @param done told on a worker what came of it
    void save(RecipeEditing.Saving saving, Consumer<RecipeChange> done) {
        var before = waiting.getAndUpdate(
                older -> older == null ? saving : new RecipeEditing.Saving(saving.recipe(), older.inPlaceOf()));
        if (before == null) {
            run(() -> {
                var newest = waiting.getAndSet(null);
                if (newest != null) {
                    done.accept(port.save(newest.recipe(), newest.inPlaceOf()));
                }
            });
        }
    }

    /// Runs disk work behind everything that was wished before.
    public void run(Runnable work) {
        wishes.add(work);
        begin();
    }

    private void begin() {
        if (!wishes.isEmpty() && atWork.compareAndSet(false, true)) {
            background.run(this::work);
        }
    }

    private void work() {
        try {
            for (var wish = wishes.poll(); wish != null; wish = wishes.poll()) {
                wish.run();
            }
        } finally {
            atWork.set(false);
            begin();
        }
    }
}
