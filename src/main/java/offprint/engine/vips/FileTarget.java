package offprint.engine.vips;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Stop;

/// A file that a saver of libvips writes.
final class FileTarget implements AutoCloseable {

    private final FileChannel channel;
    private final SaverTarget target;

    private FileTarget(Vips vips, FileChannel channel, Stop stop) {
        this.channel = channel;
        this.target = new SaverTarget(vips, new InFile(channel), stop);
    }

    /// Empties the file.
    ///
    /// @throws EngineProblem when it can't be opened for writing
    static FileTarget open(Vips vips, Path file, Stop stop) throws EngineProblem {
        try {
            var channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            return new FileTarget(vips, channel, stop);
        } catch (IOException refused) {
            throw VipsFailures.ofOpening(refused);
        }
    }

    SaverTarget target() {
        return target;
    }

    private record InFile(FileChannel channel) implements SaverTarget.Place {

        @Override
        public void write(MemorySegment bytes) throws IOException {
            var left = bytes.asByteBuffer();
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }

        @Override
        public int read(MemorySegment into) throws IOException {
            return channel.read(into.asByteBuffer());
        }

        @Override
        public long seek(long offset, TargetSignals.Bytes.Whence whence) throws IOException {
            long base = switch (whence) {
                case START -> 0;
                case HERE -> channel.position();
                case END -> channel.size();
            };
            channel.position(base + offset);
            return channel.position();
        }
    }

    @Override
    public void close() throws EngineProblem {
        target.close();
        try {
            channel.close();
        } catch (IOException failure) {
            throw new EngineProblem(EngineFailure.ofRefusedWrite(VipsFailures.text(failure)), failure);
        }
    }
}
