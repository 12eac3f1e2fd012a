package offprint.engine;

/// What an engine makes of a photo whose end or whose middle is missing.
public enum DamagedPhotos {
    /// It fails, so that nobody takes it for whole.
    FAIL,
    /// What can be read is written; the rest stays grey or black.
    RECOVER
}
