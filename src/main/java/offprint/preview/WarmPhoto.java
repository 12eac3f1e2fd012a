package offprint.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offprint.engine.Crops;
import offprint.engine.View;
import offprint.engine.Workpiece;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.library.Photo;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.Variant;

/// The photo that is looked at, decoded, with what was made of it last. It is borrowed by those who work on it, and
/// gives everything back when it is retired and nobody works on it any more. Any thread may call it.
final class WarmPhoto {

    private static final System.Logger LOG = System.getLogger(WarmPhoto.class.getName());

    private final Key key;
    private final Workpiece workpiece;
    private Optional<Seen> seen = Optional.empty();
    private Optional<Encoded> encoded = Optional.empty();
    private double bias = 1;
    private int users;
    private boolean retired;
    private boolean closed;

    /// What makes a decoded photo another one; the quality does not.
    ///
    /// @param variants sizes and encodings, of one quality
    record Key(Path file, Instant modified, long bytes, List<Form> variants, MetadataPolicy metadata) {

        private static final int ANY_QUALITY = 50;

        record Form(PixelSize size, Encoding encoding) {}

        static Key of(PreviewRequest request, PixelSize source) {
            return new Key(
                    request.photo().file(),
                    request.photo().modifiedAt(),
                    request.photo().bytes(),
                    request.variants().stream()
                            .map(variant -> form(variant, source))
                            .toList(),
                    request.recipe().metadata());
        }

        private static Form form(Variant variant, PixelSize source) {
            return new Form(variant.sizing().sizeFor(source), Quality.with(variant.encoding(), ANY_QUALITY));
        }

        boolean isOf(Photo photo) {
            return file.equals(photo.file());
        }
    }

    /// Pixels before encoding, for the next draft.
    private record Seen(int variant, View view, Pixels pixels) {}

    /// A variant's file as it was encoded last: looking at another part of it encodes nothing.
    record Encoded(int variant, Encoding encoding, Path file, long bytes) {}

    /// @param workpiece taken over
    WarmPhoto(Key key, Workpiece workpiece) {
        this.key = key;
        this.workpiece = workpiece;
    }

    Key key() {
        return key;
    }

    Workpiece workpiece() {
        return workpiece;
    }

    /// @return whether it could still be had; give it back
    synchronized boolean borrow() {
        if (retired) {
            return false;
        }
        users++;
        return true;
    }

    void giveBack() {
        boolean last;
        synchronized (this) {
            users--;
            last = isOver();
        }
        if (last) {
            close();
        }
    }

    /// Nobody new gets it; the last who has it closes it.
    void retire() {
        boolean last;
        synchronized (this) {
            retired = true;
            last = isOver();
        }
        if (last) {
            close();
        }
    }

    private boolean isOver() {
        boolean over = retired && users == 0 && !closed;
        closed |= over;
        return over;
    }

    /// Takes over the pixels.
    synchronized void keepSeen(int variant, View view, Pixels pixels) {
        seen.ifPresent(old -> old.pixels().close());
        seen = Optional.of(new Seen(variant, view, pixels));
    }

    /// A copy of what was seen of this, the caller's.
    synchronized Optional<Pixels> seen(int variant, View view) {
        return seen.filter(kept -> kept.variant() == variant && kept.view().equals(view))
                .map(kept -> Crops.copy(kept.pixels()));
    }

    /// Takes over the file.
    synchronized void keepEncoded(Encoded now) {
        encoded.ifPresent(old -> delete(old.file()));
        encoded = Optional.of(now);
    }

    synchronized Optional<Encoded> encoded(int variant, Encoding encoding) {
        return encoded.filter(
                kept -> kept.variant() == variant && kept.encoding().equals(encoding));
    }

    /// By how much estimates were too small the last time.
    synchronized double bias() {
        return bias;
    }

    synchronized void learnBias(double estimatedBytes, long exactBytes) {
        bias = estimatedBytes > 0 ? exactBytes / estimatedBytes : 1;
    }

    private void close() {
        workpiece.close();
        synchronized (this) {
            seen.ifPresent(old -> old.pixels().close());
            encoded.ifPresent(old -> delete(old.file()));
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.log(System.Logger.Level.WARNING, "a temporary file stays behind: " + file, stays);
        }
    }
}
