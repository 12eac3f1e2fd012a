package offprint.recipe;

/// What to do when a target exists already. Never a question in the middle of a batch.
public enum OnConflict {
    /// Write beside it under the next free name: `photo (2).jpg`.
    RENAME,
    /// Leave what is there and count the variant as skipped.
    SKIP,
    /// Replace it, atomically; never an original, never through a symbolic link.
    OVERWRITE
}
