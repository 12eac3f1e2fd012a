package offprint.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offprint.pool.ServiceThread;

/// The right to be the one window of a user: a locked file, which the system unlocks whatever becomes of the process,
/// and beside it the socket that second starts call at. Decisions: `docs/decisions/0016`.
final class OnlyCopy implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String DOOR = "door";
    private static final long RETRY_MILLIS = 25;

    /// How long a window that hears may take to answer.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// How much longer one that has just begun may take until it hears, on a machine that has much else to do.
    private static final int STARTING = 3;

    private final FileChannel lock;
    private final Path door;
    private Optional<Doorbell> doorbell = Optional.empty();
    private boolean closed;

    private OnlyCopy(FileChannel lock, Path door) {
        this.lock = lock;
        this.door = door;
    }

    /// How a start of the program found things.
    sealed interface Found {

        /// Nobody else is there.
        record First(OnlyCopy copy) implements Found {}

        /// Another copy has taken the files.
        record HandedOver() implements Found {}

        /// Whether another is there can't be told, or it does not answer: the window opens all the same.
        record Alone(String reason) implements Found {}
    }

    /// Takes the right, or hands the files to the copy that has it; waits for one that is just starting or ending.
    ///
    /// @param state the user's folder for such things
    /// @param files absolute paths
    static Found find(Path state, List<Path> files) {
        return find(state, files, PATIENCE);
    }

    static Found find(Path state, List<Path> files, Duration patience) {
        try {
            var folder = PrivateFolder.forSocket(state, DOOR);
            return find(folder, new Letter(files), patience);
        } catch (IOException | UnsupportedOperationException unusable) {
            return alone(String.valueOf(unusable.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return alone("interrupted");
        }
    }

    private static Found find(Path folder, Letter letter, Duration patience) throws IOException, InterruptedException {
        long beginNanos = System.nanoTime();
        while (true) {
            var lock = tryLock(folder.resolve(LOCK));
            if (lock.isPresent()) {
                Files.deleteIfExists(folder.resolve(DOOR)); // of one that was killed
                return new Found.First(new OnlyCopy(lock.get(), folder.resolve(DOOR)));
            }
            boolean isHeard = Files.exists(folder.resolve(DOOR));
            long endNanos =
                    beginNanos + patience.multipliedBy(isHeard ? 1 : STARTING).toNanos();
            if (isHeard && Messenger.deliver(folder.resolve(DOOR), letter, endNanos)) {
                return new Found.HandedOver();
            }
            if (System.nanoTime() - endNanos >= 0) {
                return alone("the copy that runs already does not answer");
            }
            Thread.sleep(RETRY_MILLIS);
        }
    }

    /// Looked up only when there is something to say: the first logger of a process takes longer than all else here.
    static System.Logger log() {
        return System.getLogger(OnlyCopy.class.getName());
    }

    private static Found alone(String reason) {
        log().log(System.Logger.Level.WARNING, "this window opens beside any other: {0}", reason);
        return new Found.Alone(reason);
    }

    private static Optional<FileChannel> tryLock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            return Optional.of(channel);
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException withinThisProcess) {
            return false;
        }
    }

    /// Hears second starts from now on; returns at once. Any thread.
    ///
    /// @param taker gets their files, on a thread of its own
    void listen(Consumer<List<Path>> taker) {
        ServiceThread.start("doorbell", () -> {
            try {
                openDoor(taker).ifPresent(Doorbell::run);
            } catch (IOException | UnsupportedOperationException failure) {
                log().log(System.Logger.Level.WARNING, "second starts can't be heard", failure);
            }
        });
    }

    /// Unless the right has been given back already: then the door is another's.
    private synchronized Optional<Doorbell> openDoor(Consumer<List<Path>> taker) throws IOException {
        if (!closed) {
            doorbell = Optional.of(new Doorbell(door, PATIENCE, taker));
        }
        return doorbell;
    }

    /// Gives the right to whoever comes next. Any thread.
    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (doorbell.isPresent()) {
                doorbell.get().close();
            }
            lock.close();
        } catch (IOException failure) {
            log().log(System.Logger.Level.WARNING, "the right to be the only copy could not be given back", failure);
        }
    }
}
