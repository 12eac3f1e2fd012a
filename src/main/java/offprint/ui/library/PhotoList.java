package offprint.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import offprint.export.PhotoProgress;
import offprint.library.Photo;

/// The photos that were dropped, each once, in the order they came, and those that the filter lets through. Plain Java;
/// belongs to one thread.
public final class PhotoList {

    private final Map<Path, PhotoItem> all = new LinkedHashMap<>();
    private final List<PhotoItem> shown = new ArrayList<>();
    private String filter = "";
    private long bytes;

    /// Adds photos that are not in the list yet.
    ///
    /// @return how many were new
    public int add(Collection<Photo> photos) {
        int added = 0;
        for (var photo : photos) {
            if (all.containsKey(photo.file())) {
                continue;
            }
            var item = new PhotoItem(photo);
            all.put(photo.file(), item);
            bytes += photo.bytes();
            added++;
            if (passes(item)) {
                shown.add(item);
            }
        }
        return added;
    }

    /// Takes photos out of the list; their files stay where they are.
    public void remove(Collection<PhotoItem> items) {
        for (var item : items) {
            if (all.remove(item.photo().file(), item)) {
                bytes -= item.photo().bytes();
            }
        }
        refill();
    }

    /// Shows only photos whose file name contains the text; case does not count.
    public void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        refill();
    }

    private void refill() {
        shown.clear();
        all.values().stream().filter(this::passes).forEach(shown::add);
    }

    private boolean passes(PhotoItem item) {
        return filter.isEmpty() || item.name().toLowerCase(Locale.ROOT).contains(filter);
    }

    /// Takes over what an export says of a photo.
    ///
    /// @return the item to draw again, if its badge changed
    public Optional<PhotoItem> progress(PhotoProgress progress) {
        var item = all.get(progress.planned().photo().file());
        if (item == null) {
            return Optional.empty();
        }
        var written = progress.writtenFiles();
        if (!written.isEmpty()) {
            item.setExported(written);
        }
        var badge = Badge.of(progress);
        if (badge.equals(item.badge())) {
            return Optional.empty();
        }
        item.setBadge(badge);
        return Optional.of(item);
    }

    /// What the filter lets through; a live view.
    public List<PhotoItem> shown() {
        return Collections.unmodifiableList(shown);
    }

    public Optional<PhotoItem> find(Path file) {
        return Optional.ofNullable(all.get(file));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int size() {
        return all.size();
    }

    public long bytes() {
        return bytes;
    }
}
