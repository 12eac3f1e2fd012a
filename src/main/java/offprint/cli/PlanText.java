package offprint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.export.ExportOutcome.Failed;
import offprint.export.ExportPlan;
import offprint.export.PlannedOutput;
import offprint.export.PlannedOutput.Note;

/// A plan in words and in JSON.
final class PlanText {

    private PlanText() {}

    /// One line: what will be made, how much, where.
    static String headline(ExportPlan plan) {
        long outputs = plan.photos().stream()
                .mapToLong(photo -> photo.outputs().size())
                .sum();
        return Printable.escaped(plan.recipe().name()) + ": "
                + Printable.count(plan.photos().size(), "photo") + ", "
                + Printable.count(outputs, "file") + ", about " + Printable.bytes(plan.estimatedOutputBytes())
                + " into "
                + Printable.escaped(plan.destination().toString());
    }

    static Json json(ExportPlan plan) {
        return Json.event("plan")
                .with("recipe", plan.recipe().name())
                .with("destination", plan.destination().toString())
                .with("photos", plan.photos().size())
                .with(
                        "variants",
                        plan.photos().size() * plan.recipe().variants().size())
                .with("estimatedBytes", plan.estimatedOutputBytes());
    }

    /// Every output on a line, under its photo.
    static List<String> lines(ExportPlan plan) {
        var lines = new ArrayList<String>();
        for (var photo : plan.photos()) {
            lines.add(Printable.escaped(photo.photo().file().toString()));
            photo.failure().ifPresent(failure -> lines.add("    " + words(failure)));
            for (var output : photo.outputs()) {
                lines.add("    " + Printable.escaped(output.variant()) + "  " + output.size() + " px "
                        + output.encoding().format().label() + "  "
                        + Printable.escaped(relative(plan, output)) + note(output.note()));
            }
        }
        lines.add(headline(plan));
        return List.copyOf(lines);
    }

    private static String relative(ExportPlan plan, PlannedOutput output) {
        return output.target().startsWith(plan.destination())
                ? plan.destination().relativize(output.target()).toString()
                : output.target().toString();
    }

    private static String note(Optional<Note> note) {
        return note.map(present -> switch (present) {
                    case Note.Renamed renamed -> "  (renamed: " + Printable.escaped(fileName(renamed)) + " is taken)";
                    case Note.Replaces replaces -> "  (replaces a file)";
                    case Note.WillSkip skip -> "  (skipped: " + Printable.escaped(skip.reason()) + ")";
                    case Note.WillFail fail -> "  (" + words(fail.failure()) + ")";
                })
                .orElse("");
    }

    private static String fileName(Note.Renamed renamed) {
        return Optional.ofNullable(renamed.wanted().getFileName())
                .orElse(renamed.wanted())
                .toString();
    }

    private static String words(Failed failure) {
        return failure.code() + ": " + Printable.escaped(failure.message()) + " " + Printable.escaped(failure.remedy());
    }

    /// Every output as an object of its own: `{"event":"planned",…}`.
    static List<Json> jsonLines(ExportPlan plan) {
        var lines = new ArrayList<Json>();
        for (var photo : plan.photos()) {
            var file = photo.photo().file().toString();
            photo.failure()
                    .ifPresent(failure -> lines.add(
                            failure(Json.event("planned").with("photo", file).with("note", "willFail"), failure)));
            for (var output : photo.outputs()) {
                lines.add(noted(
                        Json.event("planned")
                                .with("photo", file)
                                .with("variant", output.variant())
                                .with("file", output.target().toString())
                                .with("width", output.size().widthPx())
                                .with("height", output.size().heightPx())
                                .with("format", output.encoding().format().id()),
                        output.note()));
            }
        }
        return List.copyOf(lines);
    }

    private static Json noted(Json json, Optional<Note> note) {
        return note.map(present -> switch (present) {
                    case Note.Renamed renamed ->
                        json.with("note", "renamed")
                                .with("wanted", renamed.wanted().toString());
                    case Note.Replaces replaces -> json.with("note", "replaces");
                    case Note.WillSkip skip -> json.with("note", "willSkip").with("reason", skip.reason());
                    case Note.WillFail fail -> failure(json.with("note", "willFail"), fail.failure());
                })
                .orElse(json);
    }

    static Json failure(Json json, Failed failure) {
        return json.with("code", failure.code())
                .with("message", failure.message())
                .with("remedy", failure.remedy());
    }

    /// Whether the plan already knows of something that can't be done.
    static boolean knowsOfFailures(ExportPlan plan) {
        return plan.photos().stream()
                .anyMatch(photo -> photo.failure().isPresent()
                        || photo.outputs().stream()
                                .anyMatch(output -> output.note().isPresent()
                                        && output.note().get() instanceof Note.WillFail));
    }
}
