package offprint.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.engine.ThumbnailRequest;
import offprint.fixtures.FakeEngine;
import offprint.fixtures.TestPools;
import offprint.image.PixelSize;
import offprint.pool.Priority;
import offprint.pool.WorkerPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThumbnailStoreTest {

    private final FakeEngine engine = new FakeEngine();
    private final WorkerPool pool = TestPools.of(1, 100);
    private final ThumbnailStore store =
            new ThumbnailStore(new Engines(List.of(engine)), pool, Limits.STANDARD, Optional.empty());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        pool.close();
        assertThat(engine.openPixels()).isZero();
    }

    private static Photo photo(String name) {
        return new Photo(
                Path.of(name).toAbsolutePath(),
                Path.of("").toAbsolutePath(),
                4,
                Instant.EPOCH,
                EngineResult.done(FakeEngine.PHOTO));
    }

    /// Writes down what came, and closes it as a window does.
    private Consumer<EngineResult<Thumbnail>> hearing(String who) {
        return result -> {
            switch (result) {
                case EngineResult.Done<Thumbnail> done -> {
                    done.value().pixels().close();
                    heard.add(who + " " + done.value().sharpness());
                }
                case EngineResult.Failed<Thumbnail> failed ->
                    heard.add(who + " " + failed.failure().code());
            }
        };
    }

    private void request(String name, CancellationToken cancellation) {
        store.request(photo(name), 160, Priority.INTERACTIVE, hearing(name), cancellation);
    }

    private List<String> hear(int count) throws InterruptedException {
        var items = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var item = heard.poll(30, TimeUnit.SECONDS);
            assertThat(item).as("after %s", items).isNotNull();
            items.add(String.valueOf(item));
        }
        return items;
    }

    /// Keeps the only worker busy until the gate opens, so that what follows waits in a known order.
    private void holdTheWorker() {
        engine.thumbnailing.shut();
        request("busy", CancellationToken.never());
        engine.thumbnailing.awaitEntered(1);
    }

    private List<String> asked() {
        return engine.thumbnails().stream()
                .map(request -> request.photo().getFileName() + " " + request.source())
                .toList();
    }

    @Nested
    class A_request {

        @Test
        void hears_the_embedded_one_and_then_the_sharp_one() throws InterruptedException {
            request("a", CancellationToken.never());

            assertThat(hear(2)).containsExactly("a EMBEDDED", "a SHARP");
            assertThat(asked()).containsExactly("a EMBEDDED_ONLY", "a PICTURE");
            assertThat(engine.thumbnails().getFirst().boxPx()).isEqualTo(160);
        }

        @Test
        void hears_the_sharp_one_alone_where_none_is_embedded() throws InterruptedException {
            engine.onThumbnail(request -> request.source() == ThumbnailRequest.Source.EMBEDDED_ONLY
                    ? EngineResult.failed(new EngineFailure.UnsupportedFormat("none embedded"))
                    : EngineResult.done(new PixelSize(160, 107)));
            request("a", CancellationToken.never());
            request("b", CancellationToken.never());

            assertThat(hear(2)).containsExactlyInAnyOrder("a SHARP", "b SHARP");
            assertThat(heard).isEmpty();
        }

        @Test
        void hears_of_a_failure() throws InterruptedException {
            engine.onThumbnail(request -> EngineResult.failed(new EngineFailure.TruncatedSource("half is missing")));
            request("a", CancellationToken.never());

            assertThat(hear(1)).containsExactly("a E-DECODE-TRUNCATED");
        }

        @Test
        void hears_of_a_reader_that_breaks() throws InterruptedException {
            engine.onThumbnail(request -> {
                throw new IllegalStateException("a bug in a reader");
            });
            request("a", CancellationToken.never());

            assertThat(hear(1)).containsExactly("a E-DECODE-DAMAGED");
        }

        @Test
        void of_a_photo_that_could_not_be_read_asks_no_engine() throws InterruptedException {
            var broken = new Photo(
                    Path.of("x").toAbsolutePath(),
                    Path.of("").toAbsolutePath(),
                    0,
                    Instant.EPOCH,
                    EngineResult.failed(new EngineFailure.EmptySource()));
            store.request(broken, 160, Priority.NEAR, hearing("x"), CancellationToken.never());

            assertThat(hear(1)).containsExactly("x E-SOURCE-EMPTY");
            assertThat(engine.thumbnails()).isEmpty();
        }

        @Test
        void outlives_a_listener_that_breaks() throws InterruptedException {
            store.request(
                    photo("a"),
                    160,
                    Priority.INTERACTIVE,
                    result -> {
                        hearing("a").accept(result);
                        throw new IllegalStateException("a bug in a window");
                    },
                    CancellationToken.never());

            assertThat(hear(2)).containsExactly("a EMBEDDED", "a SHARP");
        }
    }

    @Nested
    class What_is_off_screen {

        private void ask(String name) {
            store.request(photo(name), 160, Priority.NEAR, hearing(name), CancellationToken.never());
        }

        @Test
        void gets_the_embedded_one_and_no_decode() throws InterruptedException {
            ask("a");
            ask("b");

            assertThat(hear(2)).containsExactly("a EMBEDDED", "b EMBEDDED");
            pool.close();
            assertThat(asked()).containsExactly("a EMBEDDED_ONLY", "b EMBEDDED_ONLY");
        }

        @Test
        void hears_that_none_is_embedded() throws InterruptedException {
            engine.onThumbnail(request -> EngineResult.failed(new EngineFailure.UnsupportedFormat("none embedded")));
            ask("a");

            assertThat(hear(1)).containsExactly("a E-FORMAT-UNSUPPORTED");
        }

        @Test
        void gets_a_sharp_one_when_it_comes_on_screen_before_its_turn() throws InterruptedException {
            holdTheWorker();
            ask("a");
            request("a", CancellationToken.never());
            engine.thumbnailing.open();

            assertThat(hear(6))
                    .containsExactlyInAnyOrder(
                            "busy EMBEDDED", "busy SHARP", "a EMBEDDED", "a EMBEDDED", "a SHARP", "a SHARP");
        }
    }

    @Nested
    class Of_many_requests {

        @Test
        void the_newest_on_screen_come_first_and_embedded_before_sharp() throws InterruptedException {
            holdTheWorker();
            int many = 200;
            for (int i = 0; i < many; i++) {
                store.request(photo("far" + i), 160, Priority.NEAR, hearing("far"), CancellationToken.never());
            }
            for (int i = 0; i < many; i++) {
                request("n" + i, CancellationToken.never());
            }
            engine.thumbnailing.open();
            hear(2 + 3 * many);

            // A few far ones were in the pool before the near ones came; the order among the near ones is strict.
            var line = asked().stream().filter(item -> item.startsWith("n")).toList();
            assertThat(line.getFirst()).isEqualTo("n199 EMBEDDED_ONLY");
            assertThat(line.subList(0, many)).allMatch(item -> item.endsWith("EMBEDDED_ONLY"));
            assertThat(line.get(many)).endsWith("PICTURE");
            assertThat(asked().lastIndexOf("n0 PICTURE")).isLessThan(asked().lastIndexOf("far199 EMBEDDED_ONLY"));
            assertThat(asked()).noneMatch(item -> item.startsWith("far") && item.endsWith("PICTURE"));
        }

        @Test
        void an_embedded_one_finds_a_worker_while_sharp_ones_are_made() throws InterruptedException {
            int processors = Runtime.getRuntime().availableProcessors();
            var sharpening = new Semaphore(0);
            var mayEnd = new CountDownLatch(1);
            engine.onThumbnail(request -> {
                if (request.source() == ThumbnailRequest.Source.PICTURE) {
                    sharpening.release();
                    awaitUninterruptibly(mayEnd);
                }
                return EngineResult.done(new PixelSize(1, 1));
            });
            int photos = processors + 3;
            try (var wide = TestPools.of(processors + 1, 100)) {
                var many = new ThumbnailStore(new Engines(List.of(engine)), wide, Limits.STANDARD, Optional.empty());
                for (int i = 0; i < photos; i++) {
                    many.request(photo("n" + i), 160, Priority.INTERACTIVE, hearing("n"), CancellationToken.never());
                }
                assertThat(sharpening.tryAcquire(processors, 30, TimeUnit.SECONDS))
                        .isTrue();

                many.request(photo("late"), 160, Priority.INTERACTIVE, hearing("late"), CancellationToken.never());

                assertThat(hear(photos + 1)).contains("late EMBEDDED").allMatch(item -> item.endsWith("EMBEDDED"));
                assertThat(sharpening.availablePermits()).isZero();
                mayEnd.countDown();
                hear(photos + 1);
            }
        }

        private static void awaitUninterruptibly(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        @Test
        void those_cancelled_while_they_wait_cost_nothing() throws InterruptedException {
            holdTheWorker();
            var source = new CancellationSource();
            for (int i = 0; i < 500; i++) {
                request("n" + i, source.token());
            }
            request("kept", CancellationToken.never());

            source.cancel();
            engine.thumbnailing.open();

            assertThat(hear(4)).containsOnly("busy EMBEDDED", "busy SHARP", "kept EMBEDDED", "kept SHARP");
            assertThat(asked()).hasSize(4).noneMatch(item -> item.startsWith("n"));
        }

        @Test
        void those_for_the_same_photo_share_one_decode_and_own_their_pixels() throws InterruptedException {
            holdTheWorker();
            for (int i = 0; i < 5; i++) {
                store.request(
                        photo("same"), 160, Priority.INTERACTIVE, hearing("asker" + i), CancellationToken.never());
            }
            engine.thumbnailing.open();

            assertThat(hear(12)).hasSize(12);
            assertThat(asked().stream().filter(item -> item.startsWith("same"))).hasSize(2);
        }
    }

    @Nested
    class A_running_request {

        @Test
        void stops_when_cancelled_and_is_never_told() throws InterruptedException {
            engine.thumbnailing.shut();
            var source = new CancellationSource();
            request("a", source.token());
            engine.thumbnailing.awaitEntered(1);

            source.cancel();
            engine.thumbnailing.open();
            request("b", CancellationToken.never());

            assertThat(hear(2)).containsExactly("b EMBEDDED", "b SHARP");
        }

        @Test
        void goes_on_while_anybody_wants_it() throws InterruptedException {
            engine.thumbnailing.shut();
            var gone = new CancellationSource();
            store.request(photo("a"), 160, Priority.INTERACTIVE, hearing("gone"), gone.token());
            store.request(photo("a"), 160, Priority.INTERACTIVE, hearing("here"), CancellationToken.never());
            engine.thumbnailing.awaitEntered(1);

            gone.cancel();
            engine.thumbnailing.open();

            assertThat(hear(2)).containsExactly("here EMBEDDED", "here SHARP");
        }

        @Test
        void that_nobody_wants_and_that_cannot_be_stopped_leaks_nothing() throws InterruptedException {
            engine.thumbnailing.shutAgainstCancels();
            var source = new CancellationSource();
            request("a", source.token());
            engine.thumbnailing.awaitEntered(1);
            source.cancel();
            request("a", CancellationToken.never());
            engine.thumbnailing.open();

            assertThat(hear(2)).containsExactly("a EMBEDDED", "a SHARP");
        }
    }

    @Test
    void a_closed_pool_forgets_what_waits_however_much_it_is() {
        holdTheWorker();
        for (int i = 0; i < 20_000; i++) {
            request("n" + i, CancellationToken.never());
        }

        pool.close();
        request("late", CancellationToken.never());

        assertThat(heard).isEmpty();
        assertThat(asked()).containsExactly("busy EMBEDDED_ONLY");
    }
}
