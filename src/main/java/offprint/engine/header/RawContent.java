package offprint.engine.header;

import java.util.List;
import java.util.Optional;
import offprint.engine.header.TiffFields.Extent;

/// What the container of a RAW file says that it holds; nothing of it is checked yet.
///
/// @param jpegs where JPEGs may lie, of any size, in no order
/// @param exif the container's own, without a thumbnail; empty where only a JPEG has one
record RawContent(List<Extent> jpegs, Optional<Exif> exif) {

    RawContent {
        jpegs = List.copyOf(jpegs);
    }
}
