package offprint.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Crops;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.engine.RenderRequest;
import offprint.engine.VariantRequest;
import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;

/// The work behind one request, on a worker: decode if the photo is not warm, show it, encode, decode, show.
final class PreviewRun {

    /// From here on an estimate comes first, so that the picture follows the slider.
    static final double DRAFT_FROM_MILLIS = 60;

    /// From here on the exact encoding is a task of its own that lets others go before it.
    static final double LONG_FROM_MILLIS = 700;

    private final Tools tools;
    private final PreviewRequest request;
    private final SourceInfo info;
    private final Consumer<PreviewEvent> told;
    private final CancellationToken cancellation;

    /// What every run uses.
    record Tools(Engines engines, Limits limits, WarmPhotos warm, Pace pace) {}

    /// How it went.
    enum Ending {
        OVER,
        /// The estimate is shown; [#finish] takes long.
        TO_BE_FINISHED
    }

    /// @param told owns the pixels of what it is told
    PreviewRun(
            Tools tools,
            PreviewRequest request,
            SourceInfo info,
            Consumer<PreviewEvent> told,
            CancellationToken cancellation) {
        this.tools = tools;
        this.request = request;
        this.info = info;
        this.told = told;
        this.cancellation = cancellation;
    }

    /// Everything, or up to the estimate where the rest takes long.
    Ending begin() throws CancelledException, EngineProblem {
        var photo = warm();
        try {
            if (request.wanted() == PreviewRequest.Wanted.BEFORE_AND_AFTER) {
                var pixels = before(photo, request.view());
                told.accept(new PreviewEvent.Before(pixels, size()));
            }
            var ready = photo.encoded(request.variant(), request.encoding());
            if (ready.isPresent()) {
                show(ready.get());
                return Ending.OVER;
            }
            double expected = tools.pace().expected(size(), request.encoding());
            double draftBytes = 0;
            if (expected > DRAFT_FROM_MILLIS && Draft.isWorthIt(request.encoding())) {
                draftBytes = draft(photo);
            }
            if (expected > LONG_FROM_MILLIS) {
                return Ending.TO_BE_FINISHED;
            }
            exact(photo, draftBytes);
            return Ending.OVER;
        } finally {
            photo.giveBack();
        }
    }

    /// The exact picture after the estimate.
    void finish() throws CancelledException, EngineProblem {
        var photo = warm();
        try {
            exact(photo, 0);
        } finally {
            photo.giveBack();
        }
    }

    private PixelSize size() {
        return request.sizeFor(info.displaySize());
    }

    private WarmPhoto warm() throws CancelledException, EngineProblem {
        var key = WarmPhoto.Key.of(request, info.displaySize());
        var kept = tools.warm().borrowed(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        var variants = variants(request, info);
        var render = new RenderRequest(
                request.photo().file(), info, variants, request.recipe().metadata(), tools.limits());
        return tools.warm().put(key, value(engine().prepare(render, cancellation)));
    }

    /// As an export would ask for them, but for the files.
    static List<VariantRequest> variants(PreviewRequest request, SourceInfo info) {
        return request.variants().stream()
                .map(variant -> new VariantRequest(
                        variant.name(), variant.sizing().sizeFor(info.displaySize()), variant.encoding(), Path.of("")))
                .toList();
    }

    private ImageEngine engine() {
        return engine(tools.engines(), request, info);
    }

    /// The one that an export takes.
    static ImageEngine engine(Engines engines, PreviewRequest request, SourceInfo info) {
        var formats = request.variants().stream()
                .map(variant -> variant.encoding().format())
                .toList();
        return engines.forJob(info.format(), formats);
    }

    private Pixels before(WarmPhoto photo, View view) throws CancelledException, EngineProblem {
        var kept = photo.seen(request.variant(), view);
        if (kept.isPresent()) {
            return kept.get();
        }
        var pixels = value(photo.workpiece().before(request.variant(), view, cancellation));
        photo.keepSeen(request.variant(), view, Crops.copy(pixels));
        return pixels;
    }

    /// @return the bytes that it reckons with, before they are corrected
    private double draft(WarmPhoto photo) throws CancelledException, EngineProblem {
        var hastened = Draft.hastened(request.encoding());
        var view = Draft.view(request.view(), size(), shown -> tools.pace().expected(shown, hastened));
        var file = temporary(hastened);
        try (var pixels = before(photo, view)) {
            long start = System.nanoTime();
            long bytes = value(engine().encode(pixels, hastened, file, cancellation));
            long reckoned = Draft.bytes(bytes, pixels.size(), size());
            var decoded = decoded(file, new View.Fitted(ImageEngine.WHOLE_PX));
            tools.pace().learn(pixels.size(), hastened, (System.nanoTime() - start) / 1e6);
            told.accept(new PreviewEvent.After(
                    decoded, Math.round(reckoned * photo.bias()), PreviewEvent.Certainty.ESTIMATE));
            return reckoned;
        } finally {
            WarmPhoto.delete(file);
        }
    }

    private void exact(WarmPhoto photo, double draftBytes) throws CancelledException, EngineProblem {
        long start = System.nanoTime();
        var file = temporary(request.encoding());
        boolean kept = false;
        try {
            long bytes = value(photo.workpiece().write(request.variant(), request.encoding(), file, cancellation));
            var encoded = new WarmPhoto.Encoded(request.variant(), request.encoding(), file, bytes);
            var pixels = decoded(file, request.view());
            tools.pace().learn(size(), request.encoding(), (System.nanoTime() - start) / 1e6);
            if (draftBytes > 0) {
                photo.learnBias(draftBytes, bytes);
            }
            kept = true;
            photo.keepEncoded(encoded);
            told.accept(new PreviewEvent.After(pixels, bytes, PreviewEvent.Certainty.EXACT));
        } finally {
            if (!kept) {
                WarmPhoto.delete(file);
            }
        }
    }

    private void show(WarmPhoto.Encoded encoded) throws CancelledException, EngineProblem {
        told.accept(new PreviewEvent.After(
                decoded(encoded.file(), request.view()), encoded.bytes(), PreviewEvent.Certainty.EXACT));
    }

    private Pixels decoded(Path file, View view) throws CancelledException, EngineProblem {
        var reader = tools.engines().forReading(request.encoding().format());
        return value(reader.view(file, view, tools.limits(), cancellation));
    }

    private static Path temporary(Encoding encoding) throws EngineProblem {
        try {
            return Files.createTempFile(
                    "offprint-preview-", "." + encoding.format().extension());
        } catch (IOException refused) {
            throw new EngineProblem(
                    EngineFailure.ofRefusedWrite(
                            Optional.ofNullable(refused.getMessage()).orElse("no temporary file could be made")),
                    refused);
        }
    }

    private static <T> T value(EngineResult<T> result) throws EngineProblem {
        return switch (result) {
            case EngineResult.Done<T> done -> done.value();
            case EngineResult.Failed<T> failed -> throw new EngineProblem(failed.failure());
        };
    }
}
