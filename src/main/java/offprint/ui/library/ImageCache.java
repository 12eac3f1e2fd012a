package offprint.ui.library;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Pictures used last, bounded by bytes: the one used longest ago goes first. Belongs to one thread.
///
/// @param <I> a picture, with whatever is known of it
final class ImageCache<I> {

    /// A picture of a file for a box of so many pixels a side.
    record Key(Path file, int boxPx) {}

    private record Entry<I>(I image, long bytes) {}

    private final long capacityBytes;
    private final Consumer<I> onLeave;
    private final Map<Key, Entry<I>> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /// @param onLeave told of what is kept no more
    ImageCache(long capacityBytes, Consumer<I> onLeave) {
        this.capacityBytes = capacityBytes;
        this.onLeave = onLeave;
    }

    Optional<I> get(Key key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::image);
    }

    void put(Key key, I image, long imageBytes) {
        var before = entries.put(key, new Entry<>(image, imageBytes));
        bytes += imageBytes;
        if (before != null) {
            leave(before);
        }
        var oldest = entries.entrySet().iterator();
        while (bytes > capacityBytes && oldest.hasNext()) {
            leave(oldest.next().getValue());
            oldest.remove();
        }
    }

    private void leave(Entry<I> entry) {
        bytes -= entry.bytes();
        onLeave.accept(entry.image());
    }

    long bytes() {
        return bytes;
    }

    int size() {
        return entries.size();
    }
}
