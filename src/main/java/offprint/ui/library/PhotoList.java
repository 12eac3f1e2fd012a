package offprint.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import offprint.export.PhotoProgress;
import offprint.library.Photo;

/// The photos that were dropped, each once, in their order, and those that the filter lets through. Plain Java; belongs
/// to one thread.
///
/// What is added goes to its place by a binary search, and photos that stay keep their places: only [#order] sorts. So
/// ordered by state, a photo whose state changes stays where it is, under the pointer, until it is asked for again.
public final class PhotoList {

    private final Map<Path, PhotoItem> all = new LinkedHashMap<>();
    private final Map<Path, PhotoFolder> folders = new HashMap<>();
    private final List<PhotoItem> sorted = new ArrayList<>();
    private final List<PhotoItem> shown = new ArrayList<>();
    private PhotoOrder order = PhotoOrder.ADDED;
    private Comparator<PhotoItem> comparator = order.comparator();
    private String filter = "";
    private int added;
    private long bytes;

    /// What photos are compared by.
    public enum Sort {
        ADDED,
        /// The file name, in its natural order: `IMG_2` before `IMG_10`.
        NAME,
        /// When it was taken, by the camera's clock; of a file that does not say it, when it was changed last.
        DATE,
        /// Bytes of the file.
        SIZE,
        /// What needs a look first: failed, at work, waiting, stopped, not exported, exported.
        STATE
    }

    /// Adds photos that are not in the list yet.
    ///
    /// @return how many were new
    public int add(Collection<Photo> photos) {
        var more = new ArrayList<PhotoItem>();
        for (var photo : photos) {
            if (!all.containsKey(photo.file())) {
                var item = new PhotoItem(photo, added++, folderOf(photo.file()));
                all.put(photo.file(), item);
                bytes += photo.bytes();
                more.add(item);
            }
        }
        more.sort(comparator);
        insert(more, sorted);
        insert(more.stream().filter(this::passes).toList(), shown);
        return more.size();
    }

    private PhotoFolder folderOf(Path file) {
        var parent = file.getParent();
        return folders.computeIfAbsent(parent == null ? file : parent, PhotoFolder::of);
    }

    /// @param more in order; no photo of it is in the list
    private void insert(List<PhotoItem> more, List<PhotoItem> list) {
        if (more.isEmpty()) {
            return;
        }
        if (list.isEmpty() || comparator.compare(list.getLast(), more.getFirst()) < 0) {
            list.addAll(more);
            return;
        }
        var merged = new ArrayList<PhotoItem>(list.size() + more.size());
        int from = 0;
        for (var item : more) {
            int to = -1 - Collections.binarySearch(list, item, comparator);
            merged.addAll(list.subList(from, to));
            merged.add(item);
            from = to;
        }
        merged.addAll(list.subList(from, list.size()));
        list.clear();
        list.addAll(merged);
    }

    /// Takes photos out of the list; their files stay where they are.
    public void remove(Collection<PhotoItem> items) {
        var gone = new HashSet<PhotoItem>();
        for (var item : items) {
            if (all.remove(item.photo().file(), item)) {
                bytes -= item.photo().bytes();
                gone.add(item);
            }
        }
        sorted.removeAll(gone);
        shown.removeAll(gone);
    }

    /// Shows only photos whose file name contains the text; case does not count.
    public void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        refill();
    }

    private void refill() {
        shown.clear();
        sorted.stream().filter(this::passes).forEach(shown::add);
    }

    private boolean passes(PhotoItem item) {
        return item.nameContains(filter);
    }

    /// Sorts anew, by the states of now.
    public void order(PhotoOrder now) {
        order = now;
        comparator = now.comparator();
        sorted.forEach(PhotoItem::takeUrgency);
        sorted.sort(comparator);
        refill();
    }

    public PhotoOrder order() {
        return order;
    }

    /// How many photos each group of what is shown has; one group of them all where folders are not apart.
    List<Integer> groups() {
        if (!order.isByFolder()) {
            return List.of(shown.size());
        }
        var sizes = new ArrayList<Integer>();
        int from = 0;
        for (int to = 1; to <= shown.size(); to++) {
            if (to == shown.size()
                    || !shown.get(to).folder().equals(shown.get(from).folder())) {
                sizes.add(to - from);
                from = to;
            }
        }
        return sizes;
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

    /// What the filter lets through, in order; a live view.
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
