package offprint.engine;

import java.util.Set;
import offprint.image.ImageFormat;

/// What an engine reads and writes here and now, on this machine.
public record Capabilities(Set<ImageFormat> readable, Set<ImageFormat> writable) {

    public Capabilities {
        readable = Set.copyOf(readable);
        writable = Set.copyOf(writable);
    }

    public boolean reads(ImageFormat format) {
        return readable.contains(format);
    }

    public boolean writes(ImageFormat format) {
        return writable.contains(format);
    }
}
