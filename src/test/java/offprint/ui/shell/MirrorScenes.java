package offprint.ui.shell;

import java.util.List;
import java.util.Locale;
import offprint.engine.EngineFailure;
import offprint.recipe.RecipeFault;
import offprint.ui.DemoServices;
import offprint.ui.FailureText;
import offprint.ui.ProblemText;
import offprint.ui.Texts;

/// The window in a language that begins at the right. None of those is spoken here, so the words stay as they are.
final class MirrorScenes {

    static final List<WindowScene> ALL = List.of(
            new WindowScene("right-to-left", (services, width) -> mirrored(QueueScenes::working, services, width)),
            new WindowScene(
                    "right-to-left-compare", (services, width) -> mirrored(CompareScenes::large, services, width)));

    private MirrorScenes() {}

    private static ShownWindow mirrored(WindowScene.Making making, DemoServices services, int widthPx)
            throws Exception {
        speak();
        var before = Locale.getDefault(Locale.Category.DISPLAY);
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("ar"));
        try {
            var shown = making.make(services, widthPx);
            shown.whenClosed(() -> Locale.setDefault(Locale.Category.DISPLAY, before));
            return shown;
        } catch (Exception e) {
            Locale.setDefault(Locale.Category.DISPLAY, before);
            throw e;
        }
    }

    /// Every sentence of this process is in the language of the first one.
    private static void speak() {
        Texts.get("window.title");
        FailureText.of(new EngineFailure.EmptySource());
        ProblemText.of(new RecipeFault(RecipeFault.Kind.NO_FILE, List.of()));
    }
}
