package offprint.ui.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Watches by Java's own recorder which thread reads and writes which file. Classes and what else lies in the run time
/// and in jars is no file of the user's, and is left out.
final class FileAccess implements AutoCloseable {

    private static final List<String> EVENTS = List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");
    private static final List<String> OF_THE_PROGRAM = List.of(".jar", ".so", ".class", ".jfr", ".ttf", ".otf", ".cfg");
    static final String FX_THREAD = "JavaFX Application Thread";

    private final Recording recording = new Recording();

    FileAccess() {
        EVENTS.forEach(event ->
                recording.enable(event).withThreshold(Duration.ZERO).withStackTrace());
        recording.start();
    }

    /// @param ofTheWindow a line for each access on the FX thread
    /// @param elsewhere how many there were on other threads: it shows that the recorder sees something
    record Found(List<String> ofTheWindow, long elsewhere) {}

    Found stop(Path file) throws IOException {
        recording.stop();
        recording.dump(file);
        var events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> EVENTS.contains(event.getEventType().getName()))
                .filter(FileAccess::isOfTheUser)
                .toList();
        Files.delete(file);
        var ofTheWindow =
                events.stream().filter(FileAccess::isOnFxThread).map(FileAccess::describe).toList();
        return new Found(ofTheWindow, events.size() - ofTheWindow.size());
    }

    private static boolean isOfTheUser(RecordedEvent event) {
        var path = Optional.ofNullable(event.getString("path")).orElse("");
        return !path.isEmpty()
                && !path.startsWith(System.getProperty("java.home"))
                && !path.startsWith("/proc/")
                && OF_THE_PROGRAM.stream().noneMatch(path::endsWith);
    }

    private static boolean isOnFxThread(RecordedEvent event) {
        var thread = event.getThread();
        return thread != null && FX_THREAD.equals(thread.getJavaName());
    }

    private static String describe(RecordedEvent event) {
        var trace = event.getStackTrace();
        var from = trace == null
                ? List.<String>of()
                : trace.getFrames().stream()
                        .filter(frame -> frame.getMethod().getType().getName().startsWith("offprint."))
                        .limit(3)
                        .map(frame -> frame.getMethod().getType().getName() + "."
                                + frame.getMethod().getName())
                        .toList();
        return event.getEventType().getName() + " " + event.getString("path") + " by " + from;
    }

    @Override
    public void close() {
        recording.close();
    }
}
