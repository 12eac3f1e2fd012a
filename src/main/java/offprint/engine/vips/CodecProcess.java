package offprint.engine.vips;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import offprint.engine.Stop;

/// A running [CodecChild], used by one worker at a time. [#kill] may be called from any thread, and whoever waits for
/// it then hears that it is gone.
final class CodecProcess implements AutoCloseable {

    private static final long LAST_BREATH_SECONDS = 2;
    private static final long LOOK_NANOS = 2_000_000;

    /// Whether an open file can't be deleted.
    private static final boolean HOLDS_FILES =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    /// Options for Java that are meant for this program and would slow down or disturb the other.
    private static final List<String> OPTIONS_FROM_OUTSIDE =
            List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private boolean ready;

    /// How an encoding ended.
    sealed interface Answer {

        /// @param bytes of the file
        record Written(long bytes) implements Answer {}

        /// @param pixels in the memory that was given for them
        record Decoded(Raster raster, MemorySegment pixels) implements Answer {}

        /// @param reason libvips' words
        record Refused(String reason) implements Answer {}

        /// The file could not be written.
        ///
        /// @param reason the system's words
        record Unwritable(String reason) implements Answer {}

        /// It was gone before it took the request, or never came up; nothing is lost.
        ///
        /// @param reason for people
        record NotReached(String reason) implements Answer {}

        /// It died of this picture, or was killed.
        record Died(CodecProcess process) implements Answer {}
    }

    private CodecProcess(Process process) {
        this.process = process;
        this.requests = new DataOutputStream(process.getOutputStream());
        this.answers = new DataInputStream(process.getInputStream());
    }

    /// Starts it and does not wait until it is ready. What it prints as errors is dropped.
    ///
    /// @throws IOException when the system does not start processes
    static CodecProcess start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        OPTIONS_FROM_OUTSIDE.forEach(builder.environment()::remove);
        return new CodecProcess(builder.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// Blocks until the picture is written or the process is gone.
    ///
    /// @param stop ends the wait, for whoever has killed it
    Answer encode(CodecRequest.Encode request, Stop stop) {
        return ask(request, SegmentAllocator.prefixAllocator(MemorySegment.NULL), stop);
    }

    /// Blocks until the picture is decoded or the process is gone.
    ///
    /// @param memory for the pixels
    /// @param stop ends the wait, for whoever has killed it
    Answer decode(CodecRequest.Decode request, SegmentAllocator memory, Stop stop) {
        return ask(request, memory, stop);
    }

    private Answer ask(CodecRequest request, SegmentAllocator memory, Stop stop) {
        try {
            awaitReady(stop);
            request.write(requests);
            requests.flush();
            expect(CodecChild.GO, stop);
        } catch (IOException gone) {
            return new Answer.NotReached(String.valueOf(gone.getMessage()));
        }
        try {
            return answer(memory, stop);
        } catch (IOException gone) {
            return new Answer.Died(this);
        }
    }

    private void awaitReady(Stop stop) throws IOException {
        if (!ready) {
            expect(CodecChild.READY, stop);
            ready = true;
        }
    }

    private void expect(int word, Stop stop) throws IOException {
        awaitAnswer(stop);
        int heard = answers.read();
        if (heard == CodecChild.FAILED) {
            throw new IOException(CodecRequest.readText(answers));
        }
        if (heard != word) {
            throw new IOException(heard < 0 ? "it ended" : "it said " + heard);
        }
    }

    /// Looks instead of waiting in a read: that would end only after the system has taken back the killed process'
    /// memory, tens of milliseconds later.
    private void awaitAnswer(Stop stop) throws IOException {
        while (answers.available() == 0 && process.isAlive()) {
            if (stop.isStopped()) {
                throw new EOFException("nobody waits for it any more");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private Answer answer(SegmentAllocator memory, Stop stop) throws IOException {
        awaitAnswer(stop);
        int word = answers.read();
        return switch (word) {
            case CodecChild.DONE -> new Answer.Written(answers.readLong());
            case CodecChild.PIXELS -> {
                var raster = Raster.read(answers);
                var pixels = memory.allocate(raster.bytes());
                Raster.receive(pixels, answers);
                yield new Answer.Decoded(raster, pixels);
            }
            case CodecChild.FAILED -> new Answer.Refused(CodecRequest.readText(answers));
            case CodecChild.UNWRITABLE -> new Answer.Unwritable(CodecRequest.readText(answers));
            default -> throw new EOFException("it said " + word);
        };
    }

    /// Ends it at once, whatever it does, and does not wait.
    void kill() {
        process.destroyForcibly();
    }

    /// Ends it and does not wait, where the system lets a file be deleted that a dying process still holds: to take
    /// back the memory of a large picture takes the system tens of milliseconds.
    void leave() {
        if (HOLDS_FILES) {
            close();
        } else {
            kill();
            closeQuietly();
        }
    }

    /// Ends it and waits until the system has put it away, so that its file is closed.
    @Override
    public void close() {
        kill();
        awaitEnd();
        closeQuietly();
    }

    /// As the system tells it, once it has ended.
    int exitCode() {
        awaitEnd();
        return process.isAlive() ? 0 : process.exitValue();
    }

    private void awaitEnd() {
        try {
            process.waitFor(LAST_BREATH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Frees the ends of the pipes; what was not sent can't be sent any more, which is what the error says.
    private void closeQuietly() {
        try (answers;
                requests) {
            ready = false;
        } catch (IOException unsent) {
            // nobody is there to read it
        }
    }
}
