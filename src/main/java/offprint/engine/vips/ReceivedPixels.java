package offprint.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The reading side of [SharedPixels]: the file stays mapped, since the next picture mostly comes in the same one.
///
/// Used by one thread; [#delete] by any.
final class ReceivedPixels {

    private volatile Optional<Path> mapped = Optional.empty();
    private Arena arena = Arena.ofConfined();
    private MemorySegment memory = MemorySegment.NULL;

    /// @param bytes the first ones of the file that are wanted
    /// @return pixels that are valid until the next call, or [#rest] where the system asks for it
    MemorySegment of(Path file, long bytes) throws IOException {
        if (!mapped.equals(Optional.of(file))) {
            letGo();
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            }
            mapped = Optional.of(file);
        }
        return memory.asSlice(0, bytes);
    }

    /// Lets go of the file between two pictures where it could not be deleted else.
    void rest() {
        if (SharedPixels.HOLDS_FILES) {
            letGo();
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // closed by the next call
    private void letGo() {
        mapped = Optional.empty();
        arena.close();
        arena = Arena.ofConfined();
    }

    /// For when whose file it is has died and can't.
    void delete() {
        mapped.ifPresent(SharedPixels::delete);
    }
}
