package offprint.ui.preview;

import java.util.ArrayList;
import java.util.List;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.ui.Texts;

/// What a photo's header says, in words.
final class PhotoFacts {

    private PhotoFacts() {}

    record Fact(String name, String value) {}

    static List<Fact> of(Photo photo, SourceInfo info) {
        var facts = new ArrayList<Fact>();
        var size = info.displaySize();
        facts.add(fact("fact.size", Texts.get("fact.size.value", size, Texts.megapixels(size.pixels()))));
        var kind = info.isEmbeddedPreview()
                ? Texts.get("fact.file.raw", info.format().label(), size)
                : info.format().label();
        facts.add(fact("fact.file", Texts.get("fact.file.value", kind, Texts.bytes(photo.bytes()))));
        info.capturedAt().ifPresent(when -> facts.add(fact("fact.date", Texts.dayAndTime(when))));
        info.camera().ifPresent(camera -> facts.add(fact("fact.camera", camera)));
        facts.add(fact("fact.profile", info.profileName().orElse(Texts.get("fact.profile.none"))));
        facts.add(fact("fact.position", Texts.get(info.hasGps() ? "fact.position.yes" : "fact.position.no")));
        return facts;
    }

    private static Fact fact(String key, String value) {
        return new Fact(Texts.get(key), value);
    }
}
