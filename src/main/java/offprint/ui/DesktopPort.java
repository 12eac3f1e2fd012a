package offprint.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Port: the desktop around the window.
public interface DesktopPort {

    /// A desktop that sends nothing and shows nothing.
    DesktopPort NONE = new DesktopPort() {
        @Override
        public void onArrival(Consumer<List<Path>> taker) {}

        @Override
        public void tell(String title, String text) {}
    };

    /// From now on a second start of the program hands its files to this window. Returns at once.
    ///
    /// @param taker gets absolute paths, none when only the window is wanted; on any thread
    void onArrival(Consumer<List<Path>> taker);

    /// Shows a notification, where the system can. Starts a process: call it off the FX thread.
    void tell(String title, String text);
}
