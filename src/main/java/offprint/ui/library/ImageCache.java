package offprint.ui.library;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Pictures used last, bounded by bytes: the one used longest ago goes first. Belongs to one thread.
///
/// @param <I> a picture, with whatever is known of it
final class ImageCache<I> {

    /// A picture of a file for a box of so many pixels a side.
    record Key(Path file, int boxPx) {}

    private record Entry<I>(I image, long bytes) {}

    private final long capacityBytes;
    private final Map<Key, Entry<I>> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    ImageCache(long capacityBytes) {
        this.capacityBytes = capacityBytes;
    }

    Optional<I> get(Key key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::image);
    }

    void put(Key key, I image, long imageBytes) {
        var before = entries.put(key, new Entry<>(image, imageBytes));
        bytes += imageBytes - (before == null ? 0 : before.bytes());
        var oldest = entries.entrySet().iterator();
        while (bytes > capacityBytes && oldest.hasNext()) {
            bytes -= oldest.next().getValue().bytes();
            oldest.remove();
        }
    }

    long bytes() {
        return bytes;
    }

    int size() {
        return entries.size();
    }
}
