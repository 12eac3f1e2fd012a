package offprint.pool;

/// What a worker may take.
enum Lane {
    /// Every priority.
    ANY,
    /// What the user looks at, only: the reserve.
    INTERACTIVE_ONLY
}
