package offprint.preview;

import java.util.Optional;
import offprint.engine.Workpiece;
import offprint.library.Photo;

/// Holds at most one decoded photo, the one that is looked at. Any thread may call it.
final class WarmPhotos {

    /// What takes more memory is decoded anew for every picture.
    private static final long MOST_BYTES = 384L << 20;

    private Optional<WarmPhoto> kept = Optional.empty();
    private boolean closed;

    /// The photo, borrowed: give it back.
    synchronized Optional<WarmPhoto> borrowed(WarmPhoto.Key key) {
        return kept.filter(photo -> photo.key().equals(key)).filter(WarmPhoto::borrow);
    }

    /// Keeps it in the place of the one before, and lends it.
    ///
    /// @param workpiece taken over
    WarmPhoto put(WarmPhoto.Key key, Workpiece workpiece) {
        var photo = new WarmPhoto(key, workpiece);
        photo.borrow();
        boolean keep = workpiece.heldBytes() <= MOST_BYTES;
        Optional<WarmPhoto> old;
        synchronized (this) {
            keep &= !closed;
            old = kept;
            kept = keep ? Optional.of(photo) : Optional.empty();
        }
        old.ifPresent(WarmPhoto::retire);
        if (!keep) {
            photo.retire();
        }
        return photo;
    }

    /// Lets go of every other photo.
    void keepOnly(Photo photo) {
        Optional<WarmPhoto> old;
        synchronized (this) {
            old = kept.filter(other -> !other.key().isOf(photo));
            if (old.isPresent()) {
                kept = Optional.empty();
            }
        }
        old.ifPresent(WarmPhoto::retire);
    }

    void clear() {
        Optional<WarmPhoto> old;
        synchronized (this) {
            old = kept;
            kept = Optional.empty();
        }
        old.ifPresent(WarmPhoto::retire);
    }

    void close() {
        synchronized (this) {
            closed = true;
        }
        clear();
    }
}
