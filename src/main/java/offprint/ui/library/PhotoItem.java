package offprint.ui.library;

import java.nio.file.Path;
import java.util.List;
import offprint.library.Photo;
import offprint.ui.Texts;

/// A photo in the window's list, with its badge. Belongs to the FX thread.
public final class PhotoItem {

    private final Photo photo;
    private Badge badge;
    private List<Path> exported = List.of();

    PhotoItem(Photo photo) {
        this.photo = photo;
        this.badge = Badge.of(photo);
    }

    public Photo photo() {
        return photo;
    }

    public String name() {
        return Texts.fileName(photo.file());
    }

    public Badge badge() {
        return badge;
    }

    /// What its last export has written so far.
    public List<Path> exported() {
        return exported;
    }

    void setExported(List<Path> files) {
        exported = files;
    }

    void setBadge(Badge badge) {
        this.badge = badge;
    }
}
