package offprint.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderRequest;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.export.PlannedOutput.Note;
import offprint.image.SourceInfo;
import offprint.library.Photo;

/// Makes the open outputs of one photo, on a worker: checks the source, renders to partial files, and publishes each
/// as soon as it is rendered and the source still the same, so that what comes later can't take it back. Whatever
/// happens, no partial file stays.
final class PhotoRun {

    private static final System.Logger LOG = System.getLogger(PhotoRun.class.getName());

    private final Tools tools;
    private final Row row;
    private final ExportBatch batch;
    private final PlannedPhoto planned;
    private final RenderCancellation cancels;

    /// Outputs to render, by their index in the plan.
    private final List<Integer> open = new ArrayList<>();

    private final List<Path> partials = new ArrayList<>();

    /// Outputs whose result the engine has told, by their index in the plan.
    private final Set<Integer> told = ConcurrentHashMap.newKeySet();

    private volatile Optional<ExportOutcome.Failed> sourceHasChanged = Optional.empty();

    /// What every run works with.
    record Tools(
            Engines engines,
            Limits limits,
            FileSteps steps,
            AtomicOutput output,
            OutputPublisher publisher,
            ExportRows rows,
            RowEndings endings,
            RenderProgress.Clock clock) {}

    /// @param planned the row's plan at the start of the run
    /// @param cancels the photo's token, and one for each output of the plan
    PhotoRun(Tools tools, Row row, ExportBatch batch, PlannedPhoto planned, RenderCancellation cancels) {
        this.tools = tools;
        this.row = row;
        this.batch = batch;
        this.planned = planned;
        this.cancels = cancels;
    }

    /// Does it all; every way that an output may end is told to the row, but that of an output that is left open by a
    /// cancel of the photo.
    ///
    /// @throws CancelledException when the photo is cancelled
    void run() throws CancelledException {
        cancels.photo().throwIfCancelled();
        if (planned.failure().isPresent()) {
            tools.endings.photoFailed(row, planned.failure().get());
            return;
        }
        settleForeseen();
        if (open.isEmpty()) {
            return;
        }
        var obstacle = obstacle();
        if (obstacle.isPresent()) {
            tools.endings.photoFailed(row, obstacle.get());
            return;
        }
        try {
            renderAndPublish(info(planned.photo()));
        } finally {
            partials.forEach(tools.output::discard);
        }
    }

    /// Ends what the plan knew already, and collects the rest.
    private void settleForeseen() {
        var snapshot = row.snapshot;
        for (int i = 0; i < planned.outputs().size(); i++) {
            if (snapshot.variants().get(i).outcome().isPresent()) {
                continue;
            }
            var output = planned.outputs().get(i);
            var foreseen = output.note().flatMap(note -> foreseen(output, note));
            if (foreseen.isPresent()) {
                tools.endings.variant(row, i, foreseen.get());
            } else {
                open.add(i);
            }
        }
    }

    private static Optional<ExportOutcome> foreseen(PlannedOutput output, Note note) {
        return switch (note) {
            case Note.WillSkip skip -> Optional.of(new ExportOutcome.Skipped(output.target(), skip.reason()));
            case Note.WillFail fail -> Optional.of(fail.failure());
            case Note.Renamed renamed -> Optional.empty();
            case Note.Replaces replaces -> Optional.empty();
        };
    }

    /// Why nothing of this photo can be written now.
    private Optional<ExportOutcome.Failed> obstacle() {
        if (!Files.isDirectory(batch.destination)) {
            return Optional.of(Failures.destinationGone(batch.destination));
        }
        var changed = sourceChange();
        if (changed.isPresent()) {
            return changed;
        }
        try {
            refuseWithoutRoom(tools.steps.usableBytes(batch.destination));
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(Failures.of(failure));
        }
    }

    /// Ends the outputs for which there is surely no room, so that the smaller ones get it. The estimate may be twice
    /// too high.
    private void refuseWithoutRoom(long usableBytes) {
        long needed = 0;
        var smallestFirst = open.stream()
                .sorted(Comparator.comparingLong(this::estimatedBytes))
                .toList();
        for (int index : smallestFirst) {
            needed += estimatedBytes(index);
            if (usableBytes < needed / 2) {
                open.remove(Integer.valueOf(index));
                tools.endings.variant(row, index, Failures.noSpace(needed, usableBytes));
            }
        }
    }

    private long estimatedBytes(int index) {
        return OutputEstimate.bytes(planned.outputs().get(index));
    }

    private Optional<ExportOutcome.Failed> sourceChange() {
        var photo = planned.photo();
        try {
            var now = Files.readAttributes(photo.file(), BasicFileAttributes.class);
            boolean same = now.size() == photo.bytes()
                    && now.lastModifiedTime().toInstant().equals(photo.modifiedAt());
            return same ? Optional.empty() : Optional.of(Failures.sourceChanged());
        } catch (IOException failure) {
            return Optional.of(Failures.ofSource(failure));
        }
    }

    private void renderAndPublish(SourceInfo info) throws CancelledException {
        var requests = new ArrayList<VariantRequest>();
        var rendered = new ArrayList<Integer>();
        for (int i : open) {
            cancels.photo().throwIfCancelled();
            partial(i).ifPresent(partial -> {
                var output = planned.outputs().get(i);
                requests.add(new VariantRequest(output.variant(), output.size(), output.encoding(), partial));
                rendered.add(i);
            });
        }
        if (requests.isEmpty()) {
            return;
        }
        var engine = engine(info);
        var request = new RenderRequest(planned.photo().file(), info, requests, batch.recipe.metadata(), tools.limits);
        var tokens = rendered.stream().map(cancels.variants()::get).toList();
        var listener = new RenderProgress(
                tools.rows,
                row,
                rendered,
                (result, at) -> finished(rendered.get(at), requests.get(at).partialFile(), result),
                tools.clock);
        switch (engine.render(request, listener, new RenderCancellation(cancels.photo(), tokens))) {
            case EngineResult.Failed<List<VariantResult>> failed ->
                tools.endings.photoFailed(row, sourceChange().orElse(Failures.of(failed.failure())));
            case EngineResult.Done<List<VariantResult>> done -> settle(engine, rendered);
        }
    }

    private ImageEngine engine(SourceInfo info) {
        var formats = batch.recipe.variants().stream()
                .map(variant -> variant.encoding().format())
                .toList();
        return tools.engines.forJob(info.format(), formats);
    }

    /// Makes the partial file of an output, or ends the output.
    private Optional<Path> partial(int index) {
        var target = planned.outputs().get(index).target();
        var partial = TargetNames.partial(target, batch.id + "-" + row.sequence + "-" + index);
        if (!RealPaths.isWithin(TargetNames.folder(target), batch.destination)) {
            tools.endings.variant(row, index, Failures.targetOutside(target));
            return Optional.empty();
        }
        try {
            partials.add(partial);
            tools.output.create(partial);
            return Optional.of(partial);
        } catch (IOException failure) {
            tools.endings.variant(row, index, Failures.of(failure));
            return Optional.empty();
        }
    }

    /// Ends an output as its result says; on whichever thread the engine has it ready.
    private void finished(int index, Path partial, VariantResult result) {
        told.add(index);
        switch (result) {
            case VariantResult.Rendered whole -> publish(index, partial);
            case VariantResult.VariantFailed failed -> {
                tools.output.discard(partial);
                tools.endings.variant(row, index, Failures.of(failed.failure()));
            }
            case VariantResult.VariantCancelled stopped -> {
                tools.output.discard(partial);
                tools.endings.variantStoppedAlone(row, index);
            }
        }
    }

    private void publish(int index, Path partial) {
        tools.rows.update(row, changed -> changed.stage(index, PhotoProgress.Stage.WRITING, 1));
        try {
            var changed = sourceChange();
            if (changed.isPresent()) {
                sourceHasChanged = changed;
                tools.endings.variant(row, index, changed.get());
                return;
            }
            var job = new OutputPublisher.Job(
                    batch, row.sequence, planned.outputs().get(index), partial, target -> renamed(index, target));
            tools.endings.variant(
                    row, index, tools.publisher.publish(job, cancels.variants().get(index)));
        } catch (CancelledException stopped) {
            tools.endings.variantStoppedAlone(row, index);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "an output could not be published: " + partial, bug);
            tools.endings.variant(row, index, Failures.thrown(bug, 0));
        }
    }

    /// The engine is done, and so is every output but those that were stopped on the way.
    private void settle(ImageEngine engine, List<Integer> rendered) throws CancelledException {
        for (int index : rendered) {
            if (!told.contains(index)) {
                throw new IllegalStateException("expected the engine " + engine.name()
                        + " to tell of every finished variant but it kept silent on " + index);
            }
            if (row.snapshot.variants().get(index).outcome().isEmpty()) {
                cancels.photo().throwIfCancelled();
                tools.endings.variantStopped(row, index);
            }
        }
        sourceHasChanged.ifPresent(change -> tools.endings.photoFailed(row, change));
    }

    /// The name was taken after all: the row shows, and holds, the new one.
    private void renamed(int index, Path target) {
        tools.rows.update(row, changed -> {
            var outputs = new ArrayList<>(changed.planned.outputs());
            var old = outputs.get(index);
            outputs.set(
                    index,
                    new PlannedOutput(
                            old.variant(),
                            old.size(),
                            old.encoding(),
                            target,
                            Optional.of(new Note.Renamed(OutputPublisher.wanted(old)))));
            changed.planned = new PlannedPhoto(changed.planned.photo(), outputs, changed.planned.failure());
            var reserved = new ArrayList<>(changed.reserved);
            reserved.add(target);
            changed.reserved = List.copyOf(reserved);
        });
    }

    private static SourceInfo info(Photo photo) {
        return switch (photo.info()) {
            case EngineResult.Done<SourceInfo> done -> done.value();
            case EngineResult.Failed<SourceInfo> failed ->
                throw new IllegalStateException("expected a readable photo but received "
                        + failed.failure().code());
        };
    }
}
