package offprint.pool;

/// Who goes first. Within one priority: first come, first served. No priority is starved for ever.
public enum Priority {
    /// What the user looks at right now: a preview, a thumbnail on screen, the list of a drop.
    INTERACTIVE,
    /// What the user is about to look at: thumbnails off screen.
    NEAR,
    /// What was ordered: exports.
    BATCH
}
