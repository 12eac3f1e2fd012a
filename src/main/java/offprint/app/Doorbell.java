package offprint.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Takes the letters of second starts at a socket that only this user can reach. One thread serves all who call; nobody
/// can hold it up, send more than a letter, or stay longer than his time.
final class Doorbell implements Runnable, AutoCloseable {

    static final byte[] TAKEN = "ok\n".getBytes(StandardCharsets.US_ASCII);

    private static final System.Logger LOG = System.getLogger(Doorbell.class.getName());
    private static final byte[] NOT_UNDERSTOOD = "what\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_AT_ONCE = 16;

    private final Path socket;
    private final Duration patience;
    private final Consumer<List<Path>> taker;
    private final ServerSocketChannel door;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private volatile boolean closed;

    /// Opens the socket.
    ///
    /// @param patience how long a caller may take to say what he wants
    /// @param taker gets the files of each letter, on the thread of [#run]
    Doorbell(Path socket, Duration patience, Consumer<List<Path>> taker) throws IOException {
        this.socket = socket;
        this.patience = patience;
        this.taker = taker;
        selector = Selector.open();
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            door.bind(UnixDomainSocketAddress.of(socket), MOST_AT_ONCE);
            door.configureBlocking(false);
            door.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException failure) {
            door.close();
            selector.close();
            throw failure;
        }
    }

    /// A caller.
    private static final class Visit {
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();
        private final long sinceNanos = System.nanoTime();
    }

    /// Serves until it is closed.
    @Override
    public void run() {
        try (door;
                selector) {
            while (!closed) {
                selector.select(patience.toMillis());
                for (var key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
                sendAwayTheSlow();
            }
            selector.keys().forEach(Doorbell::hangUp);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "second starts are not heard any more", failure);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                letIn();
            } else if (key.attachment() instanceof Visit visit) {
                listen(key, (SocketChannel) key.channel(), visit);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "a second start was cut off", failure);
            if (key.attachment() instanceof Visit) {
                hangUp(key);
            }
        }
    }

    private void letIn() throws IOException {
        var caller = door.accept();
        if (caller == null) {
            return;
        }
        if (selector.keys().size() > MOST_AT_ONCE) {
            caller.close();
            return;
        }
        caller.configureBlocking(false);
        caller.register(selector, SelectionKey.OP_READ, new Visit());
    }

    private void listen(SelectionKey key, SocketChannel caller, Visit visit) throws IOException {
        buffer.clear();
        int count = caller.read(buffer);
        if (count < 0) {
            caller.write(ByteBuffer.wrap(answer(visit)));
            hangUp(key);
            return;
        }
        var bytes = new byte[count];
        buffer.flip().get(bytes);
        visit.said.writeBytes(bytes);
        if (visit.said.size() > Letter.MAX_BYTES) {
            LOG.log(System.Logger.Level.WARNING, "somebody who calls himself a second start talks without end");
            hangUp(key);
        }
    }

    private byte[] answer(Visit visit) {
        var letter = Letter.read(visit.said.toByteArray());
        if (letter.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "a second start was not understood");
            return NOT_UNDERSTOOD;
        }
        taker.accept(letter.get().files());
        return TAKEN;
    }

    private void sendAwayTheSlow() {
        long now = System.nanoTime();
        for (var key : List.copyOf(selector.keys())) {
            if (key.attachment() instanceof Visit visit && now - visit.sinceNanos > patience.toNanos()) {
                LOG.log(System.Logger.Level.WARNING, "a second start never came to its end");
                hangUp(key);
            }
        }
    }

    private static void hangUp(SelectionKey key) {
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.DEBUG, "a socket could not be closed", failure);
        }
    }

    /// Nobody is heard from now on. Any thread.
    @Override
    public void close() throws IOException {
        closed = true;
        Files.deleteIfExists(socket);
        selector.wakeup();
    }
}
