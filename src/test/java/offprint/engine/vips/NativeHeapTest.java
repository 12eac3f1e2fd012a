package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What becomes of freed memory, asked of the system itself.
@SuppressWarnings("restricted") // memory of the C library is its subject
class NativeHeapTest {

    private static final int PAGE_BYTES = 4096;
    private static final int BLOCKS = 9;
    private static final long BLOCK_BYTES = 5L << 20;
    private static final long BLOCK_PAGES = BLOCK_BYTES / PAGE_BYTES - 2;

    @Test
    void freed_memory_stays_for_the_next_photo_and_goes_at_rest() throws Throwable {
        assumeTrue(Linker.nativeLinker().defaultLookup().find("mallopt").isPresent(), "only glibc on Linux is set so");
        var heap = NativeHeap.keeping();
        var blocks = allocated();

        // glibc gives back what lies between blocks in use, as rasters do between a thread's other memory.
        for (int i = 1; i < BLOCKS; i += 2) {
            free(blocks.get(i));
        }
        assertThat(residentPages(blocks.get(1))).as("kept").isGreaterThan(BLOCK_PAGES - 4);
        heap.giveBack();
        assertThat(residentPages(blocks.get(1))).as("given back").isLessThan(4);

        for (int i = 0; i < BLOCKS; i += 2) {
            free(blocks.get(i));
        }
    }

    private static List<MemorySegment> allocated() throws Throwable {
        var malloc = function("malloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        var blocks = new ArrayList<MemorySegment>();
        for (int i = 0; i < BLOCKS; i++) {
            var block = (MemorySegment) malloc.invokeExact(BLOCK_BYTES);
            blocks.add(block.reinterpret(BLOCK_BYTES).fill((byte) 1));
        }
        return blocks;
    }

    private static void free(MemorySegment block) throws Throwable {
        var free = function("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        free.invokeExact(block);
    }

    /// Of the whole pages within a block those that are in memory (mincore(2)); none where it is not mapped any more.
    private static long residentPages(MemorySegment block) throws Throwable {
        var mincore = function(
                "mincore",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        long from = Math.ceilDiv(block.address(), PAGE_BYTES) * PAGE_BYTES;
        try (var arena = Arena.ofConfined()) {
            var pages = arena.allocate(BLOCK_PAGES);
            int result = (int) mincore.invokeExact(MemorySegment.ofAddress(from), BLOCK_PAGES * PAGE_BYTES, pages);
            return result != 0
                    ? 0
                    : LongStream.range(0, BLOCK_PAGES)
                            .filter(page -> (pages.get(ValueLayout.JAVA_BYTE, page) & 1) != 0)
                            .count();
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor form) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), form);
    }
}
