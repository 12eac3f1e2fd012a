package offprint.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import offprint.cancel.CancellationToken;
import offprint.image.Pixels;

/// Thumbnails on the disk, a file each, so that a photo seen once is there at once the next time the program runs.
///
/// Several running copies of the program may share the folder: a file appears whole, by an atomic move, is never
/// written again, and no lock is held. What is damaged, cut or gone counts as not there, and a disk that is full or
/// can't be written costs no thumbnail. Bounded by bytes: what was used longest ago goes first.
///
/// Blocks, for workers; any thread may call it.
public final class ThumbnailCache {

    /// About 13 000 thumbnails of the usual size.
    public static final long STANDARD_CAPACITY_BYTES = 500_000_000;

    static final String EXTENSION = ".thumbnail";
    static final String PARTIAL_EXTENSION = ".part";

    private static final System.Logger LOG = System.getLogger(ThumbnailCache.class.getName());

    /// A use is noted once in so long, which is fine enough for what goes first, and spares the disk.
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    /// The folder is tidied after the first thumbnail that a process keeps, and then whenever it has kept so large a
    /// part of what the folder may hold: beside other copies of the program it grows beyond by no more than that each.
    private static final int TIDIED_EVERY_ONE_IN = 20;

    private static final long MAX_FILE_BYTES =
            StoredThumbnail.HEAD_BYTES + 4L * StoredThumbnail.MAX_SIDE_PX * StoredThumbnail.MAX_SIDE_PX;

    private final Path folder;
    private final long capacityBytes;
    private final InstantSource clock;
    private final CacheFolder files;
    private final AtomicLong untidiedBytes;
    private final AtomicBoolean complained = new AtomicBoolean();

    /// @param folder of its own; need not exist
    /// @param capacityBytes 0 or more; 0 keeps nothing
    public ThumbnailCache(Path folder, long capacityBytes) {
        this(folder, capacityBytes, InstantSource.system());
    }

    ThumbnailCache(Path folder, long capacityBytes, InstantSource clock) {
        this.folder = folder;
        this.capacityBytes = capacityBytes;
        this.clock = clock;
        this.files = new CacheFolder(folder);
        this.untidiedBytes = new AtomicLong(capacityBytes);
    }

    /// What the folder holds.
    ///
    /// @param thumbnails how many
    /// @param bytes of their files together
    public record Usage(long thumbnails, long bytes) {}

    public Path folder() {
        return folder;
    }

    public long capacityBytes() {
        return capacityBytes;
    }

    /// Counts what is there; other copies of the program may change it meanwhile.
    public Usage usage() throws IOException {
        var all = files.thumbnails(CancellationToken.never());
        return new Usage(
                all.size(), all.stream().mapToLong(CacheFolder.Entry::bytes).sum());
    }

    /// Deletes every thumbnail, and nothing else that may lie in the folder.
    ///
    /// @return what was deleted
    public Usage clear() throws IOException {
        files.deletePartialsBefore(clock.instant());
        return files.delete(files.thumbnails(CancellationToken.never()));
    }

    /// The stored thumbnail, owned by the caller, if it is there and sound.
    Optional<Pixels> read(ThumbnailKey key) {
        var file = fileOf(key);
        if (!Files.exists(file)) {
            // Most often so, while a folder is looked at for the first time: an exception for each is dear.
            return Optional.empty();
        }
        try {
            var bytes = bytesOf(file);
            var pixels = StoredThumbnail.decoded(bytes);
            if (pixels.isEmpty()) {
                LOG.log(System.Logger.Level.DEBUG, "a stored thumbnail is damaged and made again: {0}", file);
                Files.deleteIfExists(file);
            } else {
                noteUse(file);
            }
            return pixels;
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (IOException | OutOfMemoryError unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "a stored thumbnail can't be read", unreadable);
            return Optional.empty();
        }
    }

    private static byte[] bytesOf(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes((int) MAX_FILE_BYTES + 1);
        }
    }

    private void noteUse(Path file) throws IOException {
        var now = clock.instant();
        if (Files.getLastModifiedTime(file).toInstant().plus(NOTED_EVERY).isBefore(now)) {
            try {
                Files.setLastModifiedTime(file, FileTime.from(now));
            } catch (IOException readOnly) {
                LOG.log(System.Logger.Level.DEBUG, "the use of a thumbnail can't be noted", readOnly);
            }
        }
    }

    /// Keeps a thumbnail, if the disk lets us; the pixels stay their owner's.
    void write(ThumbnailKey key, Pixels pixels) {
        if (capacityBytes == 0 || !StoredThumbnail.holds(pixels.size())) {
            return;
        }
        var bytes = StoredThumbnail.encoded(pixels);
        var file = fileOf(key);
        try {
            var parent = files.madeFolder(key.folderName());
            var partial =
                    parent.resolve(Long.toHexString(ThreadLocalRandom.current().nextLong()) + PARTIAL_EXTENSION);
            try {
                Files.write(partial, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
            untidiedBytes.addAndGet(bytes.length);
        } catch (IOException refused) {
            var level = complained.compareAndSet(false, true) ? System.Logger.Level.INFO : System.Logger.Level.DEBUG;
            LOG.log(level, "a thumbnail can't be kept in " + folder + ": " + refused);
        }
    }

    /// Whether enough was written that [#tidy] should run; true once for each time.
    boolean isUntidy() {
        long untidied = untidiedBytes.get();
        return untidied > capacityBytes / TIDIED_EVERY_ONE_IN && untidiedBytes.compareAndSet(untidied, 0);
    }

    /// Deletes what was used longest ago until the folder holds at most nine tenths of what it may, if it holds more;
    /// and partial files that nobody writes any more.
    void tidy(CancellationToken cancellation) {
        try {
            files.deletePartialsBefore(clock.instant().minus(NOTED_EVERY));
            files.shrink(capacityBytes, capacityBytes / 10 * 9, cancellation);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.DEBUG, "the folder of thumbnails can't be tidied", failure);
        }
    }

    private Path fileOf(ThumbnailKey key) {
        return folder.resolve(key.folderName()).resolve(key.fileName());
    }
}
