package offprint.ui.library;

import java.util.Arrays;
import java.util.List;

/// Which row of the grid shows what: photos in lines of so many columns, and over each group, where there are any, a
/// row that names it. Photos and rows are counted from 0. Plain Java; immutable.
final class GridRows {

    private final int columns;
    private final int headers;
    private final int photos;
    /// Of each group: its first photo, and how many lines of photos stand before it. An end stands behind the last.
    private final int[] firstPhoto;

    private final int[] firstLine;

    private GridRows(List<Integer> groups, int columns, int headers) {
        this.columns = columns;
        this.headers = headers;
        firstPhoto = new int[groups.size() + 1];
        firstLine = new int[groups.size() + 1];
        for (int group = 0; group < groups.size(); group++) {
            int size = groups.get(group);
            firstPhoto[group + 1] = firstPhoto[group] + size;
            firstLine[group + 1] = firstLine[group] + (size + columns - 1) / columns;
        }
        photos = firstPhoto[groups.size()];
    }

    /// @param columns 1 at least
    static GridRows plain(int photos, int columns) {
        return new GridRows(List.of(photos), columns, 0);
    }

    /// @param groups the size of each, 1 at least
    /// @param columns 1 at least
    static GridRows grouped(List<Integer> groups, int columns) {
        return new GridRows(groups, columns, 1);
    }

    /// What a row shows: photos from one place up to, not including, another.
    sealed interface Row {
        int from();

        int to();

        /// Names the group of these photos.
        record Header(int from, int to) implements Row {}

        /// A line of them.
        record Line(int from, int to) implements Row {}
    }

    int columns() {
        return columns;
    }

    boolean hasHeaders() {
        return headers > 0;
    }

    int count() {
        int groups = firstLine.length - 1;
        return firstLine[groups] + groups * headers;
    }

    /// @param index 0 to [#count], without it
    Row row(int index) {
        int group = 0;
        int last = firstLine.length - 2;
        while (group < last) {
            int middle = (group + last + 1) >>> 1;
            if (firstRow(middle) <= index) {
                group = middle;
            } else {
                last = middle - 1;
            }
        }
        return row(group, index - firstRow(group) - headers);
    }

    private Row row(int group, int line) {
        if (line < 0) {
            return new Row.Header(firstPhoto[group], firstPhoto[group + 1]);
        }
        int from = firstPhoto[group] + line * columns;
        return new Row.Line(from, Math.min(from + columns, firstPhoto[group + 1]));
    }

    /// The row of the group's header, or of its first photos where there is none.
    private int firstRow(int group) {
        return firstLine[group] + group * headers;
    }

    /// The row that shows a photo.
    int rowOf(int photo) {
        int group = groupOf(photo);
        return firstRow(group) + headers + (photo - firstPhoto[group]) / columns;
    }

    /// The row to scroll to for a photo: with it the header over it, where it stands directly below one.
    int rowToShow(int photo) {
        int row = rowOf(photo);
        return row > 0 && row(row - 1) instanceof Row.Header ? row - 1 : row;
    }

    /// All photos of the group that a photo is in.
    Row groupOfPhoto(int photo) {
        return row(groupOf(photo), -1);
    }

    private int groupOf(int photo) {
        int place = Arrays.binarySearch(firstPhoto, 0, firstPhoto.length - 1, photo);
        return place >= 0 ? place : -2 - place;
    }

    /// The photo so many lines below one, or above it: in the same column, or the last of a shorter line. Headers count
    /// for nothing. Above the first line is the first photo of all, below the last line the last.
    ///
    /// @param by lines; below 0: upwards
    int moved(int photo, int by) {
        int group = groupOf(photo);
        int column = (photo - firstPhoto[group]) % columns;
        int line = firstLine[group] + (photo - firstPhoto[group]) / columns + by;
        int lines = firstLine[firstLine.length - 1];
        if (line < 0 || line >= lines) {
            return line < 0 ? 0 : photos - 1;
        }
        int place = Arrays.binarySearch(firstLine, 0, firstLine.length - 1, line);
        int there = place >= 0 ? place : -2 - place;
        var row = row(there, line - firstLine[there]);
        return Math.min(row.from() + column, row.to() - 1);
    }
}
