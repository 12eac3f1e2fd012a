package offprint.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.image.ImageFormat;
import offprint.image.SourceInfo;
import offprint.library.Photo;

/// Looks at sources again: before a retry, and when an interrupted batch is taken up. Blocks, for workers.
final class PhotoScan {

    private final Engines engines;
    private final ExportPlanner planner;

    PhotoScan(Engines engines, ExportPlanner planner) {
        this.engines = engines;
        this.planner = planner;
    }

    /// A photo's plan with fresh facts.
    ///
    /// @param openOutputs by the plan's index: whether it is to be made
    record Again(PlannedPhoto planned, List<Boolean> openOutputs) {
        static Again allOf(PlannedPhoto planned) {
            return new Again(planned, Collections.nCopies(planned.outputs().size(), true));
        }

        boolean isOpen(int output) {
            return openOutputs.get(output);
        }
    }

    /// The photo as it is now.
    Photo photo(Path file, Path dropRoot) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Photo(
                    file,
                    dropRoot,
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant(),
                    info(file));
        } catch (IOException failure) {
            var detail = String.valueOf(failure.getMessage());
            return new Photo(
                    file, dropRoot, 0, Instant.EPOCH, EngineResult.failed(new EngineFailure.UnreadableSource(detail)));
        }
    }

    private EngineResult<SourceInfo> info(Path file) throws IOException {
        byte[] head;
        try (var stream = Files.newInputStream(file)) {
            head = stream.readNBytes(ImageFormat.SNIFF_BYTES);
        }
        if (head.length == 0) {
            return EngineResult.failed(new EngineFailure.EmptySource());
        }
        var format = ImageFormat.sniff(head);
        if (format.isEmpty()) {
            return EngineResult.failed(
                    new EngineFailure.UnsupportedFormat("its first bytes are those of no known picture format."));
        }
        try {
            return engines.forReading(format.get()).probe(file, CancellationToken.never());
        } catch (CancelledException impossible) {
            throw new IllegalStateException("expected no cancel of a token that nobody can trip", impossible);
        }
    }

    /// A row's plan for another attempt: as it was while the source is as it was, else with fresh facts for what is not
    /// written yet.
    Again again(int sequence, PhotoProgress progress, ExportBatch batch) {
        var open = progress.variants().stream()
                .map(variant -> variant.outcome().isEmpty())
                .toList();
        var old = progress.planned();
        if (old.failure().isEmpty() && isUnchanged(old.photo())) {
            return new Again(old, open);
        }
        var photo = photo(old.photo().file(), old.photo().dropRoot());
        var renewed = planner.plan(
                photo, sequence, batch.recipe, variants(old, batch), batch.destination, TargetNaming.WISHFUL);
        if (renewed.failure().isPresent()) {
            return new Again(new PlannedPhoto(photo, old.outputs(), renewed.failure()), open);
        }
        if (open.isEmpty()) {
            return new Again(renewed, Collections.nCopies(renewed.outputs().size(), true));
        }
        var outputs = new ArrayList<>(old.outputs());
        for (int i = 0; i < outputs.size(); i++) {
            if (open.get(i)) {
                outputs.set(i, renewed.outputs().get(i));
            }
        }
        return new Again(new PlannedPhoto(photo, outputs, Optional.empty()), open);
    }

    private static boolean isUnchanged(Photo photo) {
        try {
            var now = Files.readAttributes(photo.file(), BasicFileAttributes.class);
            return now.size() == photo.bytes()
                    && now.lastModifiedTime().toInstant().equals(photo.modifiedAt());
        } catch (IOException gone) {
            return false;
        }
    }

    /// The recipe's variants that a plan is about; all of them for a photo that could not be read.
    private static List<offprint.recipe.Variant> variants(PlannedPhoto planned, ExportBatch batch) {
        if (planned.outputs().isEmpty()) {
            return batch.recipe.variants();
        }
        var names = planned.outputs().stream().map(PlannedOutput::variant).toList();
        return batch.recipe.variants().stream()
                .filter(variant -> names.contains(variant.name()))
                .toList();
    }

    /// A plan of what an interrupted batch has left.
    ///
    /// @return the photos, each with its place in the batch that first had it
    List<Left> left(UnfinishedBatch batch, CancellationToken cancellation) throws CancelledException {
        var left = new ArrayList<Left>();
        for (var source : batch.photos()) {
            cancellation.throwIfCancelled();
            var photo = photo(source.file(), source.dropRoot());
            left.add(new Left(source.sequence(), planned(photo, source, batch)));
        }
        return left;
    }

    /// @param sequence place in the batch, from 1
    record Left(int sequence, PlannedPhoto planned) {}

    private PlannedPhoto planned(Photo photo, UnfinishedBatch.Source source, UnfinishedBatch batch) {
        if (photo.info() instanceof EngineResult.Failed<SourceInfo> failed) {
            return new PlannedPhoto(photo, List.of(), Optional.of(Failures.of(failed.failure())));
        }
        var names =
                source.outputs().stream().map(UnfinishedBatch.Output::variant).toList();
        var variants = batch.recipe().variants().stream()
                .filter(variant -> names.isEmpty() || names.contains(variant.name()))
                .toList();
        var chooser = TargetNaming.WISHFUL;
        var fresh = planner.plan(photo, source.sequence(), batch.recipe(), variants, batch.destination(), chooser);
        boolean same = photo.bytes() == source.bytes() && photo.modifiedAt().equals(source.modifiedAt());
        if (!same) {
            return fresh;
        }
        var outputs = fresh.outputs().stream()
                .map(output -> withTarget(output, source))
                .toList();
        return new PlannedPhoto(photo, outputs, Optional.empty());
    }

    /// The target that the batch had chosen: it kept clear of the batch's other outputs.
    private static PlannedOutput withTarget(PlannedOutput fresh, UnfinishedBatch.Source source) {
        for (var output : source.outputs()) {
            if (output.variant().equals(fresh.variant()) && fresh.note().isEmpty()) {
                Optional<PlannedOutput.Note> note = switch (output.naming()) {
                    case AS_WANTED -> Optional.empty();
                    case NUMBERED -> Optional.of(new PlannedOutput.Note.Renamed(fresh.target()));
                };
                return new PlannedOutput(fresh.variant(), fresh.size(), fresh.encoding(), output.target(), note);
            }
        }
        return fresh;
    }
}
