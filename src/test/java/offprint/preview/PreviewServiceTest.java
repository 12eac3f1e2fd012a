package offprint.preview;

import static offprint.preview.PreviewRequests.both;
import static offprint.preview.PreviewRequests.photo;
import static offprint.preview.PreviewRequests.seenAs;
import static offprint.preview.PreviewRequests.small;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.engine.View;
import offprint.fixtures.FakeEngine;
import offprint.fixtures.TestPools;
import offprint.image.PixelSize;
import offprint.library.Photo;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;
import offprint.preview.PreviewEvent.Certainty;
import offprint.preview.PreviewRequest.Wanted;
import offprint.recipe.Encoding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PreviewServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeEngine engine = new FakeEngine();
    private final WorkerPool pool = TestPools.of(2, 2);
    private final PreviewService previews = new PreviewService(new Engines(List.of(engine)), pool, Limits.STANDARD);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void nothing_is_left() throws InterruptedException {
        engine.writing.open();
        engine.preparing.open();
        previews.close();
        pool.close(PATIENCE, PATIENCE);
        assertThat(engine.openPixels()).as("pixels left open").isZero();
        assertThat(engine.openWorkpieces()).as("decoded photos left open").isZero();
        assertThat(engine.written())
                .as("temporary files")
                .allSatisfy(file -> assertThat(file).doesNotExist());
    }

    private Consumer<PreviewEvent> hearing(String who) {
        return event -> {
            switch (event) {
                case PreviewEvent.Before before -> {
                    before.pixels().close();
                    heard.add(who + " before " + before.whole());
                }
                case PreviewEvent.After after -> {
                    after.pixels().close();
                    heard.add(who + (after.certainty() == Certainty.EXACT ? " " : " about ") + after.bytes());
                }
                case PreviewEvent.Failed failed ->
                    heard.add(who + " " + failed.failure().code());
            }
        };
    }

    private void request(String name, int quality) {
        previews.request(small(photo(name), quality), hearing(name + quality));
    }

    private String hear() throws InterruptedException {
        return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
    }

    private static byte[] bytes(int count) {
        return new byte[count];
    }

    @Nested
    class A_request {

        @Test
        void shows_the_photo_then_what_the_encoder_made_of_it() throws InterruptedException {
            engine.onRender(variant -> EngineResult.done(bytes(77)));
            previews.request(both(small(photo("a"), 80)), hearing("a"));

            assertThat(hear()).isEqualTo("a before 640 × 427");
            assertThat(hear()).isEqualTo("a 77");
        }

        @Test
        void asks_the_engine_for_the_encoding_that_is_wanted_now() throws InterruptedException {
            engine.onRender(variant ->
                    EngineResult.done(bytes(Quality.of(variant.encoding()).orElse(0))));
            request("a", 80);
            assertThat(hear()).isEqualTo("a80 80");
            request("a", 55);
            assertThat(hear()).isEqualTo("a55 55");
        }

        @Test
        void gets_an_estimate_first_where_the_encoder_takes_long() throws InterruptedException {
            engine.onRender(variant -> EngineResult.done(bytes(900)));
            var slow = new Encoding.Jpeg(80, true, Encoding.Chroma.SUBSAMPLED_420, true);
            var recipe = PreviewRequests.recipe(PreviewRequests.variant(2_000, slow));
            previews.request(
                    new PreviewRequest(photo("a"), recipe, 0, slow, PreviewRequests.FITTED, Wanted.AFTER),
                    hearing("a"));

            assertThat(hear()).startsWith("a about ");
            assertThat(hear()).isEqualTo("a 900");
        }

        @Test
        void shows_the_photo_even_where_the_variant_can_not_be_written() throws InterruptedException {
            engine.onRender(variant -> EngineResult.failed(
                    new EngineFailure.UnsupportedEncoding(variant.encoding().format(), "no.")));
            previews.request(both(small(photo("a"), 80)), hearing("a"));

            assertThat(hear()).startsWith("a before");
            assertThat(hear()).isEqualTo("a E-ENCODE-UNSUPPORTED");
        }

        @Test
        void fails_for_a_photo_that_can_not_be_read() throws InterruptedException {
            var empty = new Photo(
                    Path.of("e").toAbsolutePath(),
                    Path.of("").toAbsolutePath(),
                    0,
                    Instant.EPOCH,
                    EngineResult.failed(new EngineFailure.EmptySource()));
            previews.request(small(empty, 80), hearing("empty"));
            assertThat(hear()).isEqualTo("empty E-SOURCE-EMPTY");
        }

        @Test
        void fails_where_an_engine_breaks() throws InterruptedException {
            engine.onRender(variant -> {
                throw new IllegalStateException("a bug in an encoder");
            });
            request("bug", 80);
            assertThat(hear()).isEqualTo("bug80 E-DECODE-DAMAGED");
        }
    }

    @Nested
    class A_photo_that_is_looked_at {

        @Test
        void is_decoded_once_however_often_the_quality_changes() throws InterruptedException {
            for (int quality = 50; quality < 60; quality++) {
                request("a", quality);
                hear();
            }
            assertThat(engine.prepared()).hasSize(1);
            assertThat(engine.written()).hasSize(10);
        }

        @Test
        void is_encoded_once_however_often_another_part_of_it_is_seen() throws InterruptedException {
            request("a", 80);
            hear();
            for (int left = 0; left < 5; left++) {
                var part = new View.Region(left * 10, 0, new PixelSize(50, 40));
                previews.request(seenAs(small(photo("a"), 80), part), hearing("part"));
                assertThat(hear()).isEqualTo("part 3");
            }
            assertThat(engine.written()).hasSize(1);
        }

        @Test
        void is_let_go_when_another_one_is_looked_at() throws InterruptedException {
            request("a", 80);
            hear();
            request("b", 80);
            hear();
            // the worker that showed a may still be leaving it
            pool.close(PATIENCE, PATIENCE);
            assertThat(engine.openWorkpieces()).isEqualTo(1);
        }

        @Test
        void is_let_go_when_nothing_is_looked_at() throws InterruptedException {
            request("a", 80);
            hear();
            previews.clear();
            pool.close(PATIENCE, PATIENCE);
            assertThat(engine.openWorkpieces()).isZero();
        }

        @Test
        void is_not_closed_while_somebody_works_on_it() throws InterruptedException {
            engine.writing.shutAgainstCancels();
            request("a", 80);
            engine.writing.awaitEntered(1);
            request("b", 80);
            engine.writing.awaitEntered(2);
            assertThat(engine.openWorkpieces()).isEqualTo(2);

            engine.writing.open();
            assertThat(hear()).isEqualTo("b80 3");
        }
    }

    @Nested
    class The_newest {

        @Test
        void wins_over_one_that_runs() throws InterruptedException {
            engine.writing.shut();
            request("a", 60);
            engine.writing.awaitEntered(1);
            request("a", 70);
            engine.writing.awaitEntered(2);
            engine.writing.open();

            assertThat(hear()).isEqualTo("a70 3");
            assertThat(heard).isEmpty();
        }

        @Test
        void wins_over_one_that_can_not_be_stopped() throws InterruptedException {
            engine.writing.shutAgainstCancels();
            request("a", 60);
            engine.writing.awaitEntered(1);
            request("a", 70);
            engine.writing.awaitEntered(2);
            engine.writing.open();

            assertThat(hear()).isEqualTo("a70 3");
            pool.close(PATIENCE, PATIENCE);
            assertThat(heard).isEmpty();
        }

        @Test
        void wins_over_those_that_wait_and_they_cost_nothing() throws InterruptedException {
            pool.pause();
            for (int i = 0; i < 1_000; i++) {
                request("a", 1 + i % 100);
            }
            assertThat(pool.snapshot().waitingTotal()).isEqualTo(1);
            pool.resume();

            assertThat(hear()).isEqualTo("a100 3");
            assertThat(engine.written()).hasSize(1);
        }

        @Test
        void leaves_at_most_two_renders_behind_after_twenty_moves() throws InterruptedException {
            request("a", 50);
            hear();
            engine.writing.shut();
            for (int move = 1; move <= 20; move++) {
                request("a", 50 + move);
                engine.writing.awaitEntered(1 + move);
                assertThat(previews.running()).as("renders under way").isBetween(1, 2);
            }
            engine.writing.open();

            assertThat(hear()).isEqualTo("a70 3");
            assertThat(heard).isEmpty();
        }

        @Test
        void waits_for_room_in_a_full_pool() throws InterruptedException {
            pool.pause();
            for (int i = 0; i < 2; i++) {
                pool.submit(TaskSpec.of("filler", Priority.INTERACTIVE, 0), context -> true);
            }
            request("a", 60);
            request("a", 70);
            assertThat(pool.snapshot().waitingTotal()).isEqualTo(2);
            pool.resume();

            assertThat(hear()).isEqualTo("a70 3");
        }

        @Test
        void is_nothing_once_it_was_cleared() throws InterruptedException {
            engine.writing.shut();
            request("a", 60);
            engine.writing.awaitEntered(1);
            previews.clear();
            engine.writing.open();
            request("b", 70);

            assertThat(hear()).isEqualTo("b70 3");
            assertThat(heard).isEmpty();
        }

        @Test
        void is_not_asked_of_a_closed_service() {
            previews.close();
            request("late", 80);
            pool.close();
            assertThat(engine.prepared()).isEmpty();
            assertThat(heard).isEmpty();
        }
    }
}
