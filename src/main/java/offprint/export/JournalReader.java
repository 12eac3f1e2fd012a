package offprint.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offprint.image.PixelSize;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeJson;
import offprint.recipe.RecipeResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what is left of an interrupted batch. A torn or damaged line ends the reading: what stands before it counts.
final class JournalReader {

    private final Path file;
    private final Map<Integer, UnfinishedBatch.Source> photos = new LinkedHashMap<>();
    private final Map<Key, Placing> placings = new HashMap<>();
    private final Set<Key> ended = new HashSet<>();
    private final List<Path> finishedTargets = new ArrayList<>();
    private final List<Path> claims = new ArrayList<>();
    private int unreadableLines;

    private JournalReader(Path file) {
        this.file = file;
    }

    private record Key(int sequence, String variant) {}

    private record Placing(Path target, long bytes, Instant modifiedAt) {}

    /// What a journal holds.
    ///
    /// @param isWhole whether the order was written to its end; nothing of it had begun otherwise
    /// @param continues id of the batch that it goes on with
    record Found(UnfinishedBatch batch, boolean isWhole, Optional<String> continues) {}

    /// The batch, or empty when not even its head was written or it is of a form that is not known here.
    static Optional<Found> read(Path file) throws IOException {
        var lines = wholeLines(file);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        try {
            return new JournalReader(file).read(lines);
        } catch (JacksonException | InvalidPathException | DateTimeException headIsDamaged) {
            throw new IOException("the head of the journal is damaged", headIsDamaged);
        }
    }

    private static List<String> wholeLines(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n');
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }

    private Optional<Found> read(List<String> lines) throws IOException {
        var head = JournalLines.MAPPER.readTree(lines.getFirst());
        if (head.path(JournalLines.FORM_FIELD).asInt(0) != JournalLines.FORM) {
            throw new IOException("the journal is of a form that is not known");
        }
        for (var line : lines.subList(1, lines.size())) {
            try {
                take(JournalLines.MAPPER.readTree(line));
            } catch (JacksonException damaged) {
                break;
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                unreadableLines++;
            }
        }
        var batch = new UnfinishedBatch(
                head.path("batch").asString(),
                file,
                Instant.parse(head.path("startedAt").asString()),
                recipe(head.path("recipe").asString()),
                Path.of(head.path("destination").asString()),
                leftOver(),
                finishedTargets,
                folders(),
                claims,
                unreadableLines);
        return Optional.of(new Found(
                batch,
                photos.size() + unreadableLines >= head.path(JournalLines.COUNT).asInt(0),
                Optional.of(head.path(JournalLines.CONTINUES).asString("")).filter(id -> !id.isEmpty())));
    }

    /// Where outputs were to go: those that were ordered, and those that had to take another name.
    private Set<Path> folders() {
        return Stream.of(
                        photos.values().stream()
                                .flatMap(photo -> photo.outputs().stream())
                                .map(UnfinishedBatch.Output::target),
                        placings.values().stream().map(Placing::target),
                        finishedTargets.stream())
                .flatMap(targets -> targets)
                .map(TargetNames::folder)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Recipe recipe(String json) throws IOException {
        return switch (RecipeJson.read(json.getBytes(StandardCharsets.UTF_8))) {
            case RecipeResult.Valid valid -> valid.recipe();
            case RecipeResult.Invalid invalid -> throw new IOException("the journal's recipe: " + invalid.problems());
        };
    }

    private void take(JsonNode line) {
        if (line.has(JournalLines.PHOTO)) {
            photos.put(line.path(JournalLines.PHOTO).asInt(), source(line));
        } else if (line.has(JournalLines.PLACING)) {
            placings.put(
                    key(line, JournalLines.PLACING),
                    new Placing(
                            Path.of(line.path("target").asString()),
                            line.path("bytes").asLong(),
                            Instant.parse(line.path("modified").asString())));
        } else if (line.has(JournalLines.ENDED)) {
            ended.add(key(line, JournalLines.ENDED));
            if (line.path("as").asString("").equals("written")) {
                finishedTargets.add(Path.of(line.path("target").asString()));
            }
        }
    }

    private static Key key(JsonNode line, String field) {
        return new Key(line.path(field).asInt(), line.path("variant").asString());
    }

    private static UnfinishedBatch.Source source(JsonNode line) {
        var outputs = new ArrayList<UnfinishedBatch.Output>();
        for (var output : line.path("outputs")) {
            outputs.add(new UnfinishedBatch.Output(
                    output.path("variant").asString(),
                    new PixelSize(
                            output.path("width").asInt(), output.path("height").asInt()),
                    Path.of(output.path("target").asString()),
                    output.path("numbered").asBoolean()
                            ? UnfinishedBatch.Naming.NUMBERED
                            : UnfinishedBatch.Naming.AS_WANTED));
        }
        return new UnfinishedBatch.Source(
                Path.of(line.path("file").asString()),
                Path.of(line.path("root").asString()),
                line.path("bytes").asLong(),
                Instant.parse(line.path("modified").asString()),
                line.path(JournalLines.PHOTO).asInt(),
                outputs);
    }

    private List<UnfinishedBatch.Source> leftOver() {
        var left = new ArrayList<UnfinishedBatch.Source>();
        for (var photo : photos.values()) {
            boolean wasUnreadable = photo.outputs().isEmpty() && ended.contains(new Key(photo.sequence(), ""));
            var outputs = photo.outputs().stream()
                    .filter(output -> !isFinished(photo.sequence(), output))
                    .toList();
            if (!outputs.isEmpty() || (photo.outputs().isEmpty() && !wasUnreadable)) {
                left.add(new UnfinishedBatch.Source(
                        photo.file(), photo.dropRoot(), photo.bytes(), photo.modifiedAt(), photo.sequence(), outputs));
            }
        }
        return left;
    }

    /// Whether an output has ended, or its checked file is at its place although the crash came before the line that
    /// says so: a link and a move both keep the size and the time of the partial file.
    private boolean isFinished(int sequence, UnfinishedBatch.Output output) {
        var key = new Key(sequence, output.variant());
        if (ended.contains(key) || ended.contains(new Key(sequence, ""))) {
            return true;
        }
        var placing = placings.get(key);
        if (placing == null) {
            return false;
        }
        try {
            var there = Files.readAttributes(placing.target(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean isOurs = there.isRegularFile()
                    && there.size() == placing.bytes()
                    && there.lastModifiedTime().toInstant().equals(placing.modifiedAt());
            if (isOurs) {
                finishedTargets.add(placing.target());
            } else {
                claims.add(placing.target());
            }
            return isOurs;
        } catch (IOException absent) {
            return false;
        }
    }
}
