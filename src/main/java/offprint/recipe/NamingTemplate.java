package offprint.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import offprint.recipe.RecipeFault.Kind;

/// The template of an output's path below the destination, such as `web/{name}-{width}w`: text, sub-folders with `/`,
/// and tokens, of which the known ones are `{name} {variant} {width} {height} {format} {date} {time} {seq} {camera}
/// {folder}`; `{seq:4}` is padded to four digits.
///
/// **For whoever plans an export:** `variant.file().renderWithExtension(NamingContext.of(file, info, variant, size,
/// seq))` gives the relative path of the target, with `/` between segments; `render` gives the same without the
/// extension. Every segment is safe on every system, whatever the values hold (see [SafeFileName]); none is `.` or
/// `..`,
/// none is empty. The last segment without its extension has at most [#MAX_STEM_BYTES] bytes, so that an extension, a
/// ` (12)` and a partial file's marks still fit into 255. Two photos may well get the same path: finding that out is
/// the planner's work. A photo without a capture time is `undated` and `untimed`, one without a camera
/// `unknown-camera`.
///
/// @param text as the user wrote it; valid
public record NamingTemplate(String text) {

    /// What a variant that does not say gets.
    public static final NamingTemplate STANDARD = new NamingTemplate("{name}-{variant}");

    /// Longest last segment without its extension, in bytes of UTF-8.
    public static final int MAX_STEM_BYTES = 210;

    private static final int MAX_FOLDER_BYTES = 240;
    private static final int MAX_TEXT = 500;
    private static final int MAX_SEGMENTS = 16;
    private static final int MAX_SEQ_DIGITS = 9;

    /// @throws IllegalArgumentException when [#problemsOf] finds any
    public NamingTemplate {
        var problems = problemsOf(text);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /// Every token as people write it, such as `{name}`.
    public static List<String> tokens() {
        return List.of(NamingToken.known().split(" "));
    }

    /// What is wrong with a template that a user wrote, each a sentence for people; empty when it is fine.
    public static List<String> problemsOf(String text) {
        return faultsOf(text).stream().map(RecipeFault::message).toList();
    }

    /// The same, to be said in any language.
    static List<RecipeFault> faultsOf(String text) {
        if (text.isBlank()) {
            return List.of(RecipeFault.of(Kind.TEMPLATE_EMPTY));
        }
        if (text.length() > MAX_TEXT) {
            return List.of(RecipeFault.of(Kind.TOO_LONG, MAX_TEXT, text.length()));
        }
        if (text.startsWith("/")) {
            return List.of(RecipeFault.of(Kind.TEMPLATE_FROM_ROOT));
        }
        var faults = new ArrayList<RecipeFault>();
        var segments = segmentsOf(text);
        if (segments.size() > MAX_SEGMENTS) {
            faults.add(RecipeFault.of(Kind.TEMPLATE_DEPTH, MAX_SEGMENTS, segments.size()));
        }
        for (var segment : segments) {
            checkEnds(segment, faults);
            parse(segment, faults);
        }
        return faults.stream().distinct().toList();
    }

    /// The relative path without the extension: segments with `/` between them.
    public String render(NamingContext context) {
        var segments = segmentsOf(text);
        var rendered = new ArrayList<String>();
        for (int i = 0; i < segments.size(); i++) {
            boolean last = i == segments.size() - 1;
            var raw = parse(segments.get(i), new ArrayList<>()).stream()
                    .map(part -> part.valueIn(context))
                    .collect(Collectors.joining());
            rendered.add(SafeFileName.segment(raw, last ? MAX_STEM_BYTES : MAX_FOLDER_BYTES));
        }
        return String.join("/", rendered);
    }

    /// The relative path with the extension of the context's format.
    public String renderWithExtension(NamingContext context) {
        return render(context) + "." + context.format().extension();
    }

    private static List<String> segmentsOf(String text) {
        return List.of(text.split("/", -1));
    }

    private static void checkEnds(String segment, List<RecipeFault> faults) {
        if (segment.isBlank()) {
            faults.add(RecipeFault.of(Kind.TEMPLATE_GAP));
        } else if (segment.equals(".") || segment.equals("..")) {
            faults.add(RecipeFault.of(Kind.TEMPLATE_LEAVES, segment));
        } else if (segment.startsWith(".")
                || segment.endsWith(".")
                || segment.startsWith(" ")
                || segment.endsWith(" ")) {
            faults.add(RecipeFault.of(Kind.TEMPLATE_ENDS, segment));
        }
    }

    /// Splits a segment into text and tokens; what it can't read is told to `faults` and left out.
    private static List<Part> parse(String segment, List<RecipeFault> faults) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < segment.length()) {
            if (segment.charAt(at) == '{') {
                int end = segment.indexOf('}', at);
                if (end < 0) {
                    faults.add(RecipeFault.of(Kind.TEMPLATE_OPEN, segment.substring(at)));
                    return parts;
                }
                parseToken(segment.substring(at + 1, end), parts, faults);
                at = end + 1;
            } else {
                int end = segment.indexOf('{', at);
                var literal = end < 0 ? segment.substring(at) : segment.substring(at, end);
                checkLiteral(literal, faults);
                parts.add(new Literal(literal));
                at += literal.length();
            }
        }
        return parts;
    }

    private static void parseToken(String inner, List<Part> parts, List<RecipeFault> faults) {
        int colon = inner.indexOf(':');
        var word = colon < 0 ? inner : inner.substring(0, colon);
        var token = NamingToken.byWord(word);
        if (token.isEmpty()) {
            faults.add(RecipeFault.of(Kind.ONE_OF, NamingToken.known(), "{" + inner + "}"));
        } else if (colon < 0) {
            parts.add(new Value(token.get(), 1));
        } else if (token.get() == NamingToken.SEQ && inner.substring(colon + 1).matches("[1-" + MAX_SEQ_DIGITS + "]")) {
            parts.add(new Value(NamingToken.SEQ, Integer.parseInt(inner.substring(colon + 1))));
        } else {
            faults.add(RecipeFault.of(Kind.TEMPLATE_DIGITS, MAX_SEQ_DIGITS, "{" + inner + "}"));
        }
    }

    private static void checkLiteral(String literal, List<RecipeFault> faults) {
        int codePoint;
        for (int at = 0; at < literal.length(); at += Character.charCount(codePoint)) {
            codePoint = literal.codePointAt(at);
            if (codePoint == '\\') {
                faults.add(RecipeFault.of(Kind.TEMPLATE_BACKSLASH));
            } else if (codePoint == '}') {
                faults.add(RecipeFault.of(Kind.TEMPLATE_UNOPENED, literal));
            } else if (!SafeFileName.isAllowed(codePoint)) {
                faults.add(RecipeFault.of(Kind.TEMPLATE_CHARACTER, shown(codePoint)));
            }
        }
    }

    private static String shown(int codePoint) {
        return codePoint > ' ' && codePoint < 0x7F
                ? "\"" + Character.toString(codePoint) + "\""
                : "the character " + "U+%04X".formatted(codePoint);
    }

    /// A piece of a segment.
    private sealed interface Part {
        String valueIn(NamingContext context);
    }

    private record Literal(String text) implements Part {
        @Override
        public String valueIn(NamingContext context) {
            return text;
        }
    }

    private record Value(NamingToken token, int digits) implements Part {
        @Override
        public String valueIn(NamingContext context) {
            return token.valueIn(context, digits);
        }
    }
}
