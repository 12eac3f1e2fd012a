package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real sockets and locks, within one process.
@Timeout(60)
class OnlyCopyTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final List<Path> FILES = List.of(Path.of("/photos/a.jpg"), Path.of("/photos/b c.nef"));

    @TempDir
    private Path folder;

    private Path state = Path.of("");
    private final BlockingQueue<List<Path>> arrived = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void choose() throws IOException {
        state = folder.toRealPath().resolve("state");
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
    }

    private OnlyCopy first() {
        var found = OnlyCopy.find(state, List.of(), LONG);
        assertThat(found).isInstanceOf(OnlyCopy.Found.First.class);
        var copy = ((OnlyCopy.Found.First) found).copy();
        open.add(copy);
        return copy;
    }

    private List<Path> awaitArrival() throws InterruptedException {
        var files = arrived.poll(20, TimeUnit.SECONDS);
        assertThat(files).as("an arrival").isNotNull();
        return files;
    }

    @Nested
    class A_second_start {

        @Test
        void hands_its_files_to_the_first() throws Exception {
            first().listen(arrived::add);

            assertThat(OnlyCopy.find(state, FILES, LONG)).isEqualTo(new OnlyCopy.Found.HandedOver());
            assertThat(OnlyCopy.find(state, List.of(), LONG)).isEqualTo(new OnlyCopy.Found.HandedOver());

            assertThat(awaitArrival()).isEqualTo(FILES);
            assertThat(awaitArrival()).isEmpty();
        }

        @Test
        void of_thousands_of_files_hands_them_all_over() throws Exception {
            first().listen(arrived::add);
            var many = java.util.stream.IntStream.range(0, 30_000)
                    .mapToObj(i -> Path.of("/photos/a folder of many/DSC_%05d.jpg".formatted(i)))
                    .toList();

            assertThat(OnlyCopy.find(state, many, LONG)).isEqualTo(new OnlyCopy.Found.HandedOver());
            assertThat(awaitArrival()).isEqualTo(many);
        }

        @Test
        void waits_for_a_first_that_does_not_hear_yet() throws Exception {
            var copy = first();
            var second = CompletableFuture.supplyAsync(() -> OnlyCopy.find(state, FILES, LONG));
            assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            copy.listen(arrived::add);

            assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(new OnlyCopy.Found.HandedOver());
            assertThat(awaitArrival()).isEqualTo(FILES);
        }

        @Test
        void opens_its_own_window_when_the_first_never_hears() {
            first();

            assertThat(OnlyCopy.find(state, FILES, SHORT)).isInstanceOf(OnlyCopy.Found.Alone.class);
        }

        @Test
        void opens_its_own_window_when_who_answers_is_something_else() throws Exception {
            first();
            var door = PrivateFolder.forSocket(state, "door").resolve("door");
            var other = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            open.add(other);
            other.bind(UnixDomainSocketAddress.of(door));

            assertThat(OnlyCopy.find(state, FILES, SHORT))
                    .as("it takes the call and says nothing")
                    .isInstanceOf(OnlyCopy.Found.Alone.class);
        }

        @Test
        void is_the_first_once_the_first_has_closed() {
            var copy = first();
            copy.listen(arrived::add);
            assertThat(OnlyCopy.find(state, FILES, LONG)).isInstanceOf(OnlyCopy.Found.HandedOver.class);
            copy.close();

            first();
        }

        @Test
        void is_not_held_up_by_a_socket_that_a_crash_has_left() throws Exception {
            var door = PrivateFolder.forSocket(state, "door").resolve("door");
            try (var crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                crashed.bind(UnixDomainSocketAddress.of(door));
            }
            assertThat(door).exists();

            first().listen(arrived::add);
            assertThat(OnlyCopy.find(state, FILES, LONG)).isInstanceOf(OnlyCopy.Found.HandedOver.class);
            assertThat(awaitArrival()).isEqualTo(FILES);
        }

        @Test
        void opens_a_window_where_the_state_can_t_be_written() throws Exception {
            Files.writeString(state, "a file where the folder should be");

            assertThat(OnlyCopy.find(state, FILES, SHORT)).isInstanceOf(OnlyCopy.Found.Alone.class);
        }
    }

    @Nested
    class A_hostile_caller {

        private Path door = Path.of("");

        @BeforeEach
        void listenWithLittlePatience() throws Exception {
            door = PrivateFolder.forSocket(state, "door").resolve("door");
            var bell = new Doorbell(door, Duration.ofMillis(500), arrived::add);
            open.add(bell);
            offprint.pool.ServiceThread.start("doorbell under test", bell);
        }

        private SocketChannel call() throws IOException {
            var caller = SocketChannel.open(UnixDomainSocketAddress.of(door));
            open.add(caller);
            return caller;
        }

        private void assertStillHeard() throws Exception {
            assertThat(Messenger.deliver(door, new Letter(FILES), System.nanoTime() + LONG.toNanos()))
                    .isTrue();
            assertThat(awaitArrival()).isEqualTo(FILES);
        }

        private static String answerOf(SocketChannel caller) throws IOException {
            var answer = ByteBuffer.allocate(64);
            while (caller.read(answer) > 0) {
                assertThat(answer.hasRemaining()).isTrue();
            }
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
        }

        @Test
        void who_says_nonsense_is_told_so() throws Exception {
            var caller = call();
            caller.write(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            caller.shutdownOutput();

            assertThat(answerOf(caller)).isEqualTo("what\n");
            assertThat(arrived).isEmpty();
            assertStillHeard();
        }

        @Test
        void who_talks_without_end_is_cut_off() throws Exception {
            var caller = call();
            var much = ByteBuffer.allocate(1 << 20);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 64; i++) {
                            caller.write(much.rewind());
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertStillHeard();
        }

        @Test
        void who_says_nothing_is_sent_away_and_holds_nobody_up() throws Exception {
            var silent = call();
            assertStillHeard();
            assertThat(answerOf(silent)).isEmpty();
        }

        @Test
        void a_crowd_of_them_is_let_in_by_a_few_at_a_time() throws Exception {
            for (int i = 0; i < 60; i++) {
                call();
            }
            boolean heard = false;
            while (!heard) {
                heard = Messenger.deliver(door, new Letter(FILES), System.nanoTime() + LONG.toNanos());
            }
            assertThat(awaitArrival()).isEqualTo(FILES);
        }
    }

    @Nested
    class The_folder {

        @Test
        void can_be_entered_by_its_user_only() throws Exception {
            assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
            var made = PrivateFolder.forSocket(state, "door");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");

            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
            PrivateFolder.forSocket(state, "door");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }

        @Test
        void is_elsewhere_when_its_path_would_be_too_long_for_a_socket() throws Exception {
            state = state.resolve("a".repeat(60)).resolve("ä".repeat(60));
            var made = PrivateFolder.forSocket(state, "door");
            assertThat(made.toString().length()).isLessThan(95);
            assertThat(PrivateFolder.forSocket(state, "door")).isEqualTo(made);

            first().listen(arrived::add);
            assertThat(OnlyCopy.find(state, FILES, LONG)).isInstanceOf(OnlyCopy.Found.HandedOver.class);
            Files.delete(made.resolve("lock"));
        }

        @Test
        void elsewhere_is_not_taken_from_somebody_who_was_quicker() throws Exception {
            var temporary = Files.createDirectories(folder.resolve("tmp"));
            state = state.resolve("a".repeat(100));
            var made = PrivateFolder.forSocket(state, temporary, "door");
            Files.delete(made);
            Files.createSymbolicLink(made, Files.createDirectories(folder.resolve("trap")));

            assertThatThrownBy(() -> PrivateFolder.forSocket(state, temporary, "door"))
                    .isInstanceOf(IOException.class);
        }

        @Test
        void of_somebody_else_is_not_used() throws Exception {
            assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a folder away");
            var made = PrivateFolder.forSocket(state, "door");
            var nobody = made.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(made, nobody);

            assertThatThrownBy(() -> PrivateFolder.forSocket(state, "door"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("somebody else");
        }
    }
}
