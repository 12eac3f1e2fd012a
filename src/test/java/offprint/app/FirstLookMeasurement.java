package offprint.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a start pays to learn whether it is the first: one look of a process that has just begun. Prints how it was
/// found, and milliseconds of this thread's processor time.
public final class FirstLookMeasurement {

    private FirstLookMeasurement() {}

    /// @param args a folder for the state
    public static void main(String[] args) throws Exception {
        var state = Files.createDirectories(Path.of(args[0]));
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        var found = OnlyCopy.find(state, List.of());
        long after = threads.getCurrentThreadCpuTime();
        System.out.printf("%s, %.1f ms%n", found.getClass().getSimpleName(), (after - before) / 1e6);
    }
}
