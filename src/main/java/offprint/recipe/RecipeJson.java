package offprint.recipe;

import java.util.List;
import offprint.recipe.RecipeFault.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Recipes as strict JSON, form 1: reads them with every problem at once, writes them so that they read back equal.
///
/// Any thread may call it; it touches no disk.
public final class RecipeJson {

    /// The newest form that is understood: the value of `offprintRecipe`.
    public static final int FORM = 1;

    /// The longest recipe that is read, in bytes.
    public static final int MAX_BYTES = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxDocumentLength(MAX_BYTES)
                            .maxNumberLength(40)
                            .maxStringLength(10_000)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RecipeJson() {}

    /// Reads a recipe.
    ///
    /// @param json the bytes of the file, UTF-8
    public static RecipeResult read(byte[] json) {
        if (json.length > MAX_BYTES) {
            return broken(RecipeFault.of(Kind.TOO_LARGE, MAX_BYTES, json.length));
        }
        try {
            return RecipeReader.read(MAPPER.readTree(json));
        } catch (JacksonException failure) {
            return broken(explain(failure));
        }
    }

    /// The recipe in form 1: one line a variant, every choice written out, always the same for equal recipes.
    public static String write(Recipe recipe) {
        return RecipeWriter.write(recipe);
    }

    private static RecipeResult.Invalid broken(RecipeFault fault) {
        return new RecipeResult.Invalid(List.of(new RecipeProblem("", fault)));
    }

    private static RecipeFault explain(JacksonException failure) {
        var location = failure.getLocation();
        var reason = firstSentence(failure.getOriginalMessage());
        boolean isNoJson = failure instanceof StreamReadException;
        if (location == null || location.getLineNr() < 1) {
            return RecipeFault.of(isNoJson ? Kind.NO_JSON : Kind.NO_SENSE, reason);
        }
        return RecipeFault.of(
                isNoJson ? Kind.NO_JSON_AT : Kind.NO_SENSE_AT, location.getLineNr(), location.getColumnNr(), reason);
    }

    /// Jackson appends where it looked; that is said better before.
    private static String firstSentence(String message) {
        var text = message;
        for (var end : List.of("\n", " (start marker at", " at [Source", "\r")) {
            int at = text.indexOf(end);
            text = at < 0 ? text : text.substring(0, at);
        }
        return Shown.text(text);
    }
}
