package offprint.engine.vips;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Stop;
import offprint.engine.header.Probe;

/// The other side of a [CodecProcess]: a program that encodes and decodes what can't be stopped, one picture after
/// another, until its input ends, its parent dies or it has had nothing to do for a while. It is killed when a picture
/// is no longer wanted.
///
/// Says [#READY] (or [#FAILED] and why not) when libvips is there; then to each [CodecRequest] [#GO]. For an encoding
/// it takes the pixels and says [#DONE] and the bytes of the file; for a decoding [#PIXELS], their [Raster] and the
/// pixels. Or it says [#FAILED] or [#UNWRITABLE] and the reason.
final class CodecChild {

    private static final System.Logger LOG = System.getLogger("offprint.engine.vips");

    static final int READY = 'R';
    static final int GO = 'G';
    static final int DONE = 'D';
    static final int PIXELS = 'P';
    static final int FAILED = 'F';
    static final int UNWRITABLE = 'W';

    private static final int BLOCK_BYTES = 1 << 16;
    private static final String SYSTEM_LIBRARY = "system";
    private static final long ENDED = -1;

    private final Vips vips;
    private final Saving saving;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ReceivedPixels received;
    private final long idleMillis;

    /// Counts the rests between two pictures; [#ENDED] once this process has decided to end.
    private final AtomicLong rests = new AtomicLong();

    private CodecChild(Vips vips, DataInputStream in, DataOutputStream out, ReceivedPixels received, long idleMillis) {
        this.vips = vips;
        this.received = received;
        this.saving = new Saving(vips);
        this.in = in;
        this.out = out;
        this.idleMillis = idleMillis;
    }

    /// Which library this program shall load.
    static List<String> arguments(VipsAvailability.Available library) {
        return List.of(
                library.found() == VipsAvailability.Found.SYSTEM
                        ? SYSTEM_LIBRARY
                        : Path.of(library.library()).toAbsolutePath().toString());
    }

    /// @param arguments the library's file or [#SYSTEM_LIBRARY], and the milliseconds of idleness that are borne
    public static void main(String[] arguments) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), BLOCK_BYTES));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        var received = new ReceivedPixels();
        endWithParent(received);
        leaveTheTerminal();
        switch (VipsAvailability.find(places(arguments[0]))) {
            case VipsAvailability.Available library ->
                new CodecChild(library.vips(), in, out, received, Long.parseLong(arguments[1])).serve();
            case VipsAvailability.Missing missing -> {
                out.write(FAILED);
                CodecRequest.writeText(out, missing.reason());
                out.flush();
            }
        }
    }

    private static VipsAvailability.Places places(String library) {
        return library.equals(SYSTEM_LIBRARY)
                ? new VipsAvailability.Places(Optional.empty(), List.of(), VipsAvailability.SystemLibrary.LOOK_FOR)
                : new VipsAvailability.Places(
                        Optional.of(Path.of(library)), List.of(), VipsAvailability.SystemLibrary.IGNORE);
    }

    /// The end of the input is seen between two pictures only; this ends it in the middle of one.
    @SuppressWarnings("FutureReturnValueIgnored") // the end needs no end of its own
    private static void endWithParent(ReceivedPixels received) {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> {
                    received.delete();
                    Runtime.getRuntime().halt(0);
                }));
    }

    /// Ctrl-C in a terminal is for the program that was started there, which decides what becomes of this one.
    @SuppressWarnings("restricted") // native access is this room's whole point
    private static void leaveTheTerminal() {
        var linker = Linker.nativeLinker();
        linker.defaultLookup().find("setsid").ifPresent(setsid -> {
            try {
                int session = (int) linker.downcallHandle(setsid, FunctionDescriptor.of(ValueLayout.JAVA_INT))
                        .invokeExact();
                LOG.log(System.Logger.Level.DEBUG, "session {0}", session);
            } catch (Throwable impossible) {
                throw new LinkageError(impossible.getMessage(), impossible);
            }
        });
    }

    private void serve() throws IOException {
        say(READY);
        while (true) {
            long rest = rests.incrementAndGet();
            endAfter(rest);
            var request = CodecRequest.read(in);
            if (request.isEmpty() || !rests.compareAndSet(rest, rest + 1)) {
                return;
            }
            say(GO);
            answer(request.get());
        }
    }

    private void endAfter(long rest) {
        Executor later = CompletableFuture.delayedExecutor(idleMillis, TimeUnit.MILLISECONDS, Runnable::run);
        later.execute(() -> {
            if (rests.compareAndSet(rest, ENDED)) {
                Runtime.getRuntime().halt(0);
            }
        });
    }

    private void say(int word) throws IOException {
        out.write(word);
        out.flush();
    }

    private void answer(CodecRequest request) throws IOException {
        try (var arena = Arena.ofConfined()) {
            switch (request) {
                case CodecRequest.Encode encode -> {
                    long bytes = encoded(encode);
                    out.write(DONE);
                    out.writeLong(bytes);
                }
                case CodecRequest.Decode decode -> sendDecoded(decode, arena);
            }
        } catch (VipsException failure) {
            sayWhyNot(FAILED, failure.text());
        } catch (EngineProblem problem) {
            switch (problem.failure()) {
                case EngineFailure.NoSpaceLeft full -> sayWhyNot(UNWRITABLE, full.detail());
                case EngineFailure.UnwritableTarget refused -> sayWhyNot(UNWRITABLE, refused.detail());
                case EngineFailure other -> sayWhyNot(FAILED, other.message());
            }
        } catch (CancelledException impossible) {
            throw new IllegalStateException(impossible);
        }
        out.flush();
    }

    private void sayWhyNot(int word, String reason) throws IOException {
        out.write(word);
        CodecRequest.writeText(out, reason);
    }

    private static Control nobody() {
        return new Control(Stop.on(CancellationToken.never()), List.of(), fraction -> {});
    }

    private long encoded(CodecRequest.Encode request)
            throws IOException, VipsException, EngineProblem, CancelledException {
        var raster = request.raster();
        try (var picture = raster.over(vips, received.of(request.pixels(), raster.bytes()))) {
            return saving.write(
                    picture, VipsImage::again, request.encoding(), request.beside(), request.file(), nobody());
        } finally {
            received.rest();
        }
    }

    private void sendDecoded(CodecRequest.Decode request, Arena arena)
            throws IOException, VipsException, EngineProblem, CancelledException {
        var header = Probe.header(request.source());
        var source = new Decoding.Source(request.source(), header, Probe.info(request.source()), 0);
        var decoding = new Decoding(vips, new SourceReader(vips, request.damaged()));
        try (var image = decoding.decode(source, request.wish(), nobody()).image()) {
            var raster = Raster.of(image);
            var pixels = arena.allocate(raster.bytes());
            try (var target = vips.over(pixels, raster.size(), raster.bands(), raster.bytesPerSample())) {
                vips.write(image, target);
            }
            out.write(PIXELS);
            raster.write(out);
            Raster.send(pixels, out);
        }
    }
}
