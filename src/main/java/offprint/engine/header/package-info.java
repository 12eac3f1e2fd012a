/// Reads what a picture file is from its header, without decoding a pixel and without a native call; both engines probe
/// by it, so that they say the same of a file.
///
/// Enter by [offprint.engine.header.Probe]. Knows the port's values, pictures and the metadata policy; must not know
/// any engine, `java.awt` or a native library. Any thread may call it: nothing here is shared between calls.
@NullMarked
package offprint.engine.header;

import org.jspecify.annotations.NullMarked;
