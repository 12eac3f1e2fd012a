package offprint.export;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The durable record of what was ordered and what is done: append-only JSON lines, forced to disk, one file a batch.
///
/// A batch that ends takes its file with it; one that is found by the next start was interrupted. The file of a running
/// batch is locked, so that a second program that runs at the same time leaves it alone. Every method but [#close]
/// touches the disk and is for workers; any thread may call it.
public final class ExportJournal implements AutoCloseable {

    static final String PARTIAL_SUFFIX = ".offprint-part";

    private static final System.Logger LOG = System.getLogger(ExportJournal.class.getName());
    private static final String SUFFIX = ".offprint-journal";

    private final Path folder;

    /// Files of this program's own batches. Closing any channel of a file drops the POSIX lock that another channel of
    /// the same process holds on it, so these are never opened a second time.
    private final Set<Path> live = ConcurrentHashMap.newKeySet();

    /// @param folder where journals live; made when missing, on first use
    public ExportJournal(Path folder) {
        this.folder = folder;
    }

    /// The batches that were interrupted, the oldest first. Files that have nothing to go on with are removed: those of
    /// which not even the head was written, those of batches that had ended but for their file, and one of the two that
    /// a crash leaves when it comes while a batch is being taken up.
    public List<UnfinishedBatch> unfinished() {
        var found = found();
        var ids = found.stream().map(one -> one.batch().id()).collect(Collectors.toSet());
        var continued = found.stream()
                .filter(JournalReader.Found::isWhole)
                .flatMap(one -> one.continues().stream())
                .collect(Collectors.toSet());
        var left = new ArrayList<UnfinishedBatch>();
        for (var one : found) {
            var batch = one.batch();
            boolean hadEnded = batch.photos().isEmpty() && batch.unreadableLines() == 0;
            boolean hadNotBegun =
                    !one.isWhole() && one.continues().filter(ids::contains).isPresent();
            if (hadEnded || hadNotBegun || continued.contains(batch.id())) {
                discard(batch);
            } else {
                left.add(batch);
            }
        }
        left.sort(Comparator.comparing(UnfinishedBatch::startedAt));
        return List.copyOf(left);
    }

    private List<JournalReader.Found> found() {
        var found = new ArrayList<JournalReader.Found>();
        for (var file : files()) {
            try (var hold = hold(file)) {
                if (hold.isPresent()) {
                    JournalReader.read(file).ifPresentOrElse(found::add, () -> remove(file));
                }
            } catch (IOException failure) {
                LOG.log(Level.WARNING, "a journal could not be read: " + file, failure);
            }
        }
        return found;
    }

    /// Forgets an interrupted batch: removes its partial files, its empty claims and its journal. What it has finished
    /// stays.
    public void discard(UnfinishedBatch batch) {
        try (var hold = hold(batch.journalFile())) {
            if (hold.isPresent()) {
                JournalSweep.sweep(batch);
                remove(batch.journalFile());
            }
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "a journal could not be discarded: " + batch.journalFile(), failure);
        }
    }

    /// Nothing stays open here: each batch's file is closed with the batch.
    @Override
    public void close() {
        live.clear();
    }

    /// Writes the order of a batch and forces it to disk.
    JournalWriter open(JournalWriter.Order order) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(order.id() + SUFFIX);
        live.add(file);
        try {
            return JournalWriter.create(file, order, () -> live.remove(file));
        } catch (IOException | RuntimeException failure) {
            live.remove(file);
            throw failure;
        }
    }

    /// The lock on an interrupted batch, or an empty one when a living program has it.
    Hold hold(Path file) throws IOException {
        if (live.contains(file) || !Files.exists(file)) {
            return new Hold(Optional.empty());
        }
        var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new Hold(Optional.of(channel));
            }
        } catch (OverlappingFileLockException held) {
            // Another journal of this very process has it.
        }
        channel.close();
        return new Hold(Optional.empty());
    }

    /// Removes the file of an interrupted batch that was taken up.
    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "a journal could not be removed: " + file, failure);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> TargetNames.fileName(entry).endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "journals could not be listed in " + folder, failure);
            return List.of();
        }
    }

    /// A lock that is held, if it is.
    record Hold(Optional<FileChannel> channel) implements AutoCloseable {

        boolean isPresent() {
            return channel.isPresent();
        }

        @Override
        public void close() throws IOException {
            if (channel.isPresent()) {
                channel.get().close();
            }
        }
    }
}
