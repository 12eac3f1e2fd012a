package offprint.engine.header;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The directories of a photo's EXIF, each where it is there.
///
/// @param main IFD0
/// @param thumbnail the embedded thumbnail's JPEG (IFD1)
@SuppressWarnings("ArrayRecordComponent") // never compared
record Exif(
        Optional<TiffFields.Directory> main,
        Optional<TiffFields.Directory> exif,
        Optional<TiffFields.Directory> gps,
        Optional<byte[]> thumbnail) {

    private static final int MAX_THUMBNAIL_BYTES = 4 << 20;

    /// @param file the photo itself, whose own directories are the EXIF when it is a TIFF
    static Exif of(Header header, ByteSource file) throws IOException {
        var block = header.tiffOrientation().isPresent() || header.format() == offprint.image.ImageFormat.TIFF
                ? file
                : ByteSource.of(header.exif().orElse(new byte[0]));
        var fields = TiffFields.of(block);
        var chain = fields.isPresent() ? fields.get().chain() : List.<TiffFields.Directory>of();
        if (fields.isEmpty() || chain.isEmpty()) {
            return new Exif(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        var main = chain.getFirst();
        return new Exif(
                Optional.of(main),
                fields.get().pointedBy(main, 0x8769),
                fields.get().pointedBy(main, 0x8825),
                chain.size() > 1 ? thumbnailOf(fields.get(), chain.get(1)) : Optional.empty());
    }

    private static Optional<byte[]> thumbnailOf(TiffFields fields, TiffFields.Directory directory) throws IOException {
        long at = directory.number(0x0201).orElse(0L);
        long length = directory.number(0x0202).orElse(0L);
        if (at <= 0 || length < 4 || length > MAX_THUMBNAIL_BYTES) {
            return Optional.empty();
        }
        var bytes = fields.bytes(at, (int) length);
        return bytes.length == length ? Optional.of(bytes) : Optional.empty();
    }
}
