package offprint.engine.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Capabilities;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.Stop;
import offprint.engine.ThumbnailRequest;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.engine.View;
import offprint.engine.Workpiece;
import offprint.engine.header.RawFile;
import offprint.engine.header.RawFile.Extract;
import offprint.image.ImageFormat;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;

/// An engine that reads JPEG, and RAW files too: the JPEG inside is written to the system's temporary folder with the
/// turn and the EXIF of the RAW file, and goes the way of any other JPEG. Everything else is passed on as it is.
///
/// A file and not memory between them, since the port of an engine has files on both sides; it is gone before a call
/// returns.
public final class RawEngine implements ImageEngine {

    private final ImageEngine engine;
    private final Capabilities capabilities;

    /// @param engine reads JPEG; owned and closed by this
    public RawEngine(ImageEngine engine) {
        if (!engine.capabilities().reads(ImageFormat.JPEG)) {
            throw new IllegalArgumentException("expected an engine that reads JPEG but received " + engine.name());
        }
        this.engine = engine;
        var readable = EnumSet.of(ImageFormat.RAW);
        readable.addAll(engine.capabilities().readable());
        capabilities = new Capabilities(readable, engine.capabilities().writable());
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public String description() {
        return engine.description();
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public EngineResult<SourceInfo> probe(Path source, CancellationToken cancellation) throws CancelledException {
        cancellation.throwIfCancelled();
        try {
            var raw = mayBeRaw(source) ? RawFile.read(source) : Optional.<RawFile>empty();
            return raw.isPresent() ? EngineResult.done(raw.get().info()) : engine.probe(source, cancellation);
        } catch (EngineProblem problem) {
            return EngineResult.failed(problem.failure());
        }
    }

    /// What no RAW file begins like is not looked at twice. A file that can't be read is the engine's to tell of.
    private static boolean mayBeRaw(Path source) {
        try (var stream = Files.newInputStream(source)) {
            return ImageFormat.sniff(stream.readNBytes(ImageFormat.SNIFF_BYTES))
                    .filter(format -> format == ImageFormat.RAW || format == ImageFormat.TIFF)
                    .isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public EngineResult<Pixels> thumbnail(ThumbnailRequest request, CancellationToken cancellation)
            throws CancelledException {
        var extract = switch (request.source()) {
            case EMBEDDED_ONLY -> Extract.HEAD;
            case PICTURE -> Extract.WHOLE;
        };
        return onJpeg(
                request.photo(),
                extract,
                cancellation,
                file -> engine.thumbnail(
                        new ThumbnailRequest(file, request.boxPx(), request.source(), request.limits()), cancellation));
    }

    @Override
    public EngineResult<Long> encode(Pixels pixels, Encoding encoding, Path partialFile, CancellationToken cancellation)
            throws CancelledException {
        return engine.encode(pixels, encoding, partialFile, cancellation);
    }

    @Override
    public long estimateBytes(SourceInfo source, List<VariantRequest> variants) {
        return engine.estimateBytes(source.isEmbeddedPreview() ? asJpeg(source) : source, variants);
    }

    @Override
    public EngineResult<List<VariantResult>> render(
            RenderRequest request, RenderListener listener, RenderCancellation cancellation) throws CancelledException {
        if (!request.info().isEmbeddedPreview()) {
            return engine.render(request, listener, cancellation);
        }
        return onJpeg(
                request.source(),
                Extract.WHOLE,
                cancellation.photo(),
                file -> engine.render(onFile(request, file), listener, cancellation));
    }

    @Override
    public EngineResult<Pixels> view(Path picture, View view, Limits limits, CancellationToken cancellation)
            throws CancelledException {
        return onJpeg(picture, Extract.WHOLE, cancellation, file -> engine.view(file, view, limits, cancellation));
    }

    @Override
    public EngineResult<Workpiece> prepare(RenderRequest request, CancellationToken cancellation)
            throws CancelledException {
        if (!request.info().isEmbeddedPreview()) {
            return engine.prepare(request, cancellation);
        }
        return onJpeg(
                request.source(),
                Extract.WHOLE,
                cancellation,
                file -> engine.prepare(onFile(request, file), cancellation));
    }

    private static RenderRequest onFile(RenderRequest request, Path jpeg) {
        return new RenderRequest(
                jpeg, asJpeg(request.info()), request.variants(), request.metadata(), request.limits());
    }

    private static SourceInfo asJpeg(SourceInfo raw) {
        return new SourceInfo(
                ImageFormat.JPEG,
                raw.storedSize(),
                raw.orientation(),
                raw.bands(),
                raw.bitsPerSample(),
                raw.hasAlpha(),
                raw.frames(),
                raw.profileName(),
                raw.hasGps(),
                raw.capturedAt(),
                raw.camera());
    }

    @FunctionalInterface
    private interface Work<T> {
        EngineResult<T> on(Path file) throws CancelledException;
    }

    /// Works on the JPEG inside of a RAW file, and on any other file itself.
    private static <T> EngineResult<T> onJpeg(Path photo, Extract extract, CancellationToken cancellation, Work<T> work)
            throws CancelledException {
        cancellation.throwIfCancelled();
        try {
            var raw = mayBeRaw(photo) ? RawFile.read(photo) : Optional.<RawFile>empty();
            if (raw.isEmpty()) {
                return work.on(photo);
            }
            var between = Files.createTempFile("offprint-raw-", ".jpg");
            try {
                raw.get().writeJpeg(between, extract, Stop.on(cancellation));
                return work.on(between);
            } finally {
                between.toFile().delete();
            }
        } catch (EngineProblem problem) {
            return EngineResult.failed(problem.failure());
        } catch (IOException refused) {
            return EngineResult.failed(new EngineFailure.UnwritableTarget(
                    "the system's temporary folder takes no file: " + refused.getMessage()));
        }
    }

    @Override
    public void rest() {
        engine.rest();
    }

    @Override
    public void close() {
        engine.close();
    }
}
