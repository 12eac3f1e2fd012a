package offprint.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offprint.recipe.RecipeFault.Kind;
import tools.jackson.databind.JsonNode;

/// Reads the fields of one JSON object strictly: what is missing, unknown or of the wrong kind becomes a
/// [RecipeProblem]
/// with the field's path, and a harmless value in its place lets the reading go on to the next problem.
final class JsonFields {

    private final JsonNode object;
    private final String path;
    private final List<RecipeProblem> problems;

    /// @param path of the object; empty for the root
    /// @param problems where problems are told
    JsonFields(JsonNode object, String path, List<RecipeProblem> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    void problem(String field, RecipeFault fault) {
        problems.add(new RecipeProblem(pathOf(field), fault));
    }

    void problem(String field, Kind kind, Object... details) {
        problem(field, RecipeFault.of(kind, details));
    }

    void problemHere(Kind kind, Object... details) {
        problems.add(new RecipeProblem(path, RecipeFault.of(kind, details)));
    }

    /// A problem whose last detail is what the field holds.
    void unexpected(String field, Kind kind, Object... details) {
        var all = new ArrayList<>(List.of(details));
        all.add(Shown.value(object.path(field)));
        problem(field, kind, all.toArray());
    }

    /// Tells of every field that is none of the known ones.
    void allowOnly(List<String> known) {
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) {
                var all = String.join(", ", known);
                problem(
                        Shown.text(name),
                        Shown.nearest(name, known)
                                .map(word -> RecipeFault.of(Kind.UNKNOWN_BUT_LIKE, all, word))
                                .orElseGet(() -> RecipeFault.of(Kind.UNKNOWN, all)));
            }
        }
    }

    /// The field, or a problem when it is missing.
    Optional<JsonNode> required(String field, String what) {
        var node = optional(field);
        if (node.isEmpty()) {
            problem(field, Kind.MISSING, what);
        }
        return node;
    }

    Optional<JsonNode> optional(String field) {
        return Optional.ofNullable(object.get(field));
    }

    /// The object in a field, or a problem when it is missing or something else.
    Optional<JsonFields> requiredObject(String field) {
        return required(field, "an object").flatMap(node -> {
            if (!node.isObject()) {
                unexpected(field, Kind.NO_SUB_OBJECT);
                return Optional.empty();
            }
            return Optional.of(new JsonFields(node, pathOf(field), problems));
        });
    }

    /// A short text of one line; empty after a problem.
    Optional<String> requiredText(String field, int maxChars) {
        return required(field, "a text").flatMap(node -> {
            if (!node.isString() || node.stringValue().isBlank()) {
                unexpected(field, Kind.NO_TEXT);
                return Optional.empty();
            }
            var text = node.stringValue();
            if (text.length() > maxChars) {
                problem(field, Kind.TOO_LONG, maxChars, text.length());
                return Optional.empty();
            }
            if (text.codePoints().anyMatch(Character::isISOControl)) {
                unexpected(field, Kind.CONTROL);
                return Optional.empty();
            }
            return Optional.of(text);
        });
    }

    int wholeNumber(String field, int low, int high, int otherwise) {
        return optional(field)
                .map(node -> {
                    if (node.isIntegralNumber()
                            && node.canConvertToInt()
                            && node.intValue() >= low
                            && node.intValue() <= high) {
                        return node.intValue();
                    }
                    unexpected(field, Kind.WHOLE_NUMBER, low, high);
                    return otherwise;
                })
                .orElse(otherwise);
    }

    /// A number above 0 and up to `high`.
    double positiveNumber(String field, double high, double otherwise) {
        return optional(field)
                .map(node -> {
                    double value = node.isNumber() ? node.doubleValue() : Double.NaN;
                    if (value > 0 && value <= high) {
                        return value;
                    }
                    unexpected(field, Kind.NUMBER, Math.round(high));
                    return otherwise;
                })
                .orElse(otherwise);
    }

    boolean flag(String field, boolean otherwise) {
        return optional(field)
                .map(node -> {
                    if (node.isBoolean()) {
                        return node.booleanValue();
                    }
                    unexpected(field, Kind.FLAG);
                    return otherwise;
                })
                .orElse(otherwise);
    }

    /// One of a few choices by their JSON form.
    ///
    /// @param choices what the JSON may hold (a text or a whole number), in the order for messages
    <T> T choice(String field, Map<?, T> choices, T otherwise) {
        return optional(field)
                .map(node -> chosen(field, node, choices, otherwise))
                .orElse(otherwise);
    }

    private <T> T chosen(String field, JsonNode node, Map<?, T> choices, T otherwise) {
        for (var choice : choices.entrySet()) {
            boolean matches = choice.getKey() instanceof Integer number
                    ? node.isIntegralNumber() && node.canConvertToInt() && node.intValue() == number
                    : node.isString() && node.stringValue().equals(choice.getKey());
            if (matches) {
                return choice.getValue();
            }
        }
        var words = choices.keySet().stream()
                .map(key -> key instanceof Integer ? key.toString() : "\"" + key + "\"")
                .toList();
        problem(field, Kind.CHOICE, String.join(" or ", words), Shown.value(node), String.join(", ", words));
        return otherwise;
    }
}
