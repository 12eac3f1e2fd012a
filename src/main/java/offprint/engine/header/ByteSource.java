package offprint.engine.header;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Random access to a file or an array, for reading headers: never more than what was asked for, never past the end.
public interface ByteSource extends AutoCloseable {

    long size();

    /// The bytes from `offset`, fewer than `length` where the source ends.
    byte[] read(long offset, int length) throws IOException;

    @Override
    default void close() throws IOException {}

    static ByteSource of(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new OfFile(channel, channel.size());
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    static ByteSource of(byte[] bytes) {
        return new OfBytes(bytes);
    }

    /// A part of another, which it does not own.
    static ByteSource part(ByteSource whole, long from, long bytes) {
        long start = Math.clamp(from, 0, whole.size());
        return new Part(whole, start, Math.clamp(bytes, 0, whole.size() - start));
    }

    record Part(ByteSource whole, long from, long size) implements ByteSource {
        @Override
        public byte[] read(long offset, int length) throws IOException {
            long at = Math.clamp(offset, 0, size);
            return whole.read(from + at, (int) Math.min(length, size - at));
        }
    }

    record OfFile(FileChannel channel, long size) implements ByteSource {
        @Override
        public byte[] read(long offset, int length) throws IOException {
            var buffer = ByteBuffer.allocate((int) Math.clamp(size - offset, 0L, (long) length));
            while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) > 0) {
                // a channel may give less than there is room for
            }
            return buffer.hasRemaining() ? java.util.Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OfBytes(byte[] bytes) implements ByteSource {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] read(long offset, int length) {
            int from = (int) Math.clamp(offset, 0L, (long) bytes.length);
            int to = (int) Math.min(bytes.length, (long) from + length);
            return java.util.Arrays.copyOfRange(bytes, from, to);
        }
    }
}
