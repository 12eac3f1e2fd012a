package offprint.ui.recipe;

/// What the recipe editor asks of the window.
public interface EditorActions {

    /// Back to the photos.
    void close();

    /// A copy of the recipe as it is, to be edited.
    void duplicate();

    /// Writes the recipe to a file for others.
    void share();

    /// Deletes the recipe; it can be undone.
    void delete();
}
