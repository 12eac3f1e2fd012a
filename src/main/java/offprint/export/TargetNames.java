package offprint.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;

/// What makes two names one file somewhere, and what the next free name looks like.
final class TargetNames {

    /// Longest part of a target's name that a partial file repeats, in bytes of UTF-8.
    private static final int PARTIAL_STEM_BYTES = 100;

    private TargetNames() {}

    /// The same for two paths that some file system takes for one: composed (NFC) and without case. Upper case first
    /// and then lower, by the root locale, so that ß and SS, and the Greek sigmas, meet; composed again, since İ
    /// decomposes.
    static String key(Path path) {
        return key(path.toString());
    }

    static String key(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        var folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /// The last segment of a path that has one.
    static String fileName(Path path) {
        return path.getName(path.getNameCount() - 1).toString();
    }

    /// The folder of an absolute path that has a name.
    static Path folder(Path file) {
        var parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("expected a file in a folder but received " + file);
        }
        return parent;
    }

    /// `photo.jpg` with 2 is `photo (2).jpg`; 1 is the path itself.
    static Path numbered(Path wanted, int number) {
        if (number == 1) {
            return wanted;
        }
        var name = fileName(wanted);
        int dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var extension = dot > 0 ? name.substring(dot) : "";
        return wanted.resolveSibling(stem + " (" + number + ")" + extension);
    }

    /// The hidden name that an output has beside its target until it is whole.
    ///
    /// @param id unique among all partial files of this folder; letters, digits and hyphens
    static Path partial(Path target, String id) {
        return target.resolveSibling("." + shortened(fileName(target)) + "." + id + ExportJournal.PARTIAL_SUFFIX);
    }

    private static String shortened(String name) {
        int end = 0;
        int bytes = 0;
        while (end < name.length()) {
            int codePoint = name.codePointAt(end);
            bytes += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > PARTIAL_STEM_BYTES) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return name.substring(0, end);
    }
}
