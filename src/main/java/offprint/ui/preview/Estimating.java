package offprint.ui.preview;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offprint.library.Photo;
import offprint.preview.BatchEstimate;
import offprint.recipe.Recipe;
import offprint.ui.FxThread;
import offprint.ui.Mailbox;
import offprint.ui.Texts;

/// What an export would weigh, in words, as soon as it is known. FX thread.
public final class Estimating {

    private final EstimatePort port;
    private final Consumer<String> words;
    private final Mailbox<Letter> mailbox;
    private Optional<Question> asked = Optional.empty();

    private record Question(List<Photo> photos, Recipe recipe) {}

    private record Letter(Question question, BatchEstimate estimate) {}

    /// @param words shows a sentence; an empty one goes away
    public Estimating(EstimatePort port, FxThread fx, Consumer<String> words) {
        this.port = port;
        this.words = words;
        this.mailbox = fx.mailbox(letters -> letters.forEach(this::deliver));
    }

    /// These photos would be exported by this recipe.
    ///
    /// @param recipe empty: nothing is known of the export yet
    public void show(List<Photo> photos, Optional<Recipe> recipe) {
        var question = recipe.filter(ignored -> !photos.isEmpty()).map(one -> new Question(photos, one));
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        words.accept("");
        question.ifPresentOrElse(
                one -> port.request(one.photos(), one.recipe(), estimate -> mailbox.offer(new Letter(one, estimate))),
                port::clear);
    }

    /// The export begins: what is known stays, nothing more is reckoned.
    public void stop() {
        port.clear();
    }

    private void deliver(Letter letter) {
        if (asked.filter(letter.question()::equals).isPresent()) {
            words.accept(inWords(letter.estimate()));
        }
    }

    static String inWords(BatchEstimate estimate) {
        var bytes = Texts.bytes(estimate.bytes());
        return estimate.plusMinusBytes() == 0
                ? Texts.get("estimate.exact", bytes, estimate.files())
                : Texts.get("estimate.within", bytes, estimate.files(), Texts.bytes(estimate.plusMinusBytes()));
    }
}
