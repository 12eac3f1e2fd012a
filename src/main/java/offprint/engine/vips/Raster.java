package offprint.engine.vips;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import offprint.image.PixelSize;

/// What pixels are that go from one process to another: rows from the top to the bottom without padding.
///
/// @param bands samples a pixel, 1–4
/// @param bytesPerSample 1 or 2
/// @param interpretation of the colours, in the numbers of libvips
/// @param columnsPerMillimetre on paper, which libvips puts into the EXIF block
/// @param rowsPerMillimetre as well
record Raster(
        PixelSize size,
        int bands,
        int bytesPerSample,
        int interpretation,
        double columnsPerMillimetre,
        double rowsPerMillimetre) {

    private static final int BLOCK_BYTES = 1 << 16;

    Raster {
        if (bands < 1 || bands > 4) {
            throw new IllegalArgumentException("expected 1 to 4 bands but received " + bands);
        }
        if (bytesPerSample < 1 || bytesPerSample > 2) {
            throw new IllegalArgumentException("expected 1 or 2 bytes a sample but received " + bytesPerSample);
        }
    }

    /// @param image of eight or sixteen bits a sample
    static Raster of(VipsImage image) {
        return new Raster(
                image.size(),
                image.bands(),
                image.isSixteenBits() ? 2 : 1,
                image.interpretation(),
                image.columnsPerMillimetre(),
                image.rowsPerMillimetre());
    }

    long bytes() {
        return size.pixels() * bands * bytesPerSample;
    }

    /// The picture of these pixels; they stay where they are.
    VipsImage over(Vips vips, MemorySegment pixels) throws VipsException {
        try (var bare = vips.over(pixels, size, bands, bytesPerSample);
                var call = vips.call("copy")) {
            return call.with("in", bare)
                    .with("interpretation", interpretation)
                    .with("xres", columnsPerMillimetre)
                    .with("yres", rowsPerMillimetre)
                    .image();
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(size.widthPx());
        out.writeInt(size.heightPx());
        out.writeInt(bands);
        out.writeInt(bytesPerSample);
        out.writeInt(interpretation);
        out.writeDouble(columnsPerMillimetre);
        out.writeDouble(rowsPerMillimetre);
    }

    static Raster read(DataInputStream in) throws IOException {
        return new Raster(
                new PixelSize(in.readInt(), in.readInt()),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble());
    }

    static void send(MemorySegment pixels, DataOutputStream out) throws IOException {
        var block = new byte[BLOCK_BYTES];
        for (long at = 0; at < pixels.byteSize(); ) {
            int length = (int) Math.min(block.length, pixels.byteSize() - at);
            MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, at, block, 0, length);
            out.write(block, 0, length);
            at += length;
        }
        out.flush();
    }

    /// Fills the whole segment.
    static void receive(MemorySegment pixels, DataInputStream in) throws IOException {
        var block = new byte[BLOCK_BYTES];
        for (long at = 0; at < pixels.byteSize(); ) {
            int length = (int) Math.min(block.length, pixels.byteSize() - at);
            in.readFully(block, 0, length);
            MemorySegment.copy(block, 0, pixels, ValueLayout.JAVA_BYTE, at, length);
            at += length;
        }
    }
}
