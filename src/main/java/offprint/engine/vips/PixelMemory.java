package offprint.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Memory for pictures that are about to be computed. It is not cleared first, as libvips clears its own, since every
/// pixel is written anyway (docs/decisions/0022).
final class PixelMemory {

    /// Vector instructions of libvips reach some samples beyond the last one.
    static final int SLACK_BYTES = 256;

    /// `G_CONNECT_SWAPPED`: the handler's first argument is its data, so that it can be the function that frees it.
    private static final int SWAPPED = 2;

    private final Vips vips;

    PixelMemory(Vips vips) {
        this.vips = vips;
    }

    /// A picture of another's size and form, whose pixels are whatever was in memory. The memory is freed with the last
    /// reference to the picture, on whichever thread lets go of it.
    ///
    /// @param model stays the caller's
    /// @return the caller's
    VipsImage like(VipsImage model) throws VipsException {
        var calls = vips.calls();
        long bytes = model.bytes();
        var pixels = calls.allocate.call(bytes + SLACK_BYTES);
        if (pixels.equals(MemorySegment.NULL)) {
            throw new VipsException("out of memory: " + bytes + " bytes for pixels");
        }
        var size = model.size();
        var picture = calls.newFromMemory.call(
                pixels, bytes, size.widthPx(), size.heightPx(), model.bands(), calls.format.call(model.pointer()));
        if (picture.equals(MemorySegment.NULL)) {
            calls.free.call(pixels);
            throw vips.failure();
        }
        try (var arena = Arena.ofConfined()) {
            calls.connectSignal.call(
                    picture, arena.allocateFrom("postclose"), calls.freeFunction, pixels, MemorySegment.NULL, SWAPPED);
        }
        return vips.owned(picture);
    }
}
