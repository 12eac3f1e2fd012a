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
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.recipe.Encoding;

/// Encodes AVIF in processes of their own, since libaom can't be stopped but a process can: a cancel kills it. They are
/// kept for the next picture, at most one a processor, and end by themselves when there is none for a while.
///
/// Safe for several workers at once; each has a process for itself while it encodes.
final class AvifProcesses implements AutoCloseable {

    private static final long IDLE_MILLIS = 60_000;

    /// So many failed starts in a row, and no more are tried.
    private static final int MAX_REFUSALS = 3;

    private final Vips vips;
    private final List<String> command;
    private final Deque<AvifProcess> idle = new ArrayDeque<>();
    private final Set<AvifProcess> living = new HashSet<>();
    private Optional<String> reasonAgainst = Optional.empty();
    private int refusals;
    private boolean closed;

    /// @param vips whose pictures these are
    /// @param command what starts an [AvifChild]; empty when there is no way
    AvifProcesses(Vips vips, List<String> command) {
        this.vips = vips;
        this.command = List.copyOf(command);
        if (command.isEmpty()) {
            refusals = MAX_REFUSALS;
            reasonAgainst = Optional.of("there is no Java to start");
        }
    }

    /// Processes of this run's Java with the same library. Starts none yet.
    static AvifProcesses of(VipsAvailability.Available library) {
        return of(library, IDLE_MILLIS);
    }

    static AvifProcesses of(VipsAvailability.Available library, long idleMillis) {
        var command = new ArrayList<>(AvifCommand.of(library).orElse(List.of()));
        if (!command.isEmpty()) {
            command.add(Long.toString(idleMillis));
        }
        return new AvifProcesses(library.vips(), command);
    }

    /// Computes the picture's pixels here and encodes them apart.
    ///
    /// @param image eight bits a sample; stays the caller's
    /// @return bytes of the file; empty when it is better or only possible to do it here
    /// @throws VipsException when the pixels can't be computed, the encoder fails, or its process dies
    OptionalLong write(VipsImage image, Encoding.Avif encoding, Saving.Beside beside, Path file, Saving.Control control)
            throws VipsException, CancelledException {
        if (!AvifCost.isLong(image.size(), encoding)) {
            return OptionalLong.empty();
        }
        var process = taken();
        if (process.isEmpty()) {
            return OptionalLong.empty();
        }
        var request = new AvifRequest(AvifRequest.Picture.of(image), encoding, beside, file.toAbsolutePath());
        // the process starts while the pixels are computed
        try (var arena = Arena.ofConfined()) {
            var pixels = arena.allocate(request.picture().bytes());
            compute(image, pixels, process.get(), control);
            return encoded(request, pixels, process.get(), control);
        }
    }

    private void compute(VipsImage image, MemorySegment pixels, AvifProcess process, Saving.Control control)
            throws VipsException {
        boolean done = false;
        try (var raster = vips.over(pixels, image.size(), image.bands())) {
            vips.write(image, raster);
            control.progress().accept(1);
            done = true;
        } finally {
            if (!done) {
                giveBack(process);
            }
        }
    }

    /// Two attempts, since a process that waited may have ended just before it was asked.
    private OptionalLong encoded(AvifRequest request, MemorySegment pixels, AvifProcess first, Saving.Control control)
            throws VipsException, CancelledException {
        var answer = attempt(request, pixels, first, control);
        if (answer instanceof AvifProcess.Answer.NotReached) {
            var second = started();
            if (second.isEmpty()) {
                return OptionalLong.empty();
            }
            answer = attempt(request, pixels, second.get(), control);
        }
        return switch (answer) {
            case AvifProcess.Answer.Written written -> OptionalLong.of(written.bytes());
            case AvifProcess.Answer.Refused refused -> throw new VipsException(refused.reason());
            case AvifProcess.Answer.Died died ->
                throw new VipsException("the process of the AVIF encoder ended with code " + died.exitCode());
            case AvifProcess.Answer.NotReached notReached -> {
                refuse(notReached.reason());
                yield OptionalLong.empty();
            }
        };
    }

    /// Afterwards the process is back among the idle ones, or is gone.
    private AvifProcess.Answer attempt(
            AvifRequest request, MemorySegment pixels, AvifProcess process, Saving.Control control)
            throws CancelledException {
        var hooks = new ArrayList<CancellationToken.Registration>();
        boolean reusable = false;
        try {
            for (var token : control.tokens()) {
                hooks.add(token.onCancel(() -> killIfStopped(process, control)));
            }
            var answer = process.encode(request, pixels);
            reusable = answer instanceof AvifProcess.Answer.Written || answer instanceof AvifProcess.Answer.Refused;
            return answer;
        } finally {
            hooks.forEach(CancellationToken.Registration::close);
            if (reusable && !control.stop().isStopped()) {
                praise();
                giveBack(process);
            } else {
                end(process);
            }
            control.stop().check();
        }
    }

    private static void killIfStopped(AvifProcess process, Saving.Control control) {
        if (control.stop().isStopped()) {
            process.kill();
        }
    }

    /// One that waits, or a new one.
    private Optional<AvifProcess> taken() {
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

    private synchronized Optional<AvifProcess> waiting() {
        return Optional.ofNullable(idle.pollLast());
    }

    private Optional<AvifProcess> started() {
        if (closedOrRefused()) {
            return Optional.empty();
        }
        try {
            var process = AvifProcess.start(command);
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

    private synchronized boolean isKept(AvifProcess process) {
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

    private void giveBack(AvifProcess process) {
        if (!isIdleAgain(process)) {
            end(process);
        }
    }

    private synchronized boolean isIdleAgain(AvifProcess process) {
        return !closed && idle.size() < Runtime.getRuntime().availableProcessors() && idle.add(process);
    }

    private void end(AvifProcess process) {
        process.close();
        forget(process);
    }

    private synchronized void forget(AvifProcess process) {
        living.remove(process);
    }

    /// Why AVIF is encoded in this process and can't be stopped; empty when all is well.
    synchronized Optional<String> reasonAgainst() {
        return reasonAgainst;
    }

    /// The processes there are; for tests.
    synchronized List<ProcessHandle> handles() {
        return living.stream().map(AvifProcess::handle).toList();
    }

    private synchronized List<AvifProcess> closing() {
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
