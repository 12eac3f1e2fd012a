package offprint.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A desktop whose second starts are played, and whose notifications are kept. Any thread may call it.
public final class DemoDesktop implements DesktopPort {

    /// Notifications, as `title: text`.
    public final List<String> told = new CopyOnWriteArrayList<>();

    private volatile Optional<Consumer<List<Path>>> taker = Optional.empty();

    @Override
    public void onArrival(Consumer<List<Path>> now) {
        taker = Optional.of(now);
    }

    @Override
    public void tell(String title, String text) {
        told.add(title + ": " + text);
    }

    public boolean isHeard() {
        return taker.isPresent();
    }

    /// Plays a second start.
    public void arrive(List<Path> files) {
        taker.orElseThrow().accept(files);
    }
}
