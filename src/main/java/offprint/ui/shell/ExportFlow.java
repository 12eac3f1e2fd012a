package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import offprint.export.ExportPlan;
import offprint.library.Photo;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.ui.BackgroundRunner;
import offprint.ui.FxThread;
import offprint.ui.Texts;
import offprint.ui.queue.QueuePort;
import offprint.ui.recipe.PlanSummary;

/// From the wish to export to the start: plans on a worker, says the plan in words, asks only before files are
/// replaced.
final class ExportFlow {

    private final QueuePort queue;
    private final BackgroundRunner background;
    private final FxThread fx;
    private final Prompt prompt;
    private final Consumer<String> summary;
    private final Runnable started;

    /// @param summary shows a sentence
    /// @param started told on the FX thread once an export has begun
    ExportFlow(
            QueuePort queue,
            BackgroundRunner background,
            FxThread fx,
            Prompt prompt,
            Consumer<String> summary,
            Runnable started) {
        this.queue = queue;
        this.background = background;
        this.fx = fx;
        this.prompt = prompt;
        this.summary = summary;
        this.started = started;
    }

    void export(List<Photo> photos, Recipe recipe, Path destination) {
        if (photos.isEmpty()) {
            return;
        }
        summary.accept(Texts.get("plan.planning"));
        queue.planInBackground(
                photos, recipe, destination, plan -> fx.post(() -> planned(plan, photos, recipe, destination)));
    }

    private void planned(ExportPlan plan, List<Photo> photos, Recipe recipe, Path destination) {
        var words = PlanSummary.of(plan);
        summary.accept(words.inWords());
        if (words.replaced() == 0) {
            start(plan);
            return;
        }
        prompt.ask(
                Texts.get("replace.title", words.replaced()),
                Texts.get("replace.text", destination),
                List.of(
                        new Prompt.Answer(
                                "replace.keep",
                                Prompt.Look.PRIMARY,
                                () -> export(photos, recipe.withOnConflict(OnConflict.RENAME), destination)),
                        new Prompt.Answer("replace.replace", Prompt.Look.DANGER, () -> start(plan)),
                        new Prompt.Answer("prompt.cancel", Prompt.Look.PLAIN, () -> summary.accept(""))));
    }

    private void start(ExportPlan plan) {
        background.run(() -> {
            queue.start(plan);
            fx.post(started);
        });
    }
}
