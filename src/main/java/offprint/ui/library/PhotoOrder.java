package offprint.ui.library;

import java.util.Comparator;
import offprint.settings.LibraryView;

/// In what order the grid shows its photos. Plain Java.
///
/// @param by what photos are compared by
/// @param direction of it; photos that are equal stay in the order in which they were added
/// @param groups whether each folder has its own; those stand in the natural order of their paths, either way
public record PhotoOrder(PhotoList.Sort by, Direction direction, Groups groups) {

    public static final PhotoOrder ADDED = of(LibraryView.INITIAL);

    public enum Direction {
        UP,
        DOWN
    }

    public enum Groups {
        NONE,
        FOLDERS
    }

    /// As it is remembered.
    public static PhotoOrder of(LibraryView view) {
        return new PhotoOrder(
                PhotoList.Sort.valueOf(view.by().name()),
                view.descending() ? Direction.DOWN : Direction.UP,
                view.byFolder() ? Groups.FOLDERS : Groups.NONE);
    }

    public LibraryView toRemember() {
        return new LibraryView(LibraryView.By.valueOf(by.name()), isDescending(), isByFolder());
    }

    public PhotoOrder with(PhotoList.Sort key) {
        return new PhotoOrder(key, direction, groups);
    }

    public PhotoOrder descending(boolean now) {
        return new PhotoOrder(by, now ? Direction.DOWN : Direction.UP, groups);
    }

    public PhotoOrder byFolder(boolean now) {
        return new PhotoOrder(by, direction, now ? Groups.FOLDERS : Groups.NONE);
    }

    public boolean isDescending() {
        return direction == Direction.DOWN;
    }

    public boolean isByFolder() {
        return groups == Groups.FOLDERS;
    }

    /// No two photos are equal for it.
    Comparator<PhotoItem> comparator() {
        Comparator<PhotoItem> key = switch (by) {
            case ADDED -> Comparator.comparingInt(PhotoItem::number);
            case NAME -> Comparator.comparing(PhotoItem::naturalName);
            case DATE -> Comparator.comparing(PhotoItem::takenAt);
            case SIZE -> Comparator.comparingLong(item -> item.photo().bytes());
            case STATE -> Comparator.comparingInt(PhotoItem::urgency);
        };
        var directed = isDescending() ? key.reversed() : key;
        var whole = directed.thenComparingInt(PhotoItem::number);
        return isByFolder() ? Comparator.comparing(PhotoItem::folder).thenComparing(whole) : whole;
    }
}
