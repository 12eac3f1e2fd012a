package offprint.engine;

import java.nio.file.Path;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.image.Pixels;
import offprint.recipe.Encoding;

/// A photo that was decoded once for its variants and is kept, so that a variant can be looked at and encoded again and
/// again with other choices. Safe for several threads at once.
///
/// Whoever holds it closes it, after the last call has returned.
public interface Workpiece extends AutoCloseable {

    /// Memory that it holds now, on the heap and off it.
    long heldBytes();

    /// A variant's pixels before they are encoded, in sRGB. The caller owns and closes the result.
    ///
    /// @param variant index into the request's variants
    EngineResult<Pixels> before(int variant, View view, CancellationToken cancellation) throws CancelledException;

    /// Encodes a variant as [ImageEngine#render] does, metadata and profile included.
    ///
    /// @param variant index into the request's variants
    /// @param encoding in the place of the request's; of the same format and depth
    /// @param partialFile is created, or emptied
    /// @return the bytes written
    EngineResult<Long> write(int variant, Encoding encoding, Path partialFile, CancellationToken cancellation)
            throws CancelledException;

    @Override
    void close();
}
