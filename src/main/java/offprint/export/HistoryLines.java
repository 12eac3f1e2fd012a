package offprint.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.recipe.RecipeJson;
import offprint.recipe.RecipeResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The lines of a past batch's file, form 1: the first has all that the list shows, then one follows for each photo.
final class HistoryLines {

    private static final int FORM = 1;
    private static final String FORM_FIELD = "offprintHistory";

    private HistoryLines() {}

    static String write(PastBatch batch, List<PastBatch.Source> sources) {
        var head = JournalLines.MAPPER
                .createObjectNode()
                .put(FORM_FIELD, FORM)
                .put("batch", batch.id())
                .put("startedAt", batch.startedAt().toString())
                .put("endedAt", batch.endedAt().toString())
                .put("recipe", RecipeJson.write(batch.recipe()))
                .put("destination", batch.destination().toString())
                .put("photos", batch.photos())
                .put("written", batch.written())
                .put("skipped", batch.skipped())
                .put("failed", batch.failed())
                .put("cancelled", batch.cancelled())
                .put("bytes", batch.bytes());
        batch.firstFile().ifPresent(file -> head.put("firstFile", file.toString()));
        var text = new StringBuilder(JournalLines.MAPPER.writeValueAsString(head)).append('\n');
        for (var source : sources) {
            var line = JournalLines.MAPPER
                    .createObjectNode()
                    .put("file", source.file().toString())
                    .put("root", source.dropRoot().toString());
            text.append(JournalLines.MAPPER.writeValueAsString(line)).append('\n');
        }
        return text.toString();
    }

    /// The batch of a first line; empty when it is damaged or of a form that is not known here.
    static Optional<PastBatch> head(String line) {
        try {
            var node = JournalLines.MAPPER.readTree(line);
            boolean known =
                    node.path(FORM_FIELD).isInt() && node.path(FORM_FIELD).intValue() == FORM;
            return known
                            && RecipeJson.read(text(node, "recipe").getBytes(StandardCharsets.UTF_8))
                                    instanceof RecipeResult.Valid valid
                    ? Optional.of(batch(node, valid))
                    : Optional.empty();
        } catch (JacksonException | InvalidPathException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static PastBatch batch(JsonNode node, RecipeResult.Valid recipe) {
        return new PastBatch(
                text(node, "batch"),
                Instant.parse(text(node, "startedAt")),
                Instant.parse(text(node, "endedAt")),
                recipe.recipe(),
                Path.of(text(node, "destination")),
                node.path("photos").asInt(0),
                node.path("written").asInt(0),
                node.path("skipped").asInt(0),
                node.path("failed").asInt(0),
                node.path("cancelled").asInt(0),
                node.path("bytes").asLong(0),
                Optional.of(node.path("firstFile").asString(""))
                        .filter(file -> !file.isEmpty())
                        .map(Path::of));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /// The photos of the lines behind the first; damaged ones are left out.
    static List<PastBatch.Source> sources(List<String> lines) {
        var sources = new ArrayList<PastBatch.Source>();
        for (var line : lines) {
            try {
                var node = JournalLines.MAPPER.readTree(line);
                if (node.path("file").isString()) {
                    sources.add(new PastBatch.Source(Path.of(text(node, "file")), Path.of(text(node, "root"))));
                }
            } catch (JacksonException | InvalidPathException damaged) {
                // A file of another system, or a torn line: the other photos can still go.
            }
        }
        return sources;
    }
}
