package offprint.ui.recipe;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;
import offprint.export.PlannedOutput.Note;
import offprint.ui.Texts;

/// A plan in words: what will be written, and what the user should know before.
///
/// @param photos that can be read
/// @param unreadable photos of which nothing can be made
/// @param files that will be written
/// @param renamed because their names are taken
/// @param replaced files that are there now
/// @param skipped outputs left as they are
/// @param failing outputs that can't be written
/// @param estimatedBytes rough sum
/// @param obstacle the first of the failures, when they leave nothing to write
public record PlanSummary(
        int photos,
        int unreadable,
        int files,
        int renamed,
        int replaced,
        int skipped,
        int failing,
        long estimatedBytes,
        Optional<ExportOutcome.Failed> obstacle) {

    public static PlanSummary of(ExportPlan plan) {
        int unreadable = (int) plan.photos().stream()
                .filter(photo -> photo.failure().isPresent())
                .count();
        int outputs = 0;
        var counts = new int[4];
        for (var photo : plan.photos()) {
            outputs += photo.outputs().size();
            photo.outputs().forEach(output -> output.note().ifPresent(note -> counts[place(note)]++));
        }
        int files = outputs - counts[2] - counts[3];
        return new PlanSummary(
                plan.photos().size() - unreadable,
                unreadable,
                files,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                plan.estimatedOutputBytes(),
                files == 0 ? firstFailure(plan) : Optional.empty());
    }

    private static Optional<ExportOutcome.Failed> firstFailure(ExportPlan plan) {
        return plan.photos().stream()
                .flatMap(photo -> Stream.concat(
                        photo.failure().stream(),
                        photo.outputs().stream()
                                .flatMap(output -> output.note().stream())
                                .flatMap(PlanSummary::failure)))
                .findFirst();
    }

    private static Stream<ExportOutcome.Failed> failure(Note note) {
        return note instanceof Note.WillFail refusal ? Stream.of(refusal.failure()) : Stream.empty();
    }

    private static int place(Note note) {
        return switch (note) {
            case Note.Renamed ignored -> 0;
            case Note.Replaces ignored -> 1;
            case Note.WillSkip ignored -> 2;
            case Note.WillFail ignored -> 3;
        };
    }

    /// `312 photos → 1,248 files, about 1.2 GB. 3 renamed, 2 skipped.`, or why nothing can be written.
    public String inWords() {
        return obstacle.map(failed -> Texts.get("plan.nothing", failed.message(), failed.code(), failed.remedy()))
                .orElseGet(this::counted);
    }

    private String counted() {
        var extras = new ArrayList<String>();
        add(extras, "plan.renamed", renamed);
        add(extras, "plan.replaced", replaced);
        add(extras, "plan.skipped", skipped);
        add(extras, "plan.failing", failing);
        add(extras, "plan.unreadable", unreadable);
        var first = Texts.get("plan.files", photos, files, Texts.bytes(estimatedBytes));
        return extras.isEmpty() ? first : Texts.get("plan.whole", first, String.join(", ", extras));
    }

    private static void add(ArrayList<String> extras, String key, int count) {
        if (count > 0) {
            extras.add(Texts.get(key, count));
        }
    }
}
