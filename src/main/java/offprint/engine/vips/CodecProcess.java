package offprint.engine.vips;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A running [CodecChild], used by one worker at a time. [#kill] may be called from any thread, and whoever waits for
/// it then hears that it is gone.
final class CodecProcess implements AutoCloseable {

    private static final long LAST_BREATH_SECONDS = 2;

    /// What is heard at the end of the stream.
    private static final int ENDED = -1;

    /// Options for Java that are meant for this program and would slow down or disturb the other.
    private static final List<String> OPTIONS_FROM_OUTSIDE =
            List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;

    /// Answers that are waited for; the listener reads one byte for each, and the rest is read by who waited.
    private final Semaphore asked = new Semaphore(0);

    private final BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
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
        Thread.ofPlatform()
                .daemon()
                .name("codec-" + process.pid() + "-listener")
                .start(this::listen);
    }

    /// Waits in reads on a thread of its own: after a kill a read ends only when the system has taken back the process'
    /// memory, tens of milliseconds later. The streams' end is the end of this thread.
    private void listen() {
        try (answers) {
            int word;
            do {
                asked.acquireUninterruptibly();
                word = answers.read();
                heard.add(word);
            } while (word != ENDED);
        } catch (IOException closed) {
            heard.add(ENDED);
        }
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
    Answer encode(CodecRequest.Encode request) {
        return ask(request, SegmentAllocator.prefixAllocator(MemorySegment.NULL));
    }

    /// Blocks until the picture is decoded or the process is gone.
    ///
    /// @param memory for the pixels
    Answer decode(CodecRequest.Decode request, SegmentAllocator memory) {
        return ask(request, memory);
    }

    private Answer ask(CodecRequest request, SegmentAllocator memory) {
        try {
            awaitReady();
            request.write(requests);
            requests.flush();
            expect(CodecChild.GO);
        } catch (IOException gone) {
            return new Answer.NotReached(String.valueOf(gone.getMessage()));
        }
        try {
            return answer(memory);
        } catch (IOException gone) {
            return new Answer.Died(this);
        }
    }

    private void awaitReady() throws IOException {
        if (!ready) {
            expect(CodecChild.READY);
            ready = true;
        }
    }

    private void expect(int expected) throws IOException {
        int word = nextWord();
        if (word == CodecChild.FAILED) {
            throw new IOException(CodecRequest.readText(answers));
        }
        if (word != expected) {
            throw new IOException("it said " + word);
        }
    }

    /// Blocks until it says something.
    ///
    /// @throws EOFException when it has ended or is killed
    private int nextWord() throws IOException {
        asked.release();
        int word = taken();
        if (word == ENDED) {
            throw new EOFException("it ended");
        }
        return word;
    }

    /// An interrupt does not end the wait: a kill does.
    private int taken() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return heard.take();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Answer answer(SegmentAllocator memory) throws IOException {
        int word = nextWord();
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

    /// Ends it at once, whatever it does, and does not wait; nor does who waits for its answer any more.
    void kill() {
        process.destroyForcibly();
        heard.add(ENDED);
    }

    /// Ends it and does not wait, where the system lets a file be deleted that a dying process still holds: to take
    /// back the memory of a large picture takes the system tens of milliseconds.
    void leave() {
        if (SharedPixels.HOLDS_FILES) {
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
        asked.release(); // the listener sees the end
        try (requests) {
            ready = false;
        } catch (IOException unsent) {
            // nobody is there to read it
        }
    }
}
