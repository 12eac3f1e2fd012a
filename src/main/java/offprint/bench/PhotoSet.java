package offprint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offprint.bench.PhotoPainter.Scene;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;

/// A folder of generated 24 MP photos to measure with, in the system's temporary folder; closing it deletes them.
///
/// A few pictures are painted and encoded; the rest are copies under other names, since decoding them costs the same.
///
/// @param folder that holds nothing else
/// @param photos as many as asked for, by name
public record PhotoSet(Path folder, List<Path> photos) implements AutoCloseable {

    private static final PixelSize RENDERED = new PixelSize(1_200, 800);
    private static final PixelSize SIZE = new PixelSize(6_000, 4_000);
    private static final int PAINTED = 4;

    public PhotoSet {
        photos = List.copyOf(photos);
    }

    /// Paints the set; about ten seconds.
    ///
    /// @param engine that encodes JPEG
    public static PhotoSet paint(ImageEngine engine, int photos, CancellationToken cancellation)
            throws IOException, CancelledException {
        var folder = Files.createTempDirectory("offprint-bench-");
        var made = new ArrayList<Path>();
        try {
            for (int i = 0; i < photos; i++) {
                cancellation.throwIfCancelled();
                var file = folder.resolve(String.format("bench-%04d.jpg", i + 1));
                if (i < PAINTED) {
                    encode(engine, i % 2 == 0 ? Scene.STREET : Scene.FLOWER, i, file, cancellation);
                } else {
                    Files.copy(made.get(i % PAINTED), file);
                }
                made.add(file);
            }
        } catch (IOException | CancelledException | RuntimeException e) {
            Folders.deleteAll(folder);
            throw e;
        }
        return new PhotoSet(folder, made);
    }

    private static void encode(ImageEngine engine, Scene scene, int seed, Path file, CancellationToken cancellation)
            throws CancelledException {
        try (var pixels = PhotoPainter.paint(scene, RENDERED, SIZE, seed, cancellation)) {
            var encoding = new Encoding.Jpeg(92, false, Encoding.Chroma.SUBSAMPLED_420, false);
            if (engine.encode(pixels, encoding, file, cancellation) instanceof EngineResult.Failed<Long> failed) {
                throw new IllegalStateException(
                        failed.failure().code() + ": " + failed.failure().message());
            }
        }
    }

    @Override
    public void close() throws IOException {
        Folders.deleteAll(folder);
    }
}
