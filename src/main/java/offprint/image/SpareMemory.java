package offprint.image;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Memory of rasters that were closed, for the next ones of about the same size: new memory costs a page fault every
/// 4 KB, and closing a shared arena stops every thread for a moment, a thousand times while a folder of photos is
/// looked at. Any thread.
///
/// The collector frees what is kept by nobody; what is spare is bounded by bytes.
final class SpareMemory {

    /// Pieces come in multiples of so many bytes, so that a thumbnail's memory serves for one of another shape.
    static final long GRAIN_BYTES = 16L << 10;

    private static final int ALIGNMENT_BYTES = 64;

    private final long capacityBytes;
    private final Map<Long, Deque<MemorySegment>> pieces = new HashMap<>();
    private long spareBytes;

    /// @param capacityBytes how much may lie about unused
    SpareMemory(long capacityBytes) {
        this.capacityBytes = capacityBytes;
    }

    /// Zeroed memory.
    ///
    /// @return of `byteSize` bytes or up to [#GRAIN_BYTES] more
    /// @throws OutOfMemoryError when the system has no room
    MemorySegment take(long byteSize) {
        long size = Math.ceilDiv(byteSize, GRAIN_BYTES) * GRAIN_BYTES;
        var spare = poll(size);
        if (spare == null) {
            return Arena.ofAuto().allocate(size, ALIGNMENT_BYTES);
        }
        return spare.fill((byte) 0);
    }

    private synchronized @Nullable MemorySegment poll(long size) {
        var row = pieces.get(size);
        var piece = row == null ? null : row.pollLast();
        if (piece != null) {
            spareBytes -= size;
        }
        return piece;
    }

    /// Takes back what [#take] gave, once nobody uses it.
    synchronized void give(MemorySegment piece) {
        if (spareBytes + piece.byteSize() <= capacityBytes) {
            spareBytes += piece.byteSize();
            pieces.computeIfAbsent(piece.byteSize(), size -> new ArrayDeque<>()).addLast(piece);
        }
    }

    synchronized long spareBytes() {
        return spareBytes;
    }
}
