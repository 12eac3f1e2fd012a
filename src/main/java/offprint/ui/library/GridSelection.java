package offprint.ui.library;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Which photos are selected, where the keyboard stands, and where a range began. Plain Java; belongs to one thread.
public final class GridSelection {

    private final List<PhotoItem> shown;
    private final Set<PhotoItem> selected = new LinkedHashSet<>();
    private Optional<PhotoItem> lead = Optional.empty();
    private Optional<PhotoItem> anchor = Optional.empty();

    /// @param shown a live view of what the grid shows
    public GridSelection(List<PhotoItem> shown) {
        this.shown = shown;
    }

    /// A plain click.
    public void only(PhotoItem item) {
        selected.clear();
        selected.add(item);
        lead = Optional.of(item);
        anchor = lead;
    }

    /// A click with the shortcut key held.
    public void toggle(PhotoItem item) {
        if (!selected.remove(item)) {
            selected.add(item);
        }
        lead = Optional.of(item);
        anchor = lead;
    }

    /// A click with Shift: everything between the anchor and here.
    public void extendTo(PhotoItem item) {
        int from = anchor.map(shown::indexOf).filter(index -> index >= 0).orElse(0);
        int to = shown.indexOf(item);
        selected.clear();
        selected.addAll(shown.subList(Math.min(from, to), Math.max(from, to) + 1));
        lead = Optional.of(item);
        anchor = Optional.of(shown.get(from));
    }

    /// A click on the header of a group of photos, or the key for it.
    ///
    /// @param standing of the group; where the keyboard stands then, and a range begins
    public void group(List<PhotoItem> group, PhotoItem standing) {
        selected.clear();
        selected.addAll(group);
        lead = Optional.of(standing);
        anchor = lead;
    }

    /// A click on a header with the shortcut key held.
    ///
    /// @param group one at least
    public void alsoGroup(List<PhotoItem> group) {
        selected.addAll(group);
        lead = Optional.of(group.getFirst());
        anchor = lead;
    }

    /// A click on a header with Shift: everything between the anchor and the far end of the group.
    ///
    /// @param group one at least
    public void extendToGroup(List<PhotoItem> group) {
        int from = anchor.map(shown::indexOf).orElse(-1);
        extendTo(from > shown.indexOf(group.getFirst()) ? group.getFirst() : group.getLast());
    }

    public void all() {
        selected.addAll(shown);
        lead = lead.or(() -> shown.stream().findFirst());
    }

    /// Brings what is selected into the order in which it is shown, what is not shown last.
    public void takeOrder() {
        if (selected.size() > 1) {
            var before = new LinkedHashSet<>(selected);
            selected.clear();
            shown.stream().filter(before::contains).forEach(selected::add);
            selected.addAll(before);
        }
    }

    /// Where the keyboard stands; empty where that is not shown.
    public OptionalInt leadPlace() {
        int place = lead.map(shown::indexOf).orElse(-1);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    public void clear() {
        selected.clear();
    }

    /// Moves the keyboard's place by so many photos; stays within what is shown.
    ///
    /// @return where it stands now
    public Optional<PhotoItem> move(int by, Move move) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var from = leadPlace();
        int to = from.isEmpty() ? 0 : Math.clamp((long) from.getAsInt() + by, 0, shown.size() - 1);
        var item = shown.get(to);
        switch (move) {
            case SELECT -> only(item);
            case EXTEND -> extendTo(item);
        }
        return Optional.of(item);
    }

    /// What an arrow key does.
    public enum Move {
        SELECT,
        /// With Shift held.
        EXTEND
    }

    /// Forgets photos that are no longer there.
    public void forget(Collection<PhotoItem> gone) {
        selected.removeAll(gone);
        lead = lead.filter(item -> !gone.contains(item));
        anchor = anchor.filter(item -> !gone.contains(item));
    }

    public Set<PhotoItem> selected() {
        return Collections.unmodifiableSet(selected);
    }

    public Optional<PhotoItem> lead() {
        return lead;
    }

    public boolean contains(PhotoItem item) {
        return selected.contains(item);
    }
}
