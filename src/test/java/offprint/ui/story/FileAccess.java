package offprint.ui.story;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/// Watches by Java's own recorder which thread touches a file. Every way of Java code to one leads through few classes
/// of the JDK that speak to the system: their methods are traced, whether they open, list, ask or change; and reads and
/// writes of what another thread has opened are events of their own. What native code of the toolkit does is not seen.
final class FileAccess {

    private static final String TRACE = "jdk.MethodTrace";
    private static final List<String> TRANSFERS = List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");

    /// The JDK's ways to the system, by class.
    private static final Map<String, List<String>> WAYS = Map.of(
            "sun.nio.fs.UnixNativeDispatcher",
            List.of(
                    "open",
                    "openat",
                    "opendir",
                    "access",
                    "stat",
                    "stat2",
                    "lstat",
                    "statvfs",
                    "readlink",
                    "realpath",
                    "link",
                    "symlink",
                    "unlink",
                    "mkdir",
                    "rmdir",
                    "rename",
                    "chmod",
                    "chown",
                    "lchown"),
            "java.io.UnixFileSystem",
            List.of(
                    "canonicalize",
                    "getBooleanAttributes",
                    "hasBooleanAttributes",
                    "checkAccess",
                    "getLength",
                    "getLastModifiedTime",
                    "setLastModifiedTime",
                    "setPermission",
                    "setReadOnly",
                    "getSpace",
                    "list",
                    "createFileExclusively",
                    "createDirectory",
                    "rename",
                    "delete"),
            "java.io.FileInputStream",
            List.of("open"),
            "java.io.FileOutputStream",
            List.of("open"),
            "java.io.RandomAccessFile",
            List.of("open"),
            "sun.nio.ch.FileChannelImpl",
            List.of("map", "lock", "tryLock"),
            "java.lang.ProcessImpl",
            List.of("start"));

    /// Whose calls are not the program's. Counts only between the call and the program's own code that led to it.
    private static final List<String> NOT_THE_PROGRAM = List.of(
            "java.lang.ClassLoader", // a class or a resource is looked for when it is first used
            "jdk.internal.loader.", // the same
            "java.util.zip.ZipFile", // classes and resources in the program's own jars
            "sun.net.www.protocol.", // style sheets, fonts and texts beside the classes
            "com.sun.javafx.font.", // the toolkit reads the system's fonts, and unpacks its own and those of the icons
            "com.sun.glass.utils.NativeLibLoader"); // the toolkit unpacks its own libraries

    /// Where the program and the run time lie.
    private static final List<String> PROGRAM = Stream.concat(
                    Stream.of(System.getProperty("java.home")),
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList();

    private final Recording recording = new Recording();

    FileAccess() {
        var filter = WAYS.entrySet().stream()
                .flatMap(way -> way.getValue().stream().map(method -> way.getKey() + "::" + method))
                .collect(Collectors.joining(";"));
        recording
                .enable(TRACE)
                .with("filter", filter)
                .withThreshold(Duration.ZERO)
                .withStackTrace();
        TRANSFERS.forEach(
                event -> recording.enable(event).withThreshold(Duration.ZERO).withStackTrace());
        recording.start();
    }

    /// Ends the watch.
    void stop(Path file) throws IOException {
        recording.stop();
        recording.dump(file);
        recording.close();
    }

    /// @param ofTheWindow a line for each access on the FX thread
    /// @param elsewhere how many there were on other threads: it shows that the recorder sees something
    record Found(List<String> ofTheWindow, long elsewhere) {}

    /// What a watch has seen, in whatever process it was.
    ///
    /// @param fxThread its number: the recorder knows it under the name that it had before it was the FX thread
    static Found read(Path file, long fxThread) throws IOException {
        var ofTheWindow = new LinkedHashSet<String>();
        long elsewhere = 0;
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (isAccess(event) && isTheProgram(event)) {
                    if (isOn(event, fxThread)) {
                        ofTheWindow.add(describe(event));
                    } else {
                        elsewhere++;
                    }
                }
            }
        }
        return new Found(List.copyOf(ofTheWindow), elsewhere);
    }

    private static boolean isAccess(RecordedEvent event) {
        var type = event.getEventType().getName();
        return type.equals(TRACE) || TRANSFERS.contains(type);
    }

    private static boolean isOn(RecordedEvent event, long wanted) {
        var thread = event.getThread();
        return thread != null && thread.getJavaThreadId() == wanted;
    }

    private static boolean isTheProgram(RecordedEvent event) {
        if (isProgramItself(event)) {
            return false;
        }
        for (var type : types(event)) {
            if (isOfTheProgram(type)) {
                return true;
            }
            if (NOT_THE_PROGRAM.stream().anyMatch(type::startsWith)) {
                return false;
            }
        }
        return true;
    }

    /// The standard streams, which have no path; and the program and the run time themselves: texts and style sheets,
    /// which lie in folders instead of jars here.
    private static boolean isProgramItself(RecordedEvent event) {
        if (!event.hasField("path")) {
            return false;
        }
        var path = Optional.ofNullable(event.getString("path")).orElse("");
        return path.isEmpty() || PROGRAM.stream().anyMatch(path::startsWith);
    }

    private static boolean isOfTheProgram(String type) {
        return type.startsWith("offprint.");
    }

    private static List<String> types(RecordedEvent event) {
        return frames(event).map(frame -> frame.getMethod().getType().getName()).toList();
    }

    private static Stream<RecordedFrame> frames(RecordedEvent event) {
        var trace = event.getStackTrace();
        return trace == null ? Stream.empty() : trace.getFrames().stream().filter(RecordedFrame::isJavaFrame);
    }

    /// The call, and who led to it: the program, or where that is none of it the toolkit.
    private static String describe(RecordedEvent event) {
        var path = event.hasField("path") ? " " + event.getString("path") : "";
        var ours =
                named(event, frame -> isOfTheProgram(frame.getMethod().getType().getName()));
        var by = ours.isEmpty() ? named(event, frame -> true) : ours;
        return what(event) + path + " by " + by;
    }

    private static String what(RecordedEvent event) {
        return event.hasField("method")
                ? name(event.<RecordedMethod>getValue("method"))
                : event.getEventType().getName();
    }

    private static List<String> named(RecordedEvent event, Predicate<RecordedFrame> wanted) {
        return frames(event)
                .filter(wanted)
                .limit(3)
                .map(frame -> name(frame.getMethod()))
                .toList();
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }
}
