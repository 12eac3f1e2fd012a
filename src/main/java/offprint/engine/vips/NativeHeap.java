package offprint.engine.vips;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// What the C library does with memory that a photo gave back.
///
/// glibc returns large blocks to the system as soon as they are free, and the next photo of the same size fetches them
/// again, page by page, each cleared: 7 % of the CPU of an export (docs/decisions/0018). Here they stay until the
/// program rests. Where the C library is another one, nothing is changed.
final class NativeHeap {

    /// Options of mallopt(3), by its numbers in malloc.h.
    private static final int TRIM_THRESHOLD = -1;

    private static final int MMAP_THRESHOLD = -3;
    private static final int ARENA_MAX = -8;

    /// The largest that glibc takes on a 64-bit system: half of an arena's piece of address space.
    private static final int BLOCKS_KEPT_BYTES = 32 << 20;

    private static final int FREE_KEPT_BYTES = 256 << 20;

    private final Optional<Shapes.IntOfL> trim;

    private NativeHeap(Optional<Shapes.IntOfL> trim) {
        this.trim = trim;
    }

    /// Sets the whole process's C library to keep freed memory; any thread, the earlier the better.
    static NativeHeap keeping() {
        function("mallopt").ifPresent(address -> {
            var set = new Shapes.IntOfII(address);
            set.call(MMAP_THRESHOLD, BLOCKS_KEPT_BYTES);
            set.call(TRIM_THRESHOLD, FREE_KEPT_BYTES);
            // Threads that come and go share few arenas, so that what one left is what the next one takes.
            set.call(ARENA_MAX, Runtime.getRuntime().availableProcessors());
        });
        return new NativeHeap(function("malloc_trim").map(Shapes.IntOfL::new));
    }

    /// Gives back to the system what is free; some milliseconds.
    void giveBack() {
        trim.ifPresent(call -> call.call(0));
    }

    @SuppressWarnings("restricted") // native access is this room's whole point; the launchers enable it
    private static Optional<MemorySegment> function(String name) {
        return Linker.nativeLinker().defaultLookup().find(name);
    }
}
