package offprint.library;

import java.nio.file.Path;
import java.time.Instant;
import offprint.engine.EngineResult;
import offprint.image.SourceInfo;

/// A photo that was found, with what its header says, or why it can't be read.
///
/// @param file absolute, normalised path
/// @param dropRoot the dropped folder that it was found in, or its own folder when it was dropped itself
/// @param bytes size of the file
/// @param modifiedAt its modification time when it was scanned
/// @param info the header, or the failure to show on its row
public record Photo(Path file, Path dropRoot, long bytes, Instant modifiedAt, EngineResult<SourceInfo> info) {}
