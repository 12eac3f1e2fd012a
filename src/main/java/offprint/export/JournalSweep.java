package offprint.export;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Removes what an interrupted batch has left half done: its own partial files, known by the batch's id in their names,
/// and nothing else.
final class JournalSweep {

    private static final System.Logger LOG = System.getLogger(JournalSweep.class.getName());

    private JournalSweep() {}

    static void sweep(UnfinishedBatch batch) {
        batch.folders().forEach(folder -> sweep(folder, batch.id()));
        batch.claims().forEach(JournalSweep::removeEmpty);
    }

    /// Where hard links are not supported, a name is claimed by an empty file before the output is moved over it.
    private static void removeEmpty(Path claim) {
        try {
            if (Files.isRegularFile(claim, LinkOption.NOFOLLOW_LINKS) && Files.size(claim) == 0) {
                Files.deleteIfExists(claim);
            }
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "an empty claim could not be removed: " + claim, failure);
        }
    }

    private static void sweep(Path folder, String batchId) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                var name = TargetNames.fileName(entry);
                if (name.startsWith(".")
                        && name.contains("." + batchId + "-")
                        && name.endsWith(ExportJournal.PARTIAL_SUFFIX)
                        && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException failure) {
            LOG.log(Level.WARNING, "left-over partial files could not be removed in " + folder, failure);
        }
    }
}
