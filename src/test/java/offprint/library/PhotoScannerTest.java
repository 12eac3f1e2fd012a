package offprint.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.fixtures.FakeEngine;
import offprint.fixtures.Links;
import offprint.fixtures.TestPools;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PhotoScannerTest {

    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};

    @TempDir
    Path root;

    private final FakeEngine engine = new FakeEngine();
    private final WorkerPool pool = TestPools.of(3, 4);
    private final PhotoScanner scanner = new PhotoScanner(new Engines(List.of(engine)), pool);
    private final Listening listener = new Listening();

    @AfterEach
    void close() {
        pool.close();
    }

    private Path file(String name) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, JPEG_HEAD);
    }

    private void files(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            file("n" + i + ".jpg");
        }
    }

    private void link(String name, Path target) throws IOException {
        assumeTrue(Links.canBeMadeIn(root), "skipped: this user or this disk makes no symbolic links");
        Files.createSymbolicLink(root.resolve(name), target);
    }

    private PhotoScanner.Ending scan(Path... dropped) {
        scanner.scan(List.of(dropped), listener, CancellationToken.never());
        var ending = listener.awaitEnd();
        assertThat(listener.overlaps).hasValue(0);
        assertThat(listener.endings).hasSize(1);
        assertThat(listener.callsAfterTheEnd).hasValue(0);
        return ending;
    }

    @Nested
    class A_folder {

        @Test
        void gives_its_photos_in_the_order_people_expect_then_those_of_its_folders() throws IOException {
            for (var name : List.of("b/IMG_2.jpg", "IMG_10.jpg", "a/z.tif", "IMG_9.JPG", "a/b/x.png", "img_11.webp")) {
                file(name);
            }

            assertThat(scan(root)).isEqualTo(PhotoScanner.Ending.COMPLETE);
            assertThat(listener.names())
                    .containsExactly("IMG_9.JPG", "IMG_10.jpg", "img_11.webp", "z.tif", "x.png", "IMG_2.jpg");
            assertThat(listener.photos()).allSatisfy(photo -> {
                assertThat(photo.dropRoot()).isEqualTo(root);
                assertThat(photo.file()).isAbsolute();
                assertThat(photo.bytes()).isEqualTo(4);
                assertThat(photo.info()).isEqualTo(EngineResult.done(FakeEngine.PHOTO));
            });
            assertThat(listener.skipped).isEmpty();
        }

        @Test
        void keeps_that_order_over_many_batches_whichever_is_read_first() throws IOException {
            files(700);

            scan(root);

            assertThat(listener.names()).hasSize(700);
            for (int i = 0; i < 700; i++) {
                assertThat(listener.names().get(i)).isEqualTo("n" + i + ".jpg");
            }
            assertThat(listener.batches.getFirst()).hasSizeLessThanOrEqualTo(8);
            assertThat(listener.batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(32));
        }

        @Test
        void streams_what_it_found_while_it_still_looks() throws IOException {
            files(100);
            engine.onProbe(source -> {
                if (source.endsWith("n99.jpg")) {
                    listener.awaitFound();
                }
                return EngineResult.done(FakeEngine.PHOTO);
            });

            assertThat(scan(root)).isEqualTo(PhotoScanner.Ending.COMPLETE);
            assertThat(listener.photos()).hasSize(100);
        }

        @Test
        void hides_what_is_no_photo_of_the_users() throws IOException {
            for (var name : List.of(
                    "notes.txt",
                    "noextension",
                    ".hidden.jpg",
                    "._AppleDouble.jpg",
                    "x.jpg.offprint-part",
                    "@eaDir/t.jpg",
                    ".thumbnails/t.jpg",
                    "__MACOSX/t.jpg",
                    ".git/t.jpg")) {
                file(name);
            }
            file("yes.jpg");

            scan(root);

            assertThat(listener.names()).containsExactly("yes.jpg");
            assertThat(engine.probed()).hasSize(1);
        }

        @Test
        void called_like_a_photo_is_entered() throws IOException {
            file("album.jpg/inside.jpg");

            scan(root);

            assertThat(listener.names()).containsExactly("inside.jpg");
        }

        @Test
        void that_is_empty_ends_at_once() {
            assertThat(scan(root)).isEqualTo(PhotoScanner.Ending.COMPLETE);
            assertThat(listener.batches).isEmpty();
        }

        @Test
        void that_may_not_be_read_costs_only_itself() throws IOException {
            file("closed/a.jpg");
            file("open/b.jpg");
            var closed = root.resolve("closed");
            assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed), "permissions do not bind here");

            scan(root);

            assertThat(listener.names()).containsExactly("b.jpg");
            assertThat(listener.skipped).containsEntry(closed, "you may not read it");
        }
    }

    @Nested
    class A_file_dropped_itself {

        @Test
        void is_taken_whatever_it_is_called() throws IOException {
            var odd = file("sub/.odd name");

            scan(odd);

            assertThat(listener.photos()).singleElement().satisfies(photo -> {
                assertThat(photo.file()).isEqualTo(odd);
                assertThat(photo.dropRoot()).isEqualTo(odd.getParent());
            });
        }

        @Test
        void that_is_gone_is_told_of() {
            var gone = root.resolve("gone.jpg");

            assertThat(scan(gone)).isEqualTo(PhotoScanner.Ending.COMPLETE);
            assertThat(listener.skipped).containsExactly(java.util.Map.entry(gone, "it is not there"));
        }

        @Test
        void comes_in_its_place_in_the_drop() throws IOException {
            var last = file("z/1.jpg");
            file("a/2.jpg");
            file("a/b/3.jpg");
            var first = file("0.jpg");

            scan(last, root.resolve("a"), first);

            assertThat(listener.names()).containsExactly("1.jpg", "2.jpg", "3.jpg", "0.jpg");
        }
    }

    @Nested
    class Each_photo {

        @Test
        void comes_once_however_often_it_was_dropped() throws IOException {
            var photo = file("a/x.jpg");
            file("a/y.jpg");

            scan(photo, root.resolve("a"), root, photo, root.resolve("a/../a"));

            assertThat(listener.names()).containsExactly("x.jpg", "y.jpg");
        }

        @Test
        void comes_once_though_links_lead_to_it() throws IOException {
            file("a/x.jpg");
            link("a/link.jpg", root.resolve("a/x.jpg"));
            link("twin", root.resolve("a"));

            scan(root);

            assertThat(listener.names()).containsExactly("link.jpg");
        }

        @Test
        void comes_once_though_links_go_round() throws IOException {
            file("drop/a/x.jpg");
            file("outside.jpg");
            link("drop/a/self", Path.of("."));
            link("drop/a/up", Path.of("../.."));
            link("drop/a/loop", Path.of("loop"));
            link("drop/broken.jpg", Path.of("nowhere.jpg"));

            scan(root.resolve("drop"));

            assertThat(listener.names()).containsExactly("x.jpg");
            assertThat(listener.skipped.keySet())
                    .containsExactlyInAnyOrder(root.resolve("drop/a/loop"), root.resolve("drop/broken.jpg"));
        }

        @Test
        void is_an_ordinary_file() throws IOException, InterruptedException {
            var pipe = root.resolve("pipe.jpg");
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "this system has no mkfifo");
            assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                            .start()
                            .waitFor())
                    .isZero();
            link("zero.jpg", Path.of("/dev/zero"));

            scan(root, pipe);

            assertThat(listener.photos()).isEmpty();
            assertThat(engine.probed()).isEmpty();
            assertThat(listener.skipped)
                    .containsOnlyKeys(pipe, root.resolve("zero.jpg"))
                    .containsEntry(pipe, "it is not a file but a pipe, a socket or a device");
        }

        @Test
        void that_can_not_be_read_is_found_with_its_failure() throws IOException {
            file("a.jpg");
            file("b.jpg");
            file("c.jpg");
            engine.onProbe(source -> {
                if (source.endsWith("a.jpg")) {
                    return EngineResult.failed(new EngineFailure.EmptySource());
                }
                if (source.endsWith("b.jpg")) {
                    throw new IllegalStateException("a bug in a reader");
                }
                return EngineResult.done(FakeEngine.PHOTO);
            });

            assertThat(scan(root)).isEqualTo(PhotoScanner.Ending.COMPLETE);
            assertThat(listener.photos().stream().map(Photo::info))
                    .containsExactly(
                            EngineResult.failed(new EngineFailure.EmptySource()),
                            EngineResult.failed(new EngineFailure.DamagedSource("its header could not be understood.")),
                            EngineResult.done(FakeEngine.PHOTO));
        }

        @Test
        void that_vanished_in_between_is_found_with_its_failure() throws IOException {
            var vanishing = file("b.jpg");
            file("a.jpg");
            engine.onProbe(source -> {
                vanishing.toFile().delete();
                return EngineResult.done(FakeEngine.PHOTO);
            });

            scan(root);

            assertThat(listener.photos().get(1).info())
                    .isEqualTo(EngineResult.failed(new EngineFailure.UnreadableSource("it is not there any more.")));
        }
    }

    @Nested
    class A_scan {

        @Test
        void stops_when_cancelled_and_says_so_once() throws IOException {
            files(300);
            engine.probing.shut();
            var source = new CancellationSource();
            scanner.scan(List.of(root), listener, source.token());
            engine.probing.awaitEntered(1);

            source.cancel();

            assertThat(listener.awaitEnd()).isEqualTo(PhotoScanner.Ending.CANCELLED);
            assertThat(engine.probed()).hasSizeLessThan(10);
            assertThat(listener.endings).hasSize(1);
        }

        @Test
        void cancelled_before_it_began_touches_nothing() throws IOException {
            file("a.jpg");
            var source = new CancellationSource();
            source.cancel();

            scanner.scan(List.of(root), listener, source.token());

            assertThat(listener.awaitEnd()).isEqualTo(PhotoScanner.Ending.CANCELLED);
            assertThat(engine.probed()).isEmpty();
        }

        @Test
        void ends_when_the_pool_is_closed_under_it() throws IOException {
            files(300);
            engine.probing.shut();
            scanner.scan(List.of(root), listener, CancellationToken.never());
            engine.probing.awaitEntered(1);

            pool.close();

            assertThat(listener.awaitEnd()).isEqualTo(PhotoScanner.Ending.CANCELLED);
        }

        @Test
        void of_a_closed_pool_ends_at_once() throws IOException {
            file("a.jpg");
            pool.close();

            scanner.scan(List.of(root), listener, CancellationToken.never());

            assertThat(listener.awaitEnd()).isEqualTo(PhotoScanner.Ending.CANCELLED);
        }

        @Test
        void waits_for_room_in_a_full_pool_and_loses_nothing() throws Exception {
            files(200);
            pool.pause();
            for (int i = 0; i < 4; i++) {
                pool.submit(TaskSpec.of("filler", Priority.INTERACTIVE, 0), context -> true);
            }
            assertThat(pool.needsDrain()).isTrue();
            scanner.scan(List.of(root), listener, CancellationToken.never());

            pool.resume();

            assertThat(listener.awaitEnd()).isEqualTo(PhotoScanner.Ending.COMPLETE);
            assertThat(listener.photos()).hasSize(200);
        }

        @Test
        void outlives_a_listener_that_breaks() throws Exception {
            files(50);
            var breaking = new PhotoScanner.ScanListener() {
                @Override
                public void found(List<Photo> photos) {
                    listener.found(photos);
                    throw new IllegalStateException("a bug in a window");
                }

                @Override
                public void ended(PhotoScanner.Ending ending) {
                    listener.ended(ending);
                }
            };
            scanner.scan(List.of(root), breaking, CancellationToken.never());

            assertThat(listener.awaitEnd()).isEqualTo(PhotoScanner.Ending.COMPLETE);
            assertThat(listener.photos()).hasSize(50);
            assertThat(pool.close(Duration.ofSeconds(10), Duration.ofSeconds(1)).isClean())
                    .isTrue();
        }
    }
}
