package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What becomes of freed memory, asked of the system itself.
@SuppressWarnings("restricted") // memory of the C library is its subject
class NativeHeapTest {

    private static final Path MEMORY = Path.of("/proc/self/statm");
    private static final int PAGE_BYTES = 4096;
    private static final int BLOCKS = 9;
    private static final long BLOCK_BYTES = 5L << 20;
    private static final long MOST_OF_IT = 30L << 20;

    @Test
    void freed_memory_stays_for_the_next_photo_and_goes_at_rest() throws Throwable {
        assumeTrue(
                Files.isReadable(MEMORY)
                        && Linker.nativeLinker().defaultLookup().find("mallopt").isPresent(),
                "only glibc on Linux is set so");
        var heap = NativeHeap.keeping();
        // The first calls load classes and grow the heap: not what is looked at.
        free(allocated());
        heap.giveBack();
        long before = residentBytes();

        var blocks = allocated();
        // glibc gives back what lies below a block in use, as rasters do below a thread's other memory.
        var last = blocks.removeLast();
        free(blocks);
        long kept = residentBytes() - before;
        heap.giveBack();
        long left = residentBytes() - before;
        free(List.of(last));

        assertThat(kept).as("kept").isGreaterThan(MOST_OF_IT);
        assertThat(kept - left).as("given back").isGreaterThan(MOST_OF_IT);
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

    private static void free(List<MemorySegment> blocks) throws Throwable {
        var free = function("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        for (var block : blocks) {
            free.invokeExact(block);
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor form) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), form);
    }

    private static long residentBytes() throws IOException {
        return Long.parseLong(Files.readString(MEMORY).split(" ", -1)[1]) * PAGE_BYTES;
    }
}
