package offprint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// One JSON object on one line, its fields in the order they were added.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /// Begins an object with its `event` field.
    static Json event(String name) {
        return new Json().with("event", name);
    }

    /// Begins an object that stands inside another.
    static Json plain() {
        return new Json();
    }

    Json with(String name, Object value) {
        fields.put(name, value instanceof Json inner ? inner.fields : value);
        return this;
    }

    String line() {
        return MAPPER.writeValueAsString(fields);
    }
}
