package offprint.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.ImageEngine;
import offprint.export.PlannedOutput.Note;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.recipe.NamingContext;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.Variant;

/// Works out every output of a batch: sizes, names, and what will not work, before anything starts.
///
/// Touches the disk, one listing a target folder; for workers. Several may plan at once.
final class ExportPlanner {

    private final Engines engines;
    private final TargetReservations reservations;

    ExportPlanner(Engines engines, TargetReservations reservations) {
        this.engines = engines;
        this.reservations = reservations;
    }

    /// The plan of a batch; it reserves nothing, so that a plan may be thrown away.
    ExportPlan plan(List<Photo> photos, Recipe recipe, Path destination, CancellationToken cancellation)
            throws CancelledException {
        var realRoot = RealPaths.resolve(destination);
        var originals = new Originals(photos.stream().map(Photo::file).toList());
        var inPlan = new TargetReservations();
        var chooser = new TargetChooser(
                realRoot,
                originals,
                target -> !reservations.isReserved(target) && inPlan.reserve(target),
                inPlan::release);
        var planned = new ArrayList<PlannedPhoto>(photos.size());
        for (var photo : photos) {
            cancellation.throwIfCancelled();
            planned.add(plan(photo, planned.size() + 1, recipe, recipe.variants(), realRoot, chooser));
        }
        return new ExportPlan(recipe, realRoot, planned, estimatedBytes(planned));
    }

    /// One photo's outputs for some variants of a recipe.
    ///
    /// @param sequence place in the batch, from 1
    PlannedPhoto plan(
            Photo photo, int sequence, Recipe recipe, List<Variant> variants, Path realRoot, TargetNaming naming) {
        return switch (photo.info()) {
            case EngineResult.Failed<SourceInfo> failed ->
                new PlannedPhoto(photo, List.of(), Optional.of(Failures.of(failed.failure())));
            case EngineResult.Done<SourceInfo> done -> {
                var info = done.value();
                var engine = engines.forJob(info.format(), formatsOf(recipe.variants()));
                var outputs = new ArrayList<PlannedOutput>(variants.size());
                for (var variant : variants) {
                    outputs.add(output(
                            new Subject(photo, info, sequence, recipe.onConflict(), realRoot, engine),
                            variant,
                            naming));
                }
                yield new PlannedPhoto(photo, outputs, Optional.empty());
            }
        };
    }

    /// Bytes of everything that will be written.
    static long estimatedBytes(List<PlannedPhoto> photos) {
        long sum = 0;
        for (var photo : photos) {
            for (var output : photo.outputs()) {
                sum += OutputEstimate.bytes(output);
            }
        }
        return sum;
    }

    private static List<ImageFormat> formatsOf(List<Variant> variants) {
        return variants.stream().map(variant -> variant.encoding().format()).toList();
    }

    /// What all outputs of one photo share.
    private record Subject(
            Photo photo, SourceInfo info, int sequence, OnConflict policy, Path realRoot, ImageEngine engine) {}

    private static PlannedOutput output(Subject subject, Variant variant, TargetNaming naming) {
        var size = variant.sizing().sizeFor(subject.info.displaySize());
        var context = NamingContext.of(subject.photo.file(), subject.info, variant, size, subject.sequence);
        Path wanted;
        try {
            wanted = subject.realRoot.resolve(variant.file().renderWithExtension(context));
        } catch (InvalidPathException unmappable) {
            // This system's locale has no bytes for some character of the name: it costs this one file.
            var detail =
                    new EngineFailure.UnwritableTarget("this system can't write the name " + unmappable.getInput());
            var substitute = subject.realRoot.resolve(
                    subject.sequence + "." + variant.encoding().format().extension());
            return planned(variant, size, substitute, Optional.of(new Note.WillFail(Failures.of(detail))));
        }
        var refusal = refusal(variant, size, subject.engine);
        if (refusal.isPresent()) {
            return planned(variant, size, wanted, Optional.of(new Note.WillFail(Failures.of(refusal.get()))));
        }
        var choice = naming.choose(wanted, subject.policy);
        return planned(variant, size, choice.target(), choice.note());
    }

    private static PlannedOutput planned(Variant variant, PixelSize size, Path target, Optional<Note> note) {
        return new PlannedOutput(variant.name(), size, variant.encoding(), target, note);
    }

    private static Optional<EngineFailure> refusal(Variant variant, PixelSize size, ImageEngine engine) {
        var format = variant.encoding().format();
        if (!engine.capabilities().writes(format)) {
            return Optional.of(new EngineFailure.UnsupportedEncoding(
                    format, "the engine in use (" + engine.name() + ") does not write it."));
        }
        if (size.longEdgePx() > format.maxSidePx()) {
            return Optional.of(new EngineFailure.OverFormatLimit(format, size));
        }
        return Optional.empty();
    }
}
