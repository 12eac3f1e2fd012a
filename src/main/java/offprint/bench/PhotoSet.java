package offprint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import offprint.bench.PhotoPainter.Scene;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.image.ExifBlock;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.recipe.Encoding;

/// A folder of 24 MP photos to measure with; closing it deletes them.
///
/// A few pictures are painted and encoded; the rest are the same under other names, since decoding them costs the same.
///
/// @param folder that holds nothing else
/// @param photos as many as asked for, by name
public record PhotoSet(Path folder, List<Path> photos) implements AutoCloseable {

    private static final PixelSize RENDERED = new PixelSize(1_200, 800);
    private static final PixelSize SIZE = new PixelSize(6_000, 4_000);
    private static final int PAINTED = 4;

    /// As cameras have it.
    private static final int EXIF_THUMBNAIL_PX = 160;

    public PhotoSet {
        photos = List.copyOf(photos);
    }

    /// Paints the set in the system's temporary folder; about ten seconds.
    ///
    /// @param engine that encodes JPEG
    public static PhotoSet paint(ImageEngine engine, int photos, CancellationToken cancellation)
            throws IOException, CancelledException {
        var folder = Files.createTempDirectory("offprint-bench-");
        try {
            return new PhotoSet(folder, paintInto(folder, engine, photos, cancellation));
        } catch (IOException | CancelledException | RuntimeException e) {
            Folders.deleteAll(folder);
            throw e;
        }
    }

    /// Paints the set into a folder, which is made when missing, and leaves it there.
    ///
    /// @param engine that encodes JPEG
    /// @return as many files as asked for, by name
    public static List<Path> paintInto(Path folder, ImageEngine engine, int photos, CancellationToken cancellation)
            throws IOException, CancelledException {
        Files.createDirectories(folder);
        var made = new ArrayList<Path>();
        for (int i = 0; i < photos; i++) {
            cancellation.throwIfCancelled();
            var file = folder.resolve(String.format("bench-%04d.jpg", i + 1));
            Files.deleteIfExists(file);
            if (i < PAINTED) {
                encode(engine, i % 2 == 0 ? Scene.STREET : Scene.FLOWER, i, file, cancellation);
            } else {
                same(made.get(i % PAINTED), file);
            }
            made.add(file);
        }
        return List.copyOf(made);
    }

    /// Paints photos as cameras write them, each with a small picture and a time of its own in its EXIF, in the
    /// system's
    /// temporary folder. No two files are the same, so that none is taken for another; about 4 MB each.
    ///
    /// @param engine that encodes JPEG
    public static PhotoSet paintWithThumbnails(ImageEngine engine, int photos, CancellationToken cancellation)
            throws IOException, CancelledException {
        var folder = Files.createTempDirectory("offprint-bench-");
        try {
            var bodies = new ArrayList<byte[]>();
            var thumbnails = new ArrayList<byte[]>();
            for (int i = 0; i < Math.min(PAINTED, photos); i++) {
                var file = folder.resolve("painted.jpg");
                var scene = i % 2 == 0 ? Scene.STREET : Scene.FLOWER;
                try (var pixels = PhotoPainter.paint(scene, RENDERED, SIZE, i, cancellation);
                        var small = SampleAlbum.scaled(pixels, EXIF_THUMBNAIL_PX)) {
                    bodies.add(encoded(engine, pixels, file, cancellation));
                    thumbnails.add(encoded(engine, small, file, cancellation));
                }
                Files.delete(file);
            }
            var made = new ArrayList<Path>();
            for (int i = 0; i < photos; i++) {
                cancellation.throwIfCancelled();
                var exif = new ExifBlock()
                        .camera("Offprint", "Benchmark")
                        .capturedAt(LocalDateTime.of(2026, 5, 1, 9, 0).plusSeconds(i))
                        .thumbnail(thumbnails.get(i % thumbnails.size()));
                var file = folder.resolve(String.format("bench-%05d.jpg", i + 1));
                made.add(Files.write(file, exif.insertInto(bodies.get(i % bodies.size()))));
            }
            return new PhotoSet(folder, made);
        } catch (IOException | CancelledException | RuntimeException e) {
            Folders.deleteAll(folder);
            throw e;
        }
    }

    /// The same photos with an Adobe RGB profile embedded, in a folder of their own; those that carry a profile stay as
    /// they are. Files that are one (hard links) stay one.
    ///
    /// @param photos JPEG files of different names
    public static List<Path> withProfile(List<Path> photos, Path folder) throws IOException {
        Files.createDirectories(folder);
        var made = new ArrayList<Path>();
        var known = new HashMap<Object, Path>();
        for (var photo : photos) {
            var file = folder.resolve(Optional.ofNullable(photo.getFileName()).orElse(photo));
            Files.deleteIfExists(file);
            var key = Optional.ofNullable(Files.readAttributes(photo, BasicFileAttributes.class)
                            .fileKey())
                    .orElse(photo);
            if (known.containsKey(key)) {
                same(known.get(key), file);
            } else {
                Files.write(file, AdobeRgb.embeddedIn(Files.readAllBytes(photo)));
                known.put(key, file);
            }
            made.add(file);
        }
        return List.copyOf(made);
    }

    /// A second name for the file where the system has that, else a copy.
    private static void same(Path existing, Path name) throws IOException {
        try {
            Files.createLink(name, existing);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(existing, name);
        }
    }

    private static void encode(ImageEngine engine, Scene scene, int seed, Path file, CancellationToken cancellation)
            throws CancelledException {
        try (var pixels = PhotoPainter.paint(scene, RENDERED, SIZE, seed, cancellation)) {
            encode(engine, pixels, file, cancellation);
        }
    }

    private static byte[] encoded(ImageEngine engine, Pixels pixels, Path file, CancellationToken cancellation)
            throws IOException, CancelledException {
        encode(engine, pixels, file, cancellation);
        return Files.readAllBytes(file);
    }

    private static void encode(ImageEngine engine, Pixels pixels, Path file, CancellationToken cancellation)
            throws CancelledException {
        var encoding = new Encoding.Jpeg(92, false, Encoding.Chroma.SUBSAMPLED_420, false);
        if (engine.encode(pixels, encoding, file, cancellation) instanceof EngineResult.Failed<Long> failed) {
            throw new IllegalStateException(
                    failed.failure().code() + ": " + failed.failure().message());
        }
    }

    /// Puts away a folder that a measurement made, with all below it; symbolic links are deleted, not followed.
    public static void delete(Path folder) throws IOException {
        Folders.deleteAll(folder);
    }

    @Override
    public void close() throws IOException {
        Folders.deleteAll(folder);
    }
}
