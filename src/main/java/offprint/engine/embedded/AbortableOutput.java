package offprint.engine.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageOutputStreamImpl;

/// A file for ImageIO writers that refuses bytes once it is told to stop, and that can slip metadata between two bytes
/// of what the writer writes: the writer seeks and counts as if it were not there.
@SuppressWarnings("UnsafeFinalization") // the inherited finalizer only closes, and every stream here is closed
final class AbortableOutput extends ImageOutputStreamImpl {

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final BooleanSupplier stopped;
    private final byte[] inserted;
    private final long insertAt;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long bufferStart;
    private int bufferLength;
    private long writtenEnd;

    /// @param insertAt the writer's offset before which `inserted` is put
    AbortableOutput(Path file, BooleanSupplier stopped, long insertAt, byte[] inserted) throws IOException {
        this.stopped = stopped;
        this.insertAt = insertAt;
        this.inserted = inserted.clone();
        try {
            this.channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException failure) {
            throw new TargetUnwritableException(failure);
        }
    }

    /// The system refused the write.
    static final class TargetUnwritableException extends IOException {
        private static final long serialVersionUID = 1L;

        TargetUnwritableException(IOException cause) {
            super(Failures.textOf(cause), cause);
        }
    }

    @Override
    public long length() {
        return Math.max(writtenEnd, bufferStart + bufferLength);
    }

    @Override
    public void write(int value) throws IOException {
        flushBits();
        beginWrite();
        buffer[bufferLength++] = (byte) value;
        streamPos++;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        flushBits();
        int done = 0;
        while (done < length) {
            beginWrite();
            int count = Math.min(length - done, BUFFER_BYTES - bufferLength);
            System.arraycopy(from, offset + done, buffer, bufferLength, count);
            bufferLength += count;
            streamPos += count;
            done += count;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        bitOffset = 0;
        drain();
        long available = streamPos < insertAt ? insertAt - streamPos : Long.MAX_VALUE;
        var target = ByteBuffer.wrap(into, offset, (int) Math.min(length, available));
        int count = channel.read(target, physical(streamPos));
        streamPos += Math.max(0, count);
        return count;
    }

    /// Writes what is buffered, and the inserted bytes.
    ///
    /// @return bytes of the whole file
    long finish() throws IOException {
        drain();
        if (inserted.length > 0 && writtenEnd >= insertAt) {
            put(ByteBuffer.wrap(inserted), insertAt);
        }
        return writtenEnd + inserted.length;
    }

    @Override
    public void close() throws IOException {
        super.close();
        channel.close();
    }

    private void beginWrite() throws IOException {
        boolean continues = streamPos == bufferStart + bufferLength;
        if (!continues || bufferLength == BUFFER_BYTES) {
            drain();
            bufferStart = streamPos;
        }
    }

    private void drain() throws IOException {
        if (stopped.getAsBoolean()) {
            throw new AbortableInput.AbortedException();
        }
        int before = (int) Math.clamp(insertAt - bufferStart, 0L, (long) bufferLength);
        put(ByteBuffer.wrap(buffer, 0, before), bufferStart);
        put(ByteBuffer.wrap(buffer, before, bufferLength - before), physical(bufferStart + before));
        bufferStart += bufferLength;
        writtenEnd = Math.max(writtenEnd, bufferStart);
        bufferLength = 0;
    }

    private long physical(long logical) {
        return logical < insertAt ? logical : logical + inserted.length;
    }

    private void put(ByteBuffer bytes, long at) throws IOException {
        long position = at;
        try {
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
        } catch (IOException failure) {
            throw new TargetUnwritableException(failure);
        }
    }
}
