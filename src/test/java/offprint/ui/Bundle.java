package offprint.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// One file of words, without what it would inherit.
///
/// @param tag of its language; empty: English
/// @param texts by key
/// @param repeated keys that are there more than once
record Bundle(String tag, Map<String, String> texts, List<String> repeated) {

    static final List<String> TRANSLATIONS = List.of("de", "fr", "es", "ja", "zh-CN");

    /// @param name of the bundle, such as `messages`
    static Bundle read(String name, String tag) {
        var file = "/offprint/ui/" + name + (tag.isEmpty() ? "" : "_" + tag.replace('-', '_')) + ".properties";
        try (var in = Bundle.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("there is no " + file);
            }
            var once = new Once();
            once.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var texts = new TreeMap<String, String>();
            once.stringPropertyNames().forEach(key -> texts.put(key, once.getProperty(key)));
            return new Bundle(tag, Collections.unmodifiableMap(texts), List.copyOf(once.repeated));
        } catch (IOException e) {
            throw new AssertionError("unreadable: " + file, e);
        }
    }

    static Bundle english() {
        return read("messages", "");
    }

    static List<Bundle> translations(String name) {
        return TRANSLATIONS.stream().map(tag -> read(name, tag)).toList();
    }

    Locale locale() {
        return tag.isEmpty() ? Locale.US : Locale.forLanguageTag(tag);
    }

    String text(String key) {
        var text = texts.get(key);
        if (text == null) {
            throw new AssertionError("no " + key + " in " + (tag.isEmpty() ? "English" : tag));
        }
        return text;
    }

    private static final class Once extends Properties {
        private static final long serialVersionUID = 1L;
        private final transient List<String> repeated = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            var before = super.put(key, value);
            if (before != null) {
                repeated.add(String.valueOf(key));
            }
            return before;
        }
    }
}
