package offprint.settings;

/// How the photos were ordered last.
///
/// @param by what they were compared by
/// @param descending whether what is usually first was last
/// @param byFolder whether each folder had its own group
public record LibraryView(By by, boolean descending, boolean byFolder) {

    public static final LibraryView INITIAL = new LibraryView(By.ADDED, false, false);

    /// Each is also a word of the file, in lower case.
    public enum By {
        ADDED,
        NAME,
        DATE,
        SIZE,
        STATE
    }
}
