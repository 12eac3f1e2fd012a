package offprint.ui.library;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import offprint.engine.EngineResult;
import offprint.image.SourceInfo;
import offprint.library.NaturalName;
import offprint.library.Photo;
import offprint.ui.Texts;

/// A photo in the window's list, with its badge, and with all that it is sorted and filtered by, made once. Belongs to
/// the FX thread.
public final class PhotoItem {

    /// File systems know years that no calendar does.
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final Photo photo;
    private final int number;
    private final PhotoFolder folder;
    private final NaturalName name;
    private final String nameToFind;
    private final LocalDateTime takenAt;
    private Badge badge;
    private int urgency;
    private List<Path> exported = List.of();

    /// @param number how many were added before
    PhotoItem(Photo photo, int number, PhotoFolder folder) {
        this.photo = photo;
        this.number = number;
        this.folder = folder;
        this.badge = Badge.of(photo);
        name = NaturalName.of(Texts.fileName(photo.file()));
        nameToFind = name.text().toLowerCase(Locale.ROOT);
        takenAt = takenAt(photo);
        urgency = badge.kind().urgency();
    }

    public Photo photo() {
        return photo;
    }

    public String name() {
        return name.text();
    }

    public Badge badge() {
        return badge;
    }

    /// What its last export has written so far.
    public List<Path> exported() {
        return exported;
    }

    int number() {
        return number;
    }

    PhotoFolder folder() {
        return folder;
    }

    NaturalName naturalName() {
        return name;
    }

    /// @param part in lower case
    boolean nameContains(String part) {
        return nameToFind.contains(part);
    }

    /// The camera's clock when the picture was taken; where the file does not say it, the file's modification time on
    /// this machine's clock.
    LocalDateTime takenAt() {
        return takenAt;
    }

    private static LocalDateTime takenAt(Photo photo) {
        return switch (photo.info()) {
            case EngineResult.Done<SourceInfo> done ->
                done.value().capturedAt().orElseGet(() -> onThisClock(photo.modifiedAt()));
            case EngineResult.Failed<SourceInfo> ignored -> onThisClock(photo.modifiedAt());
        };
    }

    private static LocalDateTime onThisClock(Instant at) {
        var known = at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
        return LocalDateTime.ofInstant(known, ZoneId.systemDefault());
    }

    /// The lower, the sooner it needs a look: as its badge was when [#takeUrgency] was called last.
    int urgency() {
        return urgency;
    }

    void takeUrgency() {
        urgency = badge.kind().urgency();
    }

    void setExported(List<Path> files) {
        exported = files;
    }

    void setBadge(Badge badge) {
        this.badge = badge;
    }
}
