package offprint.ui.preview;

import java.util.ArrayList;
import java.util.Optional;
import offprint.engine.EngineFailure;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.preview.PreviewEvent.Certainty;
import offprint.preview.Quality;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.MetadataPolicy.Group;
import offprint.ui.FailureText;
import offprint.ui.Texts;

/// What a comparison says in words.
final class CompareWords {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private CompareWords() {}

    /// `11.2 MB → 184 kB (−98 %)`; `about` for an estimate.
    static String bytes(long original, CompareModel.After after) {
        var made = Texts.bytes(after.bytes());
        long percent = original == 0 ? 0 : Math.round(100.0 * after.bytes() / original - 100);
        var change = percent <= 0
                ? Texts.get("compare.saved", Texts.count(-percent))
                : Texts.get("compare.grown", Texts.count(percent));
        var key = after.certainty() == Certainty.EXACT ? "compare.bytes" : "compare.bytes.estimate";
        return Texts.get(key, Texts.bytes(original), made, change);
    }

    /// `2560 × 1707 JPEG`.
    static String what(PixelSize size, ImageFormat format) {
        return Texts.get("compare.what", size, format.label());
    }

    /// What the right half shows, and what it will show.
    static String after(CompareModel model) {
        return switch (model.stage()) {
            case NOTHING, READING, FAILED -> "";
            case REFUSED -> Texts.get("compare.refused");
            case ENCODING ->
                model.after()
                        .filter(old -> !model.encoding().equals(Optional.of(old.encoding())))
                        .map(old -> Texts.get("compare.making", name(old.encoding()), wanted(model)))
                        .orElseGet(() -> model.after().isPresent()
                                ? wanted(model)
                                : Texts.get("compare.making.first", wanted(model)));
            case FINISHING -> Texts.get("compare.estimate", wanted(model));
            case READY -> wanted(model);
        };
    }

    private static String wanted(CompareModel model) {
        return model.encoding().map(CompareWords::name).orElse("");
    }

    /// `quality 82`, or the format where there is no quality.
    private static String name(Encoding encoding) {
        var quality = Quality.of(encoding);
        return quality.isPresent()
                ? Texts.get("compare.quality.short", quality.getAsInt())
                : encoding.format().label();
    }

    static String failed(EngineFailure failure) {
        var text = FailureText.of(failure);
        return Texts.get("compare.failed", text.message(), text.code(), text.remedy());
    }

    /// `no GPS · copyright kept · sRGB`: what of the photo's metadata leaves with the file. A group that is stripped is
    /// named only where it matters: the position.
    static String leaves(SourceInfo info, MetadataPolicy policy) {
        var parts = new ArrayList<String>();
        if (!policy.keeps(Group.GPS)) {
            parts.add(Texts.get(info.hasGps() ? "leaves.gps.removed" : "leaves.gps.none"));
        } else {
            parts.add(Texts.get(info.hasGps() ? "leaves.gps.kept" : "leaves.gps.none"));
        }
        boolean nothing = true;
        for (var group : Group.values()) {
            if (group != Group.GPS && group != Group.PROFILE && policy.keeps(group)) {
                parts.add(Texts.get(kept(group)));
                nothing = false;
            }
        }
        if (nothing) {
            parts.add(Texts.get("leaves.nothing"));
        }
        parts.add(profile(info.profileName(), policy));
        return String.join(Texts.get("leaves.separator"), parts);
    }

    private static String kept(Group group) {
        return switch (group) {
            case COPYRIGHT -> "leaves.copyright";
            case CAMERA -> "leaves.camera";
            case DATE -> "leaves.date";
            case DESCRIPTION -> "leaves.description";
            case GPS, PROFILE -> throw new IllegalArgumentException("not named so: " + group);
        };
    }

    /// A profile's name stays in one line.
    private static String profile(Optional<String> profile, MetadataPolicy policy) {
        return profile.filter(ignored -> policy.keeps(Group.PROFILE))
                .map(name -> name.replace(' ', NO_BREAK_SPACE))
                .orElseGet(() -> Texts.get("leaves.srgb"));
    }
}
