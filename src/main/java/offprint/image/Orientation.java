package offprint.image;

/// How stored pixels must be turned to stand upright: the eight values of the EXIF tag 0x0112 (CIPA DC-008, 4.6.4).
public enum Orientation {
    UPRIGHT(1, 0, false),
    MIRRORED(2, 0, true),
    ROTATED_180(3, 180, false),
    MIRRORED_ROTATED_180(4, 180, true),
    MIRRORED_ROTATED_270(5, 270, true),
    ROTATED_90(6, 90, false),
    MIRRORED_ROTATED_90(7, 90, true),
    ROTATED_270(8, 270, false);

    private final int exifValue;
    private final int clockwiseDegrees;
    private final boolean mirrored;

    Orientation(int exifValue, int clockwiseDegrees, boolean mirrored) {
        this.exifValue = exifValue;
        this.clockwiseDegrees = clockwiseDegrees;
        this.mirrored = mirrored;
    }

    /// The orientation of an EXIF value; what is outside 1–8 counts as upright, as every viewer does it.
    public static Orientation fromExif(int exifValue) {
        return exifValue >= 1 && exifValue <= 8 ? values()[exifValue - 1] : UPRIGHT;
    }

    public int exifValue() {
        return exifValue;
    }

    /// Clockwise turn that brings the stored pixels upright, applied after the mirroring: 0, 90, 180 or 270.
    public int clockwiseDegrees() {
        return clockwiseDegrees;
    }

    /// Whether the stored pixels must first be mirrored left to right.
    public boolean isMirrored() {
        return mirrored;
    }

    public boolean swapsAxes() {
        return clockwiseDegrees == 90 || clockwiseDegrees == 270;
    }

    /// The size that a stored raster has once it stands upright.
    public PixelSize upright(PixelSize stored) {
        return swapsAxes() ? stored.transposed() : stored;
    }
}
