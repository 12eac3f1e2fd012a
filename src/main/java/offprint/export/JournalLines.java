package offprint.export;

import java.nio.file.Path;
import java.time.Instant;
import offprint.export.PlannedOutput.Note;
import offprint.recipe.RecipeJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The lines of a journal, form 1. The first says what was ordered, one follows for each photo, then one for each thing
/// that happened. Each ends with a line feed, so that a torn last line is known by its missing one.
final class JournalLines {

    static final int FORM = 1;

    static final String FORM_FIELD = "offprintJournal";
    static final String PHOTO = "photo";
    static final String PLACING = "placing";
    static final String ENDED = "ended";

    /// In the head: how many photo lines follow, so that an order that was not written to its end is known as such.
    static final String COUNT = "photos";

    /// In the head: the interrupted batch that this one goes on with.
    static final String CONTINUES = "continues";

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JournalLines() {}

    static String head(JournalWriter.Order order) {
        var node = MAPPER.createObjectNode()
                .put(FORM_FIELD, FORM)
                .put("batch", order.id())
                .put("startedAt", order.startedAt().toString())
                .put("destination", order.destination().toString())
                .put("recipe", RecipeJson.write(order.recipe()))
                .put(COUNT, order.photos().size());
        order.continues().ifPresent(id -> node.put(CONTINUES, id));
        return line(node);
    }

    static String photo(JournalWriter.OrderedPhoto ordered) {
        var photo = ordered.planned().photo();
        var node = MAPPER.createObjectNode()
                .put(PHOTO, ordered.sequence())
                .put("file", photo.file().toString())
                .put("root", photo.dropRoot().toString())
                .put("bytes", photo.bytes())
                .put("modified", photo.modifiedAt().toString());
        var outputs = node.putArray("outputs");
        for (var output : ordered.planned().outputs()) {
            outputs.addObject()
                    .put("variant", output.variant())
                    .put("width", output.size().widthPx())
                    .put("height", output.size().heightPx())
                    .put("target", output.target().toString())
                    .put(
                            "numbered",
                            output.note().filter(Note.Renamed.class::isInstance).isPresent());
        }
        return line(node);
    }

    static String placing(int sequence, String variant, Path target, long bytes, Instant modifiedAt) {
        return line(MAPPER.createObjectNode()
                .put(PLACING, sequence)
                .put("variant", variant)
                .put("target", target.toString())
                .put("bytes", bytes)
                .put("modified", modifiedAt.toString()));
    }

    /// @param variant empty for all that the photo has
    static String ended(int sequence, String variant, ExportOutcome outcome) {
        var node = MAPPER.createObjectNode().put(ENDED, sequence).put("variant", variant);
        switch (outcome) {
            case ExportOutcome.Written written ->
                node.put("as", "written")
                        .put("target", written.file().toString())
                        .put("bytes", written.bytes());
            case ExportOutcome.Skipped skipped ->
                node.put("as", "skipped")
                        .put("target", skipped.file().toString())
                        .put("reason", skipped.reason());
            case ExportOutcome.Failed failed ->
                node.put("as", "failed").put("code", failed.code()).put("message", failed.message());
            case ExportOutcome.Cancelled cancelled -> node.put("as", "cancelled");
        }
        return line(node);
    }

    private static String line(ObjectNode node) {
        return MAPPER.writeValueAsString(node) + "\n";
    }
}
