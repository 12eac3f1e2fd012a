package offprint.image;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The picture formats that Offprint knows by name, told apart by their first bytes and never by their extension.
public enum ImageFormat {
    JPEG("jpeg", "JPEG", 65_535, List.of("jpg", "jpeg", "jpe", "jfif")),
    PNG("png", "PNG", Integer.MAX_VALUE, List.of("png")),
    TIFF("tiff", "TIFF", Integer.MAX_VALUE, List.of("tif", "tiff")),
    WEBP("webp", "WebP", 16_383, List.of("webp")),
    AVIF("avif", "AVIF", 65_536, List.of("avif")),
    HEIC("heic", "HEIC", 65_535, List.of("heic", "heif", "hif")),
    JXL("jxl", "JPEG XL", Integer.MAX_VALUE, List.of("jxl")),
    GIF("gif", "GIF", 65_535, List.of("gif")),
    BMP("bmp", "BMP", 65_535, List.of("bmp", "dib")),
    PSD("psd", "PSD", 300_000, List.of("psd", "psb")),
    /// What a camera's sensor saw, in one of the makers' containers; the picture is the largest JPEG inside of it.
    RAW("raw", "RAW", 65_535, List.of("cr2", "cr3", "nef", "arw", "dng", "raf", "orf", "rw2"));

    /// How many leading bytes [#sniff] wants to see.
    public static final int SNIFF_BYTES = 32;

    private final String id;
    private final String label;
    private final int maxSidePx;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, below
    private final List<String> extensions;

    ImageFormat(String id, String label, int maxSidePx, List<String> extensions) {
        this.id = id;
        this.label = label;
        this.maxSidePx = maxSidePx;
        this.extensions = extensions;
    }

    /// The name in recipes and on the command line, such as `jpeg`.
    public String id() {
        return id;
    }

    /// The name for people, such as `JPEG XL`.
    public String label() {
        return label;
    }

    /// The extension that written files get, without the dot.
    public String extension() {
        return extensions.getFirst();
    }

    /// Every extension in use, lower case, the written one first.
    public List<String> extensions() {
        return extensions;
    }

    /// The longest side that the format can hold.
    public int maxSidePx() {
        return maxSidePx;
    }

    public static Optional<ImageFormat> byId(String id) {
        for (var format : values()) {
            if (format.id.equals(id)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// The format that a file name claims to be; a hint for walking folders, never a proof.
    public static Optional<ImageFormat> byFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        var extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        for (var format : values()) {
            if (format.extensions.contains(extension)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// The format by its signature, or empty when the bytes are none of ours. RAW files of some makers begin like a
    /// TIFF
    /// and count as that here; only their directories tell.
    ///
    /// @param head the first [#SNIFF_BYTES] bytes of the file, or fewer for a shorter file
    public static Optional<ImageFormat> sniff(byte[] head) {
        if (startsWith(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (startsWith(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        if (isRaw(head)) {
            return Optional.of(RAW);
        }
        if (startsWith(head, 0, 'I', 'I', 42, 0)
                || startsWith(head, 0, 'M', 'M', 0, 42)
                || startsWith(head, 0, 'I', 'I', 43, 0)
                || startsWith(head, 0, 'M', 'M', 0, 43)) {
            return Optional.of(TIFF);
        }
        if (startsWith(head, 0, 'R', 'I', 'F', 'F') && startsWith(head, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (startsWith(head, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        }
        if (startsWith(head, 0, '8', 'B', 'P', 'S')) {
            return Optional.of(PSD);
        }
        if (startsWith(head, 0, 0xFF, 0x0A) || startsWith(head, 0, 0, 0, 0, 0x0C, 'J', 'X', 'L', ' ')) {
            return Optional.of(JXL);
        }
        if (startsWith(head, 4, 'f', 't', 'y', 'p') && head.length >= 12) {
            return byBrand(new String(head, 8, 4, StandardCharsets.ISO_8859_1));
        }
        if (startsWith(head, 0, 'B', 'M') && head.length >= 26) {
            return Optional.of(BMP);
        }
        return Optional.empty();
    }

    /// Canon's two, Olympus', Panasonic's and Fujifilm's containers have signatures of their own.
    private static boolean isRaw(byte[] head) {
        return (startsWith(head, 0, 'I', 'I', 42, 0) && startsWith(head, 8, 'C', 'R', 2))
                || startsWith(head, 4, 'f', 't', 'y', 'p', 'c', 'r', 'x', ' ')
                || startsWith(head, 0, 'I', 'I', 'R', 'O')
                || startsWith(head, 0, 'I', 'I', 'R', 'S')
                || startsWith(head, 0, 'M', 'M', 'O', 'R')
                || startsWith(head, 0, 'I', 'I', 0x55, 0)
                || startsWith(head, 0, 'F', 'U', 'J', 'I', 'F', 'I', 'L', 'M', 'C', 'C', 'D', '-', 'R', 'A', 'W');
    }

    private static Optional<ImageFormat> byBrand(String brand) {
        return switch (brand) {
            case "avif", "avis" -> Optional.of(AVIF);
            case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1" -> Optional.of(HEIC);
            default -> Optional.empty();
        };
    }

    private static boolean startsWith(byte[] head, int offset, int... signature) {
        if (head.length < offset + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((head[offset + i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
