package offprint.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offprint.ui.DesktopPort;

/// The window's way to the desktop.
///
/// @param copy that second starts know, if this process is it
record DesktopLinks(Optional<OnlyCopy> copy, Notifier notifier) implements DesktopPort {

    @Override
    public void onArrival(Consumer<List<Path>> taker) {
        copy.ifPresent(first -> first.listen(taker));
    }

    @Override
    public void tell(String title, String text) {
        notifier.show(title, text);
    }
}
