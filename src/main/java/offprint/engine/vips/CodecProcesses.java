package offprint.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.DamagedPhotos;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.recipe.Encoding;

/// Encodes and decodes in processes of their own what can't be stopped in the middle (see [CodecCost]), since a
/// process can: a cancel kills it. They are kept for the next picture, at most one a processor, and end by themselves
/// when there is none for a while.
///
/// Safe for several workers at once; each has a process for itself while it encodes.
final class CodecProcesses implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("offprint.engine.vips");

    private static final long IDLE_MILLIS = 60_000;

    /// So many failed starts in a row, and no more are tried.
    private static final int MAX_REFUSALS = 3;

    private final Vips vips;
    private final List<String> command;
    private final Deque<CodecProcess> idle = new ArrayDeque<>();
    private final Set<CodecProcess> living = new HashSet<>();

    /// Of those that encode nothing now; who encodes has taken it out.
    private final ConcurrentHashMap<CodecProcess, SharedPixels> shared = new ConcurrentHashMap<>();

    private Optional<String> reasonAgainst = Optional.empty();
    private int refusals;
    private boolean closed;

    /// @param vips whose pictures these are
    /// @param command what starts an [CodecChild]; empty when there is no way
    CodecProcesses(Vips vips, List<String> command) {
        this.vips = vips;
        this.command = List.copyOf(command);
        if (command.isEmpty()) {
            refusals = MAX_REFUSALS;
            reasonAgainst = Optional.of("there is no Java to start");
        }
    }

    /// Processes of this run's Java with the same library. Starts none yet.
    static CodecProcesses of(VipsAvailability.Available library) {
        return of(library, IDLE_MILLIS);
    }

    static CodecProcesses of(VipsAvailability.Available library, long idleMillis) {
        var command = new ArrayList<>(CodecCommand.of(library).orElse(List.of()));
        if (!command.isEmpty()) {
            command.add(Long.toString(idleMillis));
        }
        return new CodecProcesses(library.vips(), command);
    }

    /// Computes the picture's pixels here and encodes them apart. They go there in memory that both share: a pipe would
    /// not be free before the system has put a killed process away.
    ///
    /// @param image eight bits a sample; stays the caller's
    /// @return bytes of the file; empty when it is only possible to do it here
    /// @throws VipsException when the pixels can't be computed, the encoder fails, or its process dies
    OptionalLong write(VipsImage image, Encoding encoding, Saving.Beside beside, Path file, Control control)
            throws VipsException, EngineProblem, CancelledException {
        // it starts while the pixels are computed
        var taken = taken();
        if (taken.isEmpty()) {
            return OptionalLong.empty();
        }
        var process = taken.get();
        Optional<SharedPixels> pixels = Optional.empty();
        boolean isAsked = false;
        try {
            var raster = Raster.of(image);
            pixels = Optional.of(sharedWith(process, raster.bytes()));
            compute(image, pixels.get().first(raster.bytes()));
            control.progress().accept(1);
            var request = new CodecRequest.Encode(raster, pixels.get().file(), encoding, beside, file.toAbsolutePath());
            isAsked = true;
            return encoded(request, process, control);
        } catch (IOException noRoom) {
            LOG.log(System.Logger.Level.INFO, "there is no room to hand pixels over", noRoom);
            return OptionalLong.empty();
        } finally {
            if (!isAsked) {
                giveBack(process);
            }
            pixels.ifPresent(one -> keep(one, process));
        }
    }

    /// What the process has mapped already, or new.
    private SharedPixels sharedWith(CodecProcess process, long bytes) throws IOException {
        var kept = Optional.ofNullable(shared.remove(process));
        if (kept.isPresent()) {
            if (kept.get().isEnough(bytes)) {
                return kept.get();
            }
            kept.get().close();
        }
        return SharedPixels.of(bytes);
    }

    private void keep(SharedPixels pixels, CodecProcess process) {
        if (!isKept(pixels, process)) {
            pixels.close();
        }
    }

    private synchronized boolean isKept(SharedPixels pixels, CodecProcess process) {
        return !closed
                && pixels.isWorthKeeping()
                && living.contains(process)
                && shared.putIfAbsent(process, pixels) == null;
    }

    private void compute(VipsImage image, MemorySegment pixels) throws VipsException {
        try (var target = vips.over(pixels, image.size(), image.bands())) {
            vips.write(image, target);
        }
    }

    private OptionalLong encoded(CodecRequest.Encode request, CodecProcess first, Control control)
            throws VipsException, EngineProblem, CancelledException {
        return switch (answer(first, control, one -> one.encode(request))) {
            case CodecProcess.Answer.Written written -> OptionalLong.of(written.bytes());
            case CodecProcess.Answer.Refused refused -> throw new VipsException(refused.reason());
            case CodecProcess.Answer.Unwritable unwritable ->
                throw new EngineProblem(EngineFailure.ofRefusedWrite(unwritable.reason()));
            case CodecProcess.Answer.Died died ->
                throw new VipsException("the process of the encoder ended with code "
                        + died.process().exitCode());
            case CodecProcess.Answer.NotReached notReached -> OptionalLong.empty();
            case CodecProcess.Answer.Decoded decoded -> throw new IllegalStateException("it was to encode");
        };
    }

    /// Decodes apart.
    ///
    /// @return the picture in memory, the caller's; empty when it is only possible to do it here, or when it failed
    ///     there for a reason that will be named here
    /// @throws EngineProblem when the process dies of the photo
    Optional<VipsImage> decode(Path source, Decoding.Wish wish, DamagedPhotos damaged, Control control)
            throws VipsException, EngineProblem, CancelledException {
        var process = taken();
        if (process.isEmpty()) {
            return Optional.empty();
        }
        var request = new CodecRequest.Decode(source.toAbsolutePath(), wish, damaged);
        try (var arena = Arena.ofConfined()) {
            return switch (answer(process.get(), control, one -> one.decode(request, arena))) {
                case CodecProcess.Answer.Decoded decoded -> {
                    control.progress().accept(1);
                    try (var picture = decoded.raster().over(vips, decoded.pixels())) {
                        yield Optional.of(vips.inMemory(picture));
                    }
                }
                case CodecProcess.Answer.Died died ->
                    throw new EngineProblem(
                            new EngineFailure.DamagedSource("the process that decoded it ended with code "
                                    + died.process().exitCode()));
                case CodecProcess.Answer.Refused refused -> Optional.empty();
                case CodecProcess.Answer.NotReached notReached -> Optional.empty();
                case CodecProcess.Answer.Written written -> throw new IllegalStateException("it was to decode");
                case CodecProcess.Answer.Unwritable unwritable -> throw new IllegalStateException("it was to decode");
            };
        }
    }

    private interface Question {
        CodecProcess.Answer ask(CodecProcess process);
    }

    /// Two attempts, since a process that waited may have ended just before it was asked.
    private CodecProcess.Answer answer(CodecProcess first, Control control, Question question)
            throws CancelledException {
        var answer = attempt(first, control, question);
        if (answer instanceof CodecProcess.Answer.NotReached) {
            var second = started();
            if (second.isPresent()) {
                answer = attempt(second.get(), control, question);
            }
        }
        if (answer instanceof CodecProcess.Answer.NotReached notReached) {
            refuse(notReached.reason());
        }
        return answer;
    }

    /// Afterwards the process is back among the idle ones, or is gone.
    private CodecProcess.Answer attempt(CodecProcess process, Control control, Question question)
            throws CancelledException {
        var hooks = new ArrayList<CancellationToken.Registration>();
        boolean reusable = false;
        try {
            for (var token : control.tokens()) {
                hooks.add(token.onCancel(() -> killIfStopped(process, control)));
            }
            var answer = question.ask(process);
            reusable = switch (answer) {
                case CodecProcess.Answer.NotReached notReached -> false;
                case CodecProcess.Answer.Died died -> false;
                default -> true;
            };
            return answer;
        } finally {
            hooks.forEach(CancellationToken.Registration::close);
            if (reusable && !control.stop().isStopped()) {
                praise();
                giveBack(process);
            } else if (control.stop().isStopped()) {
                process.leave();
                forget(process);
            } else {
                end(process);
            }
            control.stop().check();
        }
    }

    private static void killIfStopped(CodecProcess process, Control control) {
        if (control.stop().isStopped()) {
            process.kill();
        }
    }

    /// One that waits, or a new one.
    private Optional<CodecProcess> taken() {
        while (true) {
            var waiting = waiting();
            if (waiting.isEmpty()) {
                return started();
            }
            if (waiting.get().isAlive()) {
                return waiting;
            }
            end(waiting.get());
        }
    }

    private synchronized Optional<CodecProcess> waiting() {
        return Optional.ofNullable(idle.pollLast());
    }

    private Optional<CodecProcess> started() {
        if (closedOrRefused()) {
            return Optional.empty();
        }
        try {
            var process = CodecProcess.start(command);
            if (isKept(process)) {
                return Optional.of(process);
            }
            process.close();
        } catch (IOException refused) {
            refuse(String.valueOf(refused.getMessage()));
        }
        return Optional.empty();
    }

    private synchronized boolean closedOrRefused() {
        return closed || refusals >= MAX_REFUSALS;
    }

    private synchronized boolean isKept(CodecProcess process) {
        return !closed && living.add(process);
    }

    private synchronized void refuse(String reason) {
        refusals++;
        reasonAgainst = Optional.of(reason);
    }

    private synchronized void praise() {
        if (refusals < MAX_REFUSALS) {
            refusals = 0;
            reasonAgainst = Optional.empty();
        }
    }

    private void giveBack(CodecProcess process) {
        if (!isIdleAgain(process)) {
            end(process);
        }
    }

    private synchronized boolean isIdleAgain(CodecProcess process) {
        return !closed && idle.size() < Runtime.getRuntime().availableProcessors() && idle.add(process);
    }

    private void end(CodecProcess process) {
        process.close();
        forget(process);
    }

    private void forget(CodecProcess process) {
        remove(process);
        release(process);
    }

    private synchronized void remove(CodecProcess process) {
        living.remove(process);
    }

    /// Frees what is kept for the next picture and not used now, besides the processes, which end by themselves.
    void rest() {
        shared.keySet().forEach(this::release);
    }

    private void release(CodecProcess process) {
        Optional.ofNullable(shared.remove(process)).ifPresent(SharedPixels::close);
    }

    /// Why all is done in this process and can't be stopped; empty when all is well.
    synchronized Optional<String> reasonAgainst() {
        return reasonAgainst;
    }

    /// The processes there are; for tests.
    synchronized List<ProcessHandle> handles() {
        return living.stream().map(CodecProcess::handle).toList();
    }

    private synchronized List<CodecProcess> closing() {
        closed = true;
        idle.clear();
        return List.copyOf(living);
    }

    /// Ends all of them, those in use as well.
    @Override
    public void close() {
        closing().forEach(this::end);
    }
}
