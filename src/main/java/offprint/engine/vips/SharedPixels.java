package offprint.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// Room for a picture's pixels that another process sees as well: a file that both map. Whoever fills it keeps it for
/// the next picture, since a new one costs the system a cleared page for every 4 kB (docs/decisions/0023).
///
/// Used by one thread at a time; closed by any, when nobody uses it.
final class SharedPixels implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("offprint.engine.vips");

    /// Whether an open file can't be deleted.
    static final boolean HOLDS_FILES =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "offprint-pixels-";
    private static final String SUFFIX = ".raw";

    /// Larger ones are not kept.
    private static final long KEPT_BYTES = 32 << 20;

    private static final int BLOCK_BYTES = 1 << 20;

    private final Path file;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;

    private SharedPixels(Path file, long bytes) throws IOException {
        this.file = file;
        try {
            this.memory = filled(file, bytes, arena);
        } catch (IOException refused) {
            close();
            throw refused;
        }
    }

    /// In memory, where the system offers files there (Linux) and has room: a disk that is busy makes a writer wait.
    ///
    /// @throws IOException when there is no room
    static SharedPixels of(long bytes) throws IOException {
        boolean fits = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() / 2 > bytes;
        var file = fits ? Files.createTempFile(MEMORY, PREFIX, SUFFIX) : Files.createTempFile(PREFIX, SUFFIX);
        return new SharedPixels(file, bytes);
    }

    /// Every page is written once, since a page that the system has no room for ends the program when it is touched.
    private static MemorySegment filled(Path file, long bytes, Arena arena) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long whole = Math.ceilDiv(bytes + PixelMemory.SLACK_BYTES, BLOCK_BYTES) * BLOCK_BYTES;
            var block = ByteBuffer.allocateDirect(BLOCK_BYTES);
            while (channel.position() < whole) {
                channel.write(block.clear());
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, whole, arena);
        }
    }

    /// Absolute.
    Path file() {
        return file;
    }

    boolean isEnough(long bytes) {
        return bytes + PixelMemory.SLACK_BYTES <= memory.byteSize();
    }

    boolean isWorthKeeping() {
        return memory.byteSize() <= KEPT_BYTES;
    }

    /// @param bytes that there is room for
    MemorySegment first(long bytes) {
        return memory.asSlice(0, bytes);
    }

    /// Another process may go on reading what it has mapped already.
    @Override
    public void close() {
        arena.close();
        delete(file);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.log(System.Logger.Level.WARNING, "a temporary file stays behind: " + file, stays);
        }
    }
}
