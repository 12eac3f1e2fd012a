package offprint.engine.embedded;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.psd.PSDImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import offprint.engine.Capabilities;
import offprint.engine.header.Header;
import offprint.image.ImageFormat;

/// Which reader and writer does what. Chosen by name and not by ImageIO's order, which depends on the class path.
final class Codecs {

    private final Optional<String> webpMissing;
    private final Capabilities capabilities;

    Codecs() {
        ImageIO.setUseCache(false);
        webpMissing = tryWebp();
        capabilities = capabilitiesWith(webpMissing.isEmpty());
    }

    Capabilities capabilities() {
        return capabilities;
    }

    private static Capabilities capabilitiesWith(boolean writesWebp) {
        Set<ImageFormat> writable = EnumSet.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.TIFF);
        if (writesWebp) {
            writable.add(ImageFormat.WEBP);
        }
        return new Capabilities(
                EnumSet.of(
                        ImageFormat.JPEG,
                        ImageFormat.PNG,
                        ImageFormat.TIFF,
                        ImageFormat.WEBP,
                        ImageFormat.GIF,
                        ImageFormat.BMP,
                        ImageFormat.PSD),
                writable);
    }

    /// Why WebP can't be written here; empty when it can.
    Optional<String> webpMissing() {
        return webpMissing;
    }

    /// The JDK's JPEG reader is the fastest, but knows no CMYK.
    ImageReader reader(Header header) throws IOException {
        return switch (header.format()) {
            case JPEG -> header.bands() == 4 ? cmykReader() : jdkReader("jpeg");
            case PNG -> jdkReader("png");
            case GIF -> jdkReader("gif");
            case TIFF -> new TIFFImageReaderSpi().createReaderInstance(null);
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            case BMP -> new BMPImageReaderSpi().createReaderInstance(null);
            case PSD -> new PSDImageReaderSpi().createReaderInstance(null);
            case AVIF, HEIC, JXL, RAW -> throw new IOException("no reader for " + header.format());
        };
    }

    static ImageReader jdkReader(String format) throws IOException {
        return from("com.sun.imageio.", ImageIO.getImageReadersByFormatName(format), format);
    }

    /// Taken from the registry: only there does it find the JDK's reader, to which it delegates.
    private static ImageReader cmykReader() throws IOException {
        return from("com.twelvemonkeys.", ImageIO.getImageReadersByFormatName("jpeg"), "CMYK JPEG");
    }

    static ImageWriter jdkWriter(String format) throws IOException {
        return from("com.sun.imageio.", ImageIO.getImageWritersByFormatName(format), format);
    }

    static ImageWriter webpWriter() throws IOException {
        return new com.luciad.imageio.webp.WebPImageWriterSpi().createWriterInstance(null);
    }

    private static <T> T from(String maker, Iterator<T> codecs, String format) throws IOException {
        while (codecs.hasNext()) {
            var codec = codecs.next();
            if (codec.getClass().getName().startsWith(maker)) {
                return codec;
            }
        }
        throw new IOException("there is no codec for " + format);
    }

    /// Encodes one pixel: only that shows whether the native part loads here.
    private static Optional<String> tryWebp() {
        try (var out = new MemoryCacheImageOutputStream(new ByteArrayOutputStream())) {
            var writer = webpWriter();
            try {
                writer.setOutput(out);
                var one = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR);
                writer.write(null, new IIOImage(one, null, null), writer.getDefaultWriteParam());
                return Optional.empty();
            } finally {
                writer.dispose();
            }
        } catch (IOException | RuntimeException | LinkageError missing) {
            return Optional.of("its native library does not load on this machine (" + Failures.textOf(missing) + ").");
        }
    }
}
