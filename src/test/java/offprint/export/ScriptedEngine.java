package offprint.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Capabilities;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.ThumbnailRequest;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.export.Pictures.Picture;
import offprint.fixtures.Gate;
import offprint.image.ImageFormat;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;

/// An engine for [Pictures] that does what a test says, and can be held while it decodes and while it encodes.
final class ScriptedEngine implements ImageEngine {

    final Gate decoding = new Gate();
    final Gate encoding = new Gate();
    final Queue<Path> rendered = new ConcurrentLinkedQueue<>();

    /// A permit for each time that it was told to rest.
    final Semaphore rests = new Semaphore(0);

    volatile Set<ImageFormat> writable =
            EnumSet.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.TIFF, ImageFormat.WEBP);
    volatile long estimatedBytes = 1;

    /// Whether each variant is made on a thread of its own.
    volatile boolean encodesAtOnce;

    /// Variants of which it says nothing, against the engines' contract.
    volatile Predicate<VariantRequest> keepsSilentOn = variant -> false;

    /// Called whenever somebody asks what it can; may throw anything unchecked.
    volatile Runnable beforeCapabilities = () -> {};

    /// Called on the worker before the decode; may throw anything unchecked.
    volatile Consumer<Path> beforeDecode = source -> {};

    volatile Function<Path, Optional<EngineFailure>> sourceFailure = source -> Optional.empty();
    volatile Function<VariantRequest, Optional<EngineFailure>> variantFailure = variant -> Optional.empty();

    /// What is written instead of the right picture.
    volatile BiFunction<VariantRequest, Picture, Picture> distortion = (variant, right) -> right;

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public String description() {
        return "Scripted";
    }

    @Override
    public Capabilities capabilities() {
        beforeCapabilities.run();
        return new Capabilities(EnumSet.allOf(ImageFormat.class), writable);
    }

    @Override
    public EngineResult<SourceInfo> probe(Path source, CancellationToken cancellation) throws CancelledException {
        cancellation.throwIfCancelled();
        return switch (Pictures.read(source)) {
            case EngineResult.Done<Picture> done ->
                EngineResult.done(done.value().info());
            case EngineResult.Failed<Picture> failed -> EngineResult.failed(failed.failure());
        };
    }

    @Override
    public EngineResult<Pixels> thumbnail(ThumbnailRequest request, CancellationToken cancellation) {
        return EngineResult.failed(new EngineFailure.UnsupportedFormat("no thumbnails here"));
    }

    @Override
    public EngineResult<Long> encode(Pixels pixels, Encoding encoding, Path file, CancellationToken cancellation) {
        return EngineResult.failed(new EngineFailure.EncodeFailed(encoding.format(), "no encoder here"));
    }

    @Override
    public long estimateBytes(SourceInfo source, List<VariantRequest> variants) {
        return estimatedBytes;
    }

    @Override
    public void rest() {
        rests.release();
    }

    @Override
    public EngineResult<List<VariantResult>> render(
            RenderRequest request, RenderListener listener, RenderCancellation cancellation) throws CancelledException {
        rendered.add(request.source());
        listener.decoding();
        beforeDecode.accept(request.source());
        decoding.pass(cancellation.photo());
        var failure = sourceFailure.apply(request.source());
        if (failure.isPresent()) {
            return EngineResult.failed(failure.get());
        }
        var source = Pictures.readWhole(request.source());
        listener.decodeProgress(1);
        return EngineResult.done(
                encodesAtOnce
                        ? atOnce(request, source, listener, cancellation)
                        : oneByOne(request, source, listener, cancellation));
    }

    private List<VariantResult> oneByOne(
            RenderRequest request, Picture source, RenderListener listener, RenderCancellation cancellation)
            throws CancelledException {
        var results = new ArrayList<VariantResult>();
        for (int i = 0; i < request.variants().size(); i++) {
            results.add(told(request.variants().get(i), i, source, listener, cancellation));
        }
        return results;
    }

    private List<VariantResult> atOnce(
            RenderRequest request, Picture source, RenderListener listener, RenderCancellation cancellation)
            throws CancelledException {
        try (var encoders = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, request.variants().size())
                    .mapToObj(i ->
                            encoders.submit(() -> told(request.variants().get(i), i, source, listener, cancellation)))
                    .toList();
            var results = new ArrayList<VariantResult>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException failure) {
            cancellation.photo().throwIfCancelled();
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private VariantResult told(
            VariantRequest variant, int index, Picture source, RenderListener listener, RenderCancellation cancellation)
            throws CancelledException {
        var result = one(variant, index, source, listener, cancellation);
        if (!keepsSilentOn.test(variant)) {
            listener.finished(index, result);
        }
        return result;
    }

    private VariantResult one(
            VariantRequest variant, int index, Picture source, RenderListener listener, RenderCancellation cancellation)
            throws CancelledException {
        cancellation.photo().throwIfCancelled();
        listener.resizing(index);
        listener.encoding(index);
        try {
            var right = new Picture(
                    variant.encoding().format(),
                    variant.size(),
                    offprint.image.Orientation.UPRIGHT,
                    false,
                    source.origin());
            var bytes = distortion.apply(variant, right).bytes();
            // Half of it is there while it is held: what a cancel leaves behind must be swept.
            Files.write(variant.partialFile(), java.util.Arrays.copyOf(bytes, bytes.length / 2));
            encoding.pass(cancellation.variants().get(index));
            var failure = variantFailure.apply(variant);
            if (failure.isPresent()) {
                return new VariantResult.VariantFailed(failure.get());
            }
            Files.write(variant.partialFile(), bytes);
            listener.encodeProgress(index, 1);
            return new VariantResult.Rendered(variant.size(), bytes.length);
        } catch (CancelledException stopped) {
            cancellation.photo().throwIfCancelled();
            return new VariantResult.VariantCancelled();
        } catch (IOException failure) {
            return new VariantResult.VariantFailed(new EngineFailure.UnwritableTarget(failure.toString()));
        }
    }
}
