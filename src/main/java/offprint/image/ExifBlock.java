package offprint.image;

import java.time.LocalDateTime;

/// Builds an EXIF block: a little-endian TIFF structure (CIPA DC-008) as it stands in a JPEG's APP1 after `Exif\0\0`.
public final class ExifBlock {

    public ExifBlock orientation(Orientation orientation) {
        throw new UnsupportedOperationException("" + orientation);
    }

    public ExifBlock camera(String make, String model) {
        throw new UnsupportedOperationException(make + model);
    }

    public ExifBlock capturedAt(LocalDateTime when) {
        throw new UnsupportedOperationException("" + when);
    }

    public ExifBlock rights(String artist, String copyright) {
        throw new UnsupportedOperationException(artist + copyright);
    }

    /// Degrees; north and east are positive.
    public ExifBlock gps(double latitude, double longitude) {
        throw new UnsupportedOperationException("" + latitude + longitude);
    }

    /// A JPEG of at most 60 000 bytes, as the embedded thumbnail (IFD1).
    public ExifBlock thumbnail(byte[] jpeg) {
        throw new UnsupportedOperationException("" + jpeg.length);
    }

    public byte[] toBytes() {
        throw new UnsupportedOperationException();
    }

    /// The JPEG with this block as its APP1, right after SOI.
    public byte[] insertInto(byte[] jpeg) {
        throw new UnsupportedOperationException("" + jpeg.length);
    }
}
