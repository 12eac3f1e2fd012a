package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Assistants;
import offprint.engine.DamagedPhotos;
import offprint.engine.EngineFailure;
import offprint.engine.Limits;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.Renders;
import offprint.engine.ThumbnailRequest;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.engine.header.Probe;
import offprint.fixtures.Pictures;
import offprint.image.ExifBlock;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can't be stopped is done in processes that can be killed, and else is as it would be if it were done here.
class CodecProcessesTest {

    /// Long enough to be encoded apart, and done in some tenths of a second.
    private static final Encoding.Avif QUICK = new Encoding.Avif(60, 1);

    /// Half a minute or more for the pictures below.
    private static final Encoding.Avif SLOW = new Encoding.Avif(60, 6);

    private static final Encoding.Jpeg MOZJPEG = new Encoding.Jpeg(80, true, Encoding.Chroma.SUBSAMPLED_420, true);

    private static final MetadataPolicy KEEP_ALL = new MetadataPolicy(Set.of(MetadataPolicy.Group.values()));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder = Path.of("");

    private final List<AutoCloseable> open = new ArrayList<>();
    private final VipsAvailability.Available library = TestLibrary.required();

    @AfterEach
    void end() throws Exception {
        for (var closeable : open) {
            closeable.close();
        }
        assertThat(library.vips().openImages()).as("pictures left open").isZero();
    }

    private CodecProcesses processes() {
        return CodecProcesses.of(library);
    }

    private VipsEngine engine(CodecProcesses processes) {
        var engine = new VipsEngine(library, Assistants.NONE, DamagedPhotos.FAIL, processes);
        open.add(engine);
        return engine;
    }

    private VipsEngine engineWithoutProcesses() {
        return engine(new CodecProcesses(library.vips(), List.of()));
    }

    private VariantRequest variant(String name, int width, int height, Encoding encoding) {
        var file = folder.resolve(name + "." + encoding.format().extension());
        return new VariantRequest(name, new PixelSize(width, height), encoding, file);
    }

    private static VariantResult only(VipsEngine engine, Path source, VariantRequest variant, CancellationToken token)
            throws CancelledException {
        return only(engine, source, variant, token, RenderListener.SILENT);
    }

    private static VariantResult only(
            VipsEngine engine, Path source, VariantRequest variant, CancellationToken token, RenderListener listener)
            throws CancelledException {
        var request =
                new RenderRequest(source, Renders.probed(engine, source), List.of(variant), KEEP_ALL, Limits.STANDARD);
        return Renders.done(engine.render(request, listener, RenderCancellation.of(token, 1)))
                .getFirst();
    }

    private static void assertWritten(VipsEngine engine, Path source, VariantRequest variant)
            throws CancelledException {
        assertThat(only(engine, source, variant, CancellationToken.never())).isInstanceOf(VariantResult.Rendered.class);
    }

    /// A process that has worked for longer than it takes to start and to take the pixels.
    private static ProcessHandle busy(CodecProcesses processes) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            for (var handle : processes.handles()) {
                var worked = handle.info().totalCpuDuration().orElse(Duration.ZERO);
                if (worked.compareTo(Duration.ofMillis(1_500)) > 0) {
                    return handle;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        throw new AssertionError("no process was busy within " + PATIENCE);
    }

    private <T> Future<T> onAnotherThread(Callable<T> work) {
        var executor = Executors.newSingleThreadExecutor();
        open.add(executor);
        return executor.submit(work);
    }

    @Nested
    class InTheMiddleOfALargePicture {

        private Path source = Path.of("");

        @BeforeEach
        void draw() throws Exception {
            source = Pictures.photoJpeg(folder.resolve("large.jpg"), 4_200, 2_800);
        }

        @Test
        void a_cancel_frees_the_caller_and_ends_the_process_and_the_next_one_is_fresh() throws Exception {
            var processes = processes();
            var engine = engine(processes);
            var cancel = new CancellationSource();
            var rendering =
                    onAnotherThread(() -> only(engine, source, variant("a", 4_200, 2_800, SLOW), cancel.token()));
            var process = busy(processes);

            long asked = System.nanoTime();
            cancel.cancel();
            assertThatThrownBy(() -> rendering.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancelledException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
            process.onExit().get(30, TimeUnit.SECONDS);
            assertThat(processes.handles()).isEmpty();

            assertWritten(engine, source, variant("b", 420, 280, QUICK));
            assertThat(processes.handles()).hasSize(1).doesNotContain(process);
        }

        @Test
        void the_process_dies_and_only_the_variant_has_failed() throws Exception {
            var processes = processes();
            var engine = engine(processes);
            var rendering = onAnotherThread(
                    () -> only(engine, source, variant("a", 2_100, 1_400, SLOW), CancellationToken.never()));

            assertThat(busy(processes).destroyForcibly()).isTrue();

            assertThat(rendering.get(30, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(VariantResult.VariantFailed.class, failed -> {
                        assertThat(failed.failure()).isInstanceOf(EngineFailure.EncodeFailed.class);
                        assertThat(failed.failure().code()).isEqualTo("E-ENCODE-FAILED");
                        assertThat(failed.failure().message()).contains("ended with code");
                    });
            assertWritten(engine, source, variant("b", 420, 280, QUICK));
        }

        @Test
        void close_ends_it_too() throws Exception {
            var processes = processes();
            var engine = engine(processes);
            var rendering = onAnotherThread(
                    () -> only(engine, source, variant("a", 2_100, 1_400, SLOW), CancellationToken.never()));
            var process = busy(processes);

            engine.close();

            assertThat(process.isAlive()).isFalse();
            assertThat(rendering.get(30, TimeUnit.SECONDS)).isInstanceOf(VariantResult.VariantFailed.class);
            assertThat(processes.handles()).isEmpty();
        }
    }

    @Nested
    class WhatIsWritten {

        private void assertSameAsHere(Path source, int width, int height) throws Exception {
            assertSameAsHere(source, width, height, QUICK);
        }

        private void assertSameAsHere(Path source, int width, int height, Encoding encoding) throws Exception {
            var processes = processes();
            var apart = variant("apart", width, height, encoding);
            var here = variant("here", width, height, encoding);
            assertWritten(engine(processes), source, apart);
            assertThat(processes.handles()).as("it was encoded apart").hasSize(1);
            assertWritten(engineWithoutProcesses(), source, here);
            assertThat(Files.mismatch(apart.partialFile(), here.partialFile())).isEqualTo(-1);
        }

        @Test
        void has_the_profile_and_the_exif_block_of_the_photo() throws Exception {
            var profile = Profiles.gamma("Adobe RGB (1998)", Profiles.ADOBE_RGB, 2.2);
            var exif = new ExifBlock().rights("Vera Rubin", "");
            var photo = withProfile(exif.insertInto(Pictures.jpeg(Pictures.photo(450, 300), 0.9f)), profile);

            assertSameAsHere(Files.write(folder.resolve("in.jpg"), photo), 450, 300);

            var header = Probe.header(folder.resolve("apart.avif"));
            assertThat(header.icc().orElseThrow()).isEqualTo(profile);
            assertThat(new String(header.exif().orElseThrow(), StandardCharsets.ISO_8859_1))
                    .contains("Vera Rubin");
        }

        private static byte[] withProfile(byte[] jpeg, byte[] profile) {
            var whole = ByteBuffer.allocate(jpeg.length + 18 + profile.length);
            whole.put(jpeg, 0, 2).putShort((short) 0xFFE2).putShort((short) (16 + profile.length));
            whole.put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                    .put((byte) 1)
                    .put((byte) 1);
            return whole.put(profile).put(jpeg, 2, jpeg.length - 2).array();
        }

        @Test
        void is_the_same_where_something_shines_through() throws Exception {
            var image = new BufferedImage(450, 300, BufferedImage.TYPE_4BYTE_ABGR);
            image.setRGB(40, 50, 0x80_FF_00_20);
            assertSameAsHere(Files.write(folder.resolve("in.png"), Pictures.encoded(image, "png", 1)), 450, 300);
        }

        @Test
        void is_the_same_for_grey() throws Exception {
            var image = new BufferedImage(450, 300, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSample(10, 10, 0, 200);
            assertSameAsHere(Files.write(folder.resolve("in.png"), Pictures.encoded(image, "png", 1)), 450, 300);
        }

        @Test
        void is_the_same_by_mozjpeg() throws Exception {
            assertSameAsHere(Pictures.photoJpeg(folder.resolve("in.jpg"), 900, 600), 600, 400, MOZJPEG);
        }

        /// Pixels go through memory that is kept: a larger picture takes new, and one after a rest as well.
        @Test
        void is_the_same_after_a_smaller_one_a_larger_one_and_a_rest() throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 1_800, 1_200);
            var processes = processes();
            var apart = engine(processes);
            var here = engineWithoutProcesses();
            for (int width : List.of(600, 1_500, 900)) {
                assertSame(source, apart, here, width);
            }
            apart.rest();
            assertSame(source, apart, here, 600);
            assertThat(processes.handles()).as("all by one process").hasSize(1);
        }

        private void assertSame(Path source, VipsEngine apart, VipsEngine here, int width) throws Exception {
            var first = variant("apart-" + width, width, width * 2 / 3, MOZJPEG);
            var second = variant("here-" + width, width, width * 2 / 3, MOZJPEG);
            assertWritten(apart, source, first);
            assertWritten(here, source, second);
            assertThat(Files.mismatch(first.partialFile(), second.partialFile()))
                    .isEqualTo(-1);
        }

        @Test
        void a_full_disk_is_named_as_such() throws Exception {
            var full = Path.of("/dev/full");
            assumeTrue(Files.isWritable(full), "this system has no device that is always full");
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 900, 600);
            var processes = processes();
            var variant = new VariantRequest("f", new PixelSize(900, 600), MOZJPEG, full);

            assertThat(only(engine(processes), source, variant, CancellationToken.never()))
                    .isInstanceOfSatisfying(
                            VariantResult.VariantFailed.class,
                            failed -> assertThat(failed.failure()).isInstanceOf(EngineFailure.NoSpaceLeft.class));
            assertThat(processes.handles())
                    .as("the process is as good as before")
                    .hasSize(1);
        }

        @Test
        void a_target_that_can_not_be_written_is_named_as_such() throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 450, 300);
            var nowhere = new VariantRequest(
                    "n", new PixelSize(450, 300), QUICK, folder.resolve("no").resolve("n.avif"));
            assertThat(only(engine(processes()), source, nowhere, CancellationToken.never()))
                    .isInstanceOfSatisfying(
                            VariantResult.VariantFailed.class,
                            failed -> assertThat(failed.failure()).isInstanceOf(EngineFailure.UnwritableTarget.class));
        }
    }

    @Nested
    class WhatIsRead {

        private static final Encoding WEBP = new Encoding.Webp(80, false);

        private Path source = Path.of("");

        @BeforeEach
        void write() throws Exception {
            var photo = Pictures.photoJpeg(folder.resolve("photo.jpg"), 1_500, 1_000);
            var webp = variant("source", 1_500, 1_000, WEBP);
            assertWritten(engineWithoutProcesses(), photo, webp);
            source = webp.partialFile();
        }

        @Test
        void is_the_same() throws Exception {
            var processes = processes();
            var apart = variant("apart", 700, 467, Renders.PNG);
            var here = variant("here", 700, 467, Renders.PNG);
            assertWritten(engine(processes), source, apart);
            assertThat(processes.handles()).as("it was decoded apart").hasSize(1);
            assertWritten(engineWithoutProcesses(), source, here);
            assertThat(Files.mismatch(apart.partialFile(), here.partialFile())).isEqualTo(-1);
        }

        @Test
        void is_at_fault_for_the_same_reason_when_it_is_damaged() throws Exception {
            var bytes = Files.readAllBytes(source);
            var cut = Files.write(folder.resolve("cut.webp"), Arrays.copyOf(bytes, bytes.length / 2));
            assertThat(failure(engine(processes()), cut)).isEqualTo(failure(engineWithoutProcesses(), cut));
        }

        /// A decoder that falls over a hostile file takes its own process with it and not the program.
        @Test
        void is_the_only_one_that_fails_when_its_process_dies_of_it() throws Exception {
            var shell = Path.of("/bin/sh");
            assumeTrue(Files.isExecutable(shell), "there is no shell here to play a decoder that dies");
            var command = List.of(shell.toString(), "-c", "printf R; head -c 9 >/dev/null; printf G; exit 3");

            assertThat(failure(engine(new CodecProcesses(library.vips(), command)), source))
                    .isInstanceOfSatisfying(
                            EngineFailure.DamagedSource.class,
                            damaged -> assertThat(damaged.message()).contains("ended with code 3"));
        }

        private EngineFailure failure(VipsEngine engine, Path photo) throws CancelledException {
            var request = Renders.request(engine, photo, MetadataPolicy.STRIP, variant("x", 700, 467, Renders.PNG));
            return Renders.failureOf(
                    engine.render(request, RenderListener.SILENT, RenderCancellation.of(CancellationToken.never(), 1)));
        }

        @Test
        void needs_no_process_for_a_thumbnail() throws Exception {
            var processes = processes();
            var request = new ThumbnailRequest(source, 200, ThumbnailRequest.Source.PICTURE, Limits.STANDARD);
            Renders.done(engine(processes).thumbnail(request, CancellationToken.never()))
                    .close();
            assertThat(processes.handles()).isEmpty();
        }
    }

    @Nested
    class TheStash {

        private Path source = Path.of("");

        @BeforeEach
        void draw() throws Exception {
            source = Pictures.photoJpeg(folder.resolve("in.jpg"), 450, 300);
        }

        @Test
        void a_short_one_needs_no_process() throws Exception {
            var processes = processes();
            assertWritten(engine(processes), source, variant("s", 150, 100, new Encoding.Avif(60, 0)));
            assertThat(processes.handles()).isEmpty();
        }

        @Test
        void a_process_is_used_again_and_replaced_when_it_is_gone() throws Exception {
            var processes = processes();
            var engine = engine(processes);
            assertWritten(engine, source, variant("a", 450, 300, QUICK));
            var first = processes.handles();
            assertWritten(engine, source, variant("b", 450, 300, QUICK));
            assertThat(processes.handles()).isEqualTo(first).hasSize(1);

            assertThat(first.getFirst().destroyForcibly()).isTrue();
            first.getFirst().onExit().get(30, TimeUnit.SECONDS);

            assertWritten(engine, source, variant("c", 450, 300, QUICK));
            assertThat(processes.handles()).hasSize(1).doesNotContainAnyElementsOf(first);
        }

        @Test
        void a_process_that_ends_while_the_pixels_are_computed_costs_no_picture() throws Exception {
            var processes = processes();
            var engine = engine(processes);
            assertWritten(engine, source, variant("a", 450, 300, QUICK));
            var first = processes.handles().getFirst();
            var listener = new RenderListener() {
                @Override
                public void encodeProgress(int variant, double fraction) {
                    if (first.destroyForcibly()) {
                        first.onExit().join();
                    }
                }
            };

            var large = Pictures.photoJpeg(folder.resolve("large.jpg"), 1_800, 1_200);
            var result = only(engine, large, variant("b", 900, 600, QUICK), CancellationToken.never(), listener);

            assertThat(result).isInstanceOf(VariantResult.Rendered.class);
            assertThat(first.isAlive()).isFalse();
            assertThat(processes.reasonAgainst()).isEmpty();
            assertThat(processes.handles()).hasSize(1).doesNotContain(first);
        }

        @Test
        void a_process_that_nobody_needs_ends_by_itself() throws Exception {
            var processes = CodecProcesses.of(library, 300);
            assertWritten(engine(processes), source, variant("a", 450, 300, QUICK));
            processes.handles().getFirst().onExit().get(30, TimeUnit.SECONDS);
        }

        @Test
        void close_leaves_none_and_starts_none() throws Exception {
            var processes = processes();
            var engine = engine(processes);
            assertWritten(engine, source, variant("a", 450, 300, QUICK));
            var handles = processes.handles();
            assertThat(ProcessHandle.current().children()).containsAll(handles);

            engine.close();

            assertThat(handles).noneMatch(ProcessHandle::isAlive);
            assertWritten(engine, source, variant("b", 450, 300, QUICK));
            assertThat(processes.handles()).isEmpty();
        }
    }

    @Nested
    class WhereNoProcessCanBeStarted {

        private void assertWrittenHere(CodecProcesses processes) throws Exception {
            var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 450, 300);
            var engine = engine(processes);
            assertWritten(engine, source, variant("a", 450, 300, QUICK));
            assertThat(processes.handles()).isEmpty();
            assertThat(engine.description()).contains("can't be stopped");
        }

        @Test
        void because_there_is_no_java() throws Exception {
            assertWrittenHere(new CodecProcesses(library.vips(), List.of()));
        }

        @Test
        void because_the_system_does_not_do_it() throws Exception {
            assertWrittenHere(new CodecProcesses(
                    library.vips(), List.of(folder.resolve("nothing").toString())));
        }

        @Test
        void because_it_ends_at_once() throws Exception {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            assertWrittenHere(new CodecProcesses(library.vips(), List.of(java, "-version")));
        }

        @Test
        void because_the_library_is_not_there_for_it() throws Exception {
            var command = new ArrayList<>(CodecCommand.of(library).orElseThrow());
            command.removeLast();
            command.addAll(List.of(folder.resolve("nothing.so").toString(), "60000"));
            var processes = new CodecProcesses(library.vips(), command);
            assertWrittenHere(processes);
            assertThat(processes.reasonAgainst().orElseThrow()).contains("not there");
        }
    }
}
