package offprint.engine.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStreamImpl;

/// A file for ImageIO readers that stops giving bytes once it is told to: readers that never poll for an abort still
/// come here for more.
///
/// It can hide bytes: the JDK's JPEG reader would convert every row of a picture with a profile, before the resize,
/// and is kept from seeing the profile by a changed identifier.
@SuppressWarnings("UnsafeFinalization") // the inherited finalizer only closes, and every stream here is closed
final class AbortableInput extends ImageInputStreamImpl {

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final long size;
    private final BooleanSupplier stopped;
    private final List<Long> hidden;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long bufferStart;
    private int bufferLength;

    /// @param hidden offsets of bytes that are given as zero
    AbortableInput(Path file, BooleanSupplier stopped, List<Long> hidden) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = channel.size();
        this.stopped = stopped;
        this.hidden = hidden;
    }

    /// The read was refused because of a cancel.
    static final class AbortedException extends IOException {
        private static final long serialVersionUID = 1L;

        AbortedException() {
            super("stopped");
        }
    }

    /// The system could not read the file.
    static final class SourceUnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        SourceUnreadableException(IOException cause) {
            super(Failures.textOf(cause), cause);
        }
    }

    @Override
    public long length() {
        return size;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        return buffer[(int) (streamPos++ - bufferStart)] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int at = (int) (streamPos - bufferStart);
        int count = Math.min(length, bufferLength - at);
        System.arraycopy(buffer, at, into, offset, count);
        streamPos += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (streamPos >= bufferStart && streamPos < bufferStart + bufferLength) {
            return true;
        }
        if (stopped.getAsBoolean()) {
            throw new AbortedException();
        }
        try {
            bufferStart = streamPos;
            bufferLength = Math.max(0, channel.read(ByteBuffer.wrap(buffer), streamPos));
        } catch (IOException failure) {
            bufferLength = 0;
            throw new SourceUnreadableException(failure);
        }
        for (long at : hidden) {
            if (at >= bufferStart && at < bufferStart + bufferLength) {
                buffer[(int) (at - bufferStart)] = 0;
            }
        }
        return bufferLength > 0;
    }

    @Override
    public void close() throws IOException {
        super.close();
        channel.close();
    }
}
