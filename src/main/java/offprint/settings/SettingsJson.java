package offprint.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import offprint.image.PixelSize;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of [Settings]. A field that is left out has its initial value; one that is unknown or wrong breaks the
/// file, so that nothing a user wrote is silently lost at the next save.
final class SettingsJson {

    private static final String FORM = "offprintSettings";
    private static final String LIBRARY = "library";
    private static final String WINDOW = "window";

    private static final List<String> FIELDS = List.of(
            FORM,
            "theme",
            "language",
            "recipe",
            "destination",
            "thumbnailPx",
            "workers",
            "memoryBudgetBytes",
            "maxMegapixels",
            "recoverDamaged",
            "polite",
            "notifications",
            LIBRARY,
            WINDOW);

    private static final List<String> LIBRARY_FIELDS = List.of("sort", "descending", "byFolder");

    private static final List<String> WINDOW_FIELDS =
            List.of("left", "top", "width", "height", "maximised", "side", "queueHeight", "folder");

    /// Further than any desk reaches.
    private static final long FAR_PX = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(50_000)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SettingsJson() {}

    static Settings read(byte[] json) throws BrokenSettings {
        try {
            return settings(MAPPER.readTree(json));
        } catch (JacksonException failure) {
            var location = failure.getLocation();
            throw new BrokenSettings(
                    location == null
                            ? "not valid JSON"
                            : "not valid JSON at line " + location.getLineNr() + ", column " + location.getColumnNr());
        }
    }

    static String write(Settings settings) {
        var node = MAPPER.createObjectNode();
        node.put(FORM, 1);
        node.put("theme", word(settings.theme()));
        settings.language().ifPresent(tag -> node.put("language", tag));
        settings.recipeName().ifPresent(name -> node.put("recipe", name));
        settings.destination().ifPresent(folder -> node.put("destination", folder.toString()));
        node.put("thumbnailPx", settings.thumbnailPx());
        settings.workers().ifPresent(workers -> node.put("workers", workers));
        settings.memoryBudgetBytes().ifPresent(bytes -> node.put("memoryBudgetBytes", bytes));
        settings.maxMegapixels().ifPresent(number -> node.put("maxMegapixels", number));
        if (settings.recoverDamaged()) {
            node.put("recoverDamaged", true);
        }
        if (settings.polite()) {
            node.put("polite", true);
        }
        if (!settings.notifications()) {
            node.put("notifications", false);
        }
        if (!settings.library().equals(LibraryView.INITIAL)) {
            write(settings.library(), node.putObject(LIBRARY));
        }
        if (!settings.window().equals(WindowPlace.INITIAL)) {
            write(settings.window(), node.putObject(WINDOW));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node).replace("\r\n", "\n") + "\n";
    }

    private static void write(LibraryView view, ObjectNode node) {
        node.put("sort", word(view.by()));
        node.put("descending", view.descending());
        node.put("byFolder", view.byFolder());
    }

    private static void write(WindowPlace place, ObjectNode node) {
        place.frame()
                .ifPresent(frame -> node.put("left", frame.leftPx())
                        .put("top", frame.topPx())
                        .put("width", frame.size().widthPx())
                        .put("height", frame.size().heightPx()));
        node.put("maximised", place.maximised());
        node.put("side", place.sideShown());
        place.queueHeightPx().ifPresent(height -> node.put("queueHeight", height));
        place.chooserFolder().ifPresent(folder -> node.put("folder", folder.toString()));
    }

    private static Settings settings(JsonNode root) throws BrokenSettings {
        requireObject(root, FIELDS);
        if (number(root, FORM, 1, 1).isEmpty()) {
            throw new BrokenSettings(FORM + ": expected the number 1");
        }
        return new Settings(
                choice(root, "theme", Settings.INITIAL.theme()),
                text(root, "language"),
                text(root, "recipe"),
                folder(root, "destination"),
                number(root, "thumbnailPx", 16, 1024).map(Long::intValue).orElse(Settings.INITIAL.thumbnailPx()),
                number(root, "workers", 1, 1024).map(Long::intValue),
                number(root, "memoryBudgetBytes", 1 << 20, Long.MAX_VALUE),
                number(root, "maxMegapixels", 1, 100_000).map(Long::intValue),
                yes(root, "recoverDamaged").orElse(Settings.INITIAL.recoverDamaged()),
                yes(root, "polite").orElse(Settings.INITIAL.polite()),
                yes(root, "notifications").orElse(Settings.INITIAL.notifications()),
                library(root.path(LIBRARY)),
                window(root.path(WINDOW)));
    }

    private static void requireObject(JsonNode node, List<String> fields) throws BrokenSettings {
        if (!node.isObject()) {
            throw new BrokenSettings("expected an object { … }");
        }
        for (var field : node.propertyNames()) {
            if (!fields.contains(field)) {
                throw new BrokenSettings("unknown field; expected one of " + String.join(", ", fields));
            }
        }
    }

    private static LibraryView library(JsonNode node) throws BrokenSettings {
        if (node.isMissingNode()) {
            return LibraryView.INITIAL;
        }
        requireObject(node, LIBRARY_FIELDS);
        return new LibraryView(
                choice(node, "sort", LibraryView.INITIAL.by()),
                yes(node, "descending").orElse(LibraryView.INITIAL.descending()),
                yes(node, "byFolder").orElse(LibraryView.INITIAL.byFolder()));
    }

    private static WindowPlace window(JsonNode node) throws BrokenSettings {
        if (node.isMissingNode()) {
            return WindowPlace.INITIAL;
        }
        requireObject(node, WINDOW_FIELDS);
        return new WindowPlace(
                frame(node),
                yes(node, "maximised").orElse(WindowPlace.INITIAL.maximised()),
                yes(node, "side").orElse(WindowPlace.INITIAL.sideShown()),
                number(node, "queueHeight", 1, FAR_PX).map(Long::intValue),
                folder(node, "folder"));
    }

    /// All four edges, or none.
    private static Optional<WindowPlace.Frame> frame(JsonNode node) throws BrokenSettings {
        var left = number(node, "left", -FAR_PX, FAR_PX);
        var top = number(node, "top", -FAR_PX, FAR_PX);
        var width = number(node, "width", 1, FAR_PX);
        var height = number(node, "height", 1, FAR_PX);
        if (left.isEmpty() || top.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        var size = new PixelSize(width.get().intValue(), height.get().intValue());
        return Optional.of(
                new WindowPlace.Frame(left.get().intValue(), top.get().intValue(), size));
    }

    private static Optional<Boolean> yes(JsonNode root, String field) throws BrokenSettings {
        return value(root, field, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E choice(JsonNode root, String field, E initial) throws BrokenSettings {
        var text = text(root, field);
        if (text.isEmpty()) {
            return initial;
        }
        var all = List.of(initial.getDeclaringClass().getEnumConstants());
        var words = all.stream().map(SettingsJson::word).toList();
        int place = words.indexOf(text.get());
        if (place < 0) {
            throw new BrokenSettings(field + ": expected one of " + String.join(", ", words));
        }
        return all.get(place);
    }

    private static Optional<Path> folder(JsonNode root, String field) throws BrokenSettings {
        try {
            return text(root, field).map(Path::of);
        } catch (InvalidPathException unusable) {
            throw new BrokenSettings(field + ": expected a path of this system");
        }
    }

    private static Optional<String> text(JsonNode root, String field) throws BrokenSettings {
        return value(root, field, "a text", JsonNode::isString, JsonNode::stringValue);
    }

    private static Optional<Long> number(JsonNode root, String field, long low, long high) throws BrokenSettings {
        Predicate<JsonNode> fits = node -> node.isIntegralNumber()
                && node.canConvertToLong()
                && node.longValue() >= low
                && node.longValue() <= high;
        return value(root, field, "a whole number from " + low + " to " + high, fits, JsonNode::longValue);
    }

    private static <T> Optional<T> value(
            JsonNode root, String field, String what, Predicate<JsonNode> fits, Function<JsonNode, T> get)
            throws BrokenSettings {
        var node = root.path(field);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!fits.test(node)) {
            throw new BrokenSettings(field + ": expected " + what);
        }
        return Optional.of(get.apply(node));
    }

    /// The file does not hold settings; never leaves this package.
    static final class BrokenSettings extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        BrokenSettings(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
