/// The program's own measurements, and the pictures drawn by code that it measures with and shows.
///
/// Enter by [offprint.bench.CancelBench], [offprint.bench.PhotoPainter], [offprint.bench.SampleAlbum] or
/// [offprint.bench.PhotoSet]. Knows engines, the pool and recipes' encodings. Must not know the window, and prints
/// nothing:
/// what it finds comes back as records. It works on the caller's thread or on the pool, never on the FX thread.
@NullMarked
package offprint.bench;

import org.jspecify.annotations.NullMarked;
