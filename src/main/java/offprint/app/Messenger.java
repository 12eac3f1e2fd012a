package offprint.app;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;

/// Carries a letter to a [Doorbell]. Waits, but never beyond its deadline.
final class Messenger {

    private Messenger() {}

    /// @param deadlineNanos of `System.nanoTime`
    /// @return whether it was taken; false as well when nobody is there
    static boolean deliver(Path socket, Letter letter, long deadlineNanos) {
        try (var selector = Selector.open();
                var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            var key = channel.register(selector, SelectionKey.OP_WRITE);
            var bytes = ByteBuffer.wrap(letter.bytes());
            while (bytes.hasRemaining() && isReady(selector, deadlineNanos)) {
                channel.write(bytes);
            }
            if (bytes.hasRemaining()) {
                return false;
            }
            channel.shutdownOutput();
            key.interestOps(SelectionKey.OP_READ);
            return isTaken(channel, selector, deadlineNanos);
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static boolean isTaken(SocketChannel channel, Selector selector, long deadlineNanos) throws IOException {
        var answer = ByteBuffer.allocate(Doorbell.TAKEN.length);
        int count = 0;
        while (count >= 0 && answer.hasRemaining() && isReady(selector, deadlineNanos)) {
            count = channel.read(answer);
        }
        return !answer.hasRemaining() && Arrays.equals(answer.array(), Doorbell.TAKEN);
    }

    private static boolean isReady(Selector selector, long deadlineNanos) throws IOException {
        selector.selectedKeys().clear();
        long millis = (deadlineNanos - System.nanoTime()) / 1_000_000;
        return millis > 0 && selector.select(millis) > 0;
    }
}
