package offprint.export;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import offprint.recipe.SafeFileName;

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
        if (isAscii(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        var folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /// Of such a name there is one form, and its letters have one lower case.
    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
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
        var stem = SafeFileName.cutTo(fileName(target), PARTIAL_STEM_BYTES);
        return target.resolveSibling("." + stem + "." + id + ExportJournal.PARTIAL_SUFFIX);
    }
}
