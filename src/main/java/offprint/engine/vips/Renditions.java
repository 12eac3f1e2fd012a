package offprint.engine.vips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import offprint.image.PixelSize;

/// The sizes of one photo that are in memory, upright and in the colours that they are written in; owns them.
final class Renditions implements AutoCloseable {

    private final List<VipsImage> images = new ArrayList<>();

    /// @param base the largest, taken over
    Renditions(VipsImage base) {
        images.add(base);
    }

    /// Takes over another.
    void add(VipsImage image) {
        images.add(image);
    }

    /// What a size is made from: the smallest that covers it, or the largest of all for an enlargement.
    VipsImage sourceFor(PixelSize size) {
        return images.stream()
                .filter(image -> image.size().covers(size))
                .min(Comparator.comparingLong(image -> image.size().pixels()))
                .orElseGet(images::getFirst);
    }

    /// The size that the photo is decoded to: the largest of those wanted when it covers all the others, else all there
    /// is.
    ///
    /// @param wanted from the largest to the smallest
    /// @param full the photo's own size
    static PixelSize baseFor(List<PixelSize> wanted, PixelSize full) {
        return Optional.of(wanted.getFirst())
                .filter(largest -> full.covers(largest) && wanted.stream().allMatch(largest::covers))
                .orElse(full);
    }

    @Override
    public void close() {
        images.forEach(VipsImage::close);
    }
}
