package offprint.export;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import offprint.recipe.Recipe;

/// The open journal of one running batch. A disk that refuses a line costs the record and never the export: it is
/// logged once, and the batch goes on.
///
/// Notes are kept in memory and touch no disk, so any thread may take them; what writes is for workers.
final class JournalWriter {

    private static final System.Logger LOG = System.getLogger(JournalWriter.class.getName());

    /// An order of ten thousand photos is written in pieces: one text of some megabytes would stop the whole program
    /// for its memory.
    private static final int PIECE_CHARS = 64 << 10;

    private final Path file;
    private final FileChannel channel;
    private final Runnable onClosed;
    private final Queue<Note> notes = new ConcurrentLinkedQueue<>();
    private boolean broken;

    private JournalWriter(Path file, FileChannel channel, Runnable onClosed) {
        this.file = file;
        this.channel = channel;
        this.onClosed = onClosed;
    }

    /// What was ordered.
    ///
    /// @param id unique
    /// @param continues id of the interrupted batch that it goes on with
    record Order(
            String id,
            Instant startedAt,
            Recipe recipe,
            Path destination,
            List<OrderedPhoto> photos,
            Optional<String> continues) {
        Order {
            photos = List.copyOf(photos);
        }
    }

    /// @param sequence place in the batch, from 1; the key of later lines
    /// @param planned the photo with the outputs that are to be made
    record OrderedPhoto(int sequence, PlannedPhoto planned) {}

    /// Writes the order, forced.
    static JournalWriter create(Path file, Order order, Runnable onClosed) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var writer = new JournalWriter(file, channel, onClosed);
        try {
            channel.lock();
            var text = new StringBuilder(JournalLines.head(order));
            for (var photo : order.photos()) {
                text.append(JournalLines.photo(photo));
                if (text.length() > PIECE_CHARS) {
                    writer.write(text.toString());
                    text.setLength(0);
                }
            }
            writer.append(text.toString());
            FileSteps.DISK.forceFolder(TargetNames.folder(file));
            return writer;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    /// Says, forced, that a checked partial file is about to become its target: after a crash the two lines tell a
    /// finished output from a foreign file of the same name.
    synchronized void placing(int sequence, String variant, Path target, long bytes, Instant modifiedAt) {
        attempt(() -> append(drained() + JournalLines.placing(sequence, variant, target, bytes, modifiedAt)));
    }

    /// Notes how an output ended; [#flush] writes it.
    ///
    /// @param variant empty for every output of the photo
    void ended(int sequence, String variant, ExportOutcome outcome) {
        notes.add(new Note(sequence, variant, outcome));
    }

    /// Writes the notes, forced.
    synchronized void flush() {
        var text = drained();
        if (!text.isEmpty()) {
            attempt(() -> append(text));
        }
    }

    /// The batch has ended: its record is not needed any more.
    synchronized void closeAndDelete() {
        attempt(() -> {
            channel.close();
            Files.deleteIfExists(file);
        });
        onClosed.run();
    }

    /// The batch was interrupted: its record stays for the next start.
    synchronized void closeAndKeep() {
        flush();
        attempt(channel::close);
        onClosed.run();
    }

    private String drained() {
        var text = new StringBuilder();
        for (var note = notes.poll(); note != null; note = notes.poll()) {
            text.append(JournalLines.ended(note.sequence, note.variant, note.outcome));
        }
        return text.toString();
    }

    private record Note(int sequence, String variant, ExportOutcome outcome) {}

    private void append(String text) throws IOException {
        write(text);
        channel.force(false);
    }

    private void write(String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException failure) {
            if (!broken) {
                broken = true;
                LOG.log(Level.WARNING, "a journal can't be kept any more: " + file, failure);
            }
        }
    }

    /// A step that the disk may refuse.
    private interface Step {
        void run() throws IOException;
    }
}
