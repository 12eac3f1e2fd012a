package offprint.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import offprint.storage.AtomicText;

/// The batches of the past: a small file each in one folder, written whole or not at all; the oldest go when there are
/// too many. A file that is damaged costs its own entry only.
///
/// Touches the disk: for workers. Any thread may call it, and several programs may share the folder.
public final class BatchHistory {

    /// Batches that are kept.
    public static final int KEPT = 200;

    private static final System.Logger LOG = System.getLogger(BatchHistory.class.getName());
    private static final String SUFFIX = ".offprint-history";

    private final Path folder;
    private final int kept;

    /// @param folder made when missing, on first use
    public BatchHistory(Path folder) {
        this(folder, KEPT);
    }

    BatchHistory(Path folder, int kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /// What is known of them, the newest first.
    public List<PastBatch> newestFirst() {
        var found = new ArrayList<PastBatch>();
        for (var file : files()) {
            head(file).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<PastBatch> head(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var head = Optional.ofNullable(lines.readLine()).flatMap(HistoryLines::head);
            if (head.isEmpty()) {
                LOG.log(Level.WARNING, "not a past batch: " + file);
            }
            return head;
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "a past batch could not be read: " + file, unreadable);
            return Optional.empty();
        }
    }

    /// Adds a batch, or takes the place of the entry that it had before its retry.
    void add(PastBatch batch, List<PastBatch.Source> sources) {
        try {
            AtomicText.write(file(batch), HistoryLines.write(batch, sources));
            var files = files();
            for (var old : files.subList(Math.min(kept, files.size()), files.size())) {
                Files.deleteIfExists(old);
            }
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "the history could not be written", failure);
        }
    }

    /// The originals of a past batch, in order; empty when its file is gone.
    List<PastBatch.Source> sources(PastBatch batch) {
        try {
            var lines = Files.readAllLines(file(batch), StandardCharsets.UTF_8);
            return HistoryLines.sources(lines.subList(Math.min(1, lines.size()), lines.size()));
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "a past batch could not be read: " + file(batch), unreadable);
            return List.of();
        }
    }

    /// Names sort by time.
    private Path file(PastBatch batch) {
        return folder.resolve("%013d-%s%s".formatted(batch.startedAt().toEpochMilli(), batch.id(), SUFFIX));
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> TargetNames.fileName(entry).endsWith(SUFFIX))
                    .sorted(Comparator.comparing(TargetNames::fileName).reversed())
                    .toList();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "the history could not be listed in " + folder, failure);
            return List.of();
        }
    }
}
