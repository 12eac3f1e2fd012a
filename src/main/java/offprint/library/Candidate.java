package offprint.library;

import java.nio.file.Path;
import java.time.Instant;

/// A file that may be a photo: found, not opened yet.
///
/// @param file absolute, normalised path, as it was found
/// @param dropRoot the dropped folder, or its own folder when it was dropped itself
/// @param bytes its size
/// @param modifiedAt its modification time
record Candidate(Path file, Path dropRoot, long bytes, Instant modifiedAt) {}
