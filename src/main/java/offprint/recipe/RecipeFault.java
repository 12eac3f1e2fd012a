package offprint.recipe;

import java.util.Arrays;
import java.util.List;

/// What is wrong with a recipe, as a kind with its details, so that the window can say it in its own language; the
/// recipe's room speaks English. Immutable; any thread may use it.
///
/// @param kind which rule is broken
/// @param details what the sentence names, in the order of its places
public record RecipeFault(Kind kind, List<String> details) {

    /// A rule that can be broken. In its sentence `{0}` is the place of the first detail; other braces mean themselves.
    public enum Kind {
        NO_OBJECT("expected an object { … } but received {0}"),
        NO_SUB_OBJECT("expected an object but received {0}"),
        FORM("expected the number {0} but received {1}"),
        NEWER(
                "this recipe was made by a newer Offprint (form {0}); this one reads form {1}: update Offprint to use it"),
        MISSING("expected {0} but the field is missing"),
        UNKNOWN("unknown field; expected one of {0}"),
        UNKNOWN_BUT_LIKE("unknown field; expected one of {0}; did you mean {1}?"),
        NO_TEXT("expected a text that is not empty but received {0}"),
        CONTROL("expected a text without control characters but received {0}"),
        TOO_LONG("expected at most {0} characters but received {1}"),
        WHOLE_NUMBER("expected a whole number from {0} to {1} but received {2}"),
        NUMBER("expected a number above 0 and up to {0} but received {1}"),
        FLAG("expected true or false but received {0}"),
        /// The choices once as English joins them, and once with commas.
        CHOICE("expected {0} but received {1}"),
        ONE_OF("expected one of {0} but received {1}"),
        NO_VARIANTS("expected a list of at least one variant but received {0}"),
        TOO_MANY_VARIANTS("expected at most {0} variants but received {1}"),
        NAME_TWICE("expected a name of its own but received \"{0}\", which {1} has"),
        NAME_TAKEN("expected a name of its own but received \"{0}\", which another of your recipes has"),
        SIZE("expected an object such as {\"longEdge\": 2560} or \"original\" but received {0}"),
        /// What was received once as English joins it, and once with commas.
        ONE_SIZE("expected exactly one of {0} but received {1}"),
        BOX("expected [width, height], two whole numbers from 1 to {0}, but received {1}"),
        GROUPS("expected a list of {0} but received {1}"),
        GROUP_TWICE("expected each group once but received it again: {0}"),
        TEMPLATE("expected a text such as \"{name}-{variant}\" but received {0}"),
        TEMPLATE_EMPTY("expected a template such as {name}-{variant} but received an empty one"),
        TEMPLATE_FROM_ROOT("expected a path below the destination but received one that begins with /"),
        TEMPLATE_LEAVES("expected a path below the destination but received \"{0}\" in it"),
        TEMPLATE_DEPTH("expected at most {0} levels of folders but received {1}"),
        TEMPLATE_GAP("expected a name between two / but received none"),
        TEMPLATE_ENDS("expected names without dots or spaces at their ends but received \"{0}\""),
        TEMPLATE_OPEN("expected a } for each { but received \"{0}\""),
        TEMPLATE_UNOPENED("expected a { before each } but received \"{0}\""),
        TEMPLATE_DIGITS("expected a number of digits only in {seq:1} to {seq:{0}} but received {1}"),
        TEMPLATE_BACKSLASH("expected / between folders but received \\"),
        TEMPLATE_CHARACTER("expected characters that every system allows in file names but received {0}"),
        TOO_LARGE("expected a recipe of at most {0} bytes but received {1}"),
        NO_JSON("this is not valid JSON: {0}"),
        NO_JSON_AT("line {0}, column {1}: this is not valid JSON: {2}"),
        NO_SENSE("this can't be read: {0}"),
        NO_SENSE_AT("line {0}, column {1}: this can't be read: {2}"),
        NO_FILE("the file can't be read: this is not a file"),
        UNREADABLE("the file can't be read: {0}"),
        NOT_KEPT("The recipe can't be kept: {0}"),
        NOT_SAVED("The recipe could not be saved: {0}"),
        NOT_DELETED("The recipe could not be deleted: {0}"),
        NOT_YOURS("None of your own recipes is called \"{0}\".");

        private final String english;

        Kind(String english) {
            this.english = english;
        }

        /// The sentence with its places.
        public String english() {
            return english;
        }
    }

    public RecipeFault {
        details = List.copyOf(details);
    }

    static RecipeFault of(Kind kind, Object... details) {
        return new RecipeFault(kind, Arrays.stream(details).map(String::valueOf).toList());
    }

    /// What was expected and what was received, in English.
    public String message() {
        return in(kind.english());
    }

    /// A sentence with the details in its places. What a detail holds is never taken for a place.
    ///
    /// @param sentence of the same kind, in any language
    public String in(String sentence) {
        var text = new StringBuilder();
        int at = 0;
        while (at < sentence.length()) {
            int place = placeAt(sentence, at);
            text.append(place < 0 ? sentence.substring(at, at + 1) : details.get(place));
            at += place < 0 ? 1 : 3;
        }
        return text.toString();
    }

    /// The number of the detail whose place begins there; -1 where none does.
    private int placeAt(String sentence, int at) {
        boolean isPlace = at + 2 < sentence.length()
                && sentence.charAt(at) == '{'
                && Character.isDigit(sentence.charAt(at + 1))
                && sentence.charAt(at + 2) == '}';
        int place = isPlace ? sentence.charAt(at + 1) - '0' : -1;
        return place < details.size() ? place : -1;
    }
}
