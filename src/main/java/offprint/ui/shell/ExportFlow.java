package offprint.ui.shell;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import offprint.export.ExportPlan;
import offprint.library.Photo;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.ui.BackgroundRunner;
import offprint.ui.FxThread;
import offprint.ui.Texts;
import offprint.ui.plan.PlanActions;
import offprint.ui.plan.PlanReport;
import offprint.ui.plan.PlanScreen;
import offprint.ui.plan.PlanWords;
import offprint.ui.queue.QueuePort;

/// From the wish to export to the start: plans on a worker, says the plan in words, and shows it first where something
/// needs a decision, or the user wants to see it. The newest wish wins. FX thread.
final class ExportFlow implements PlanActions {

    /// What is to be exported, and what of it is left out.
    ///
    /// @param photos wished for
    /// @param without photos among them that are left out
    /// @param codes failures whose outputs are left out
    private record Wish(List<Photo> photos, Recipe recipe, Path destination, Set<Photo> without, Set<String> codes) {

        List<Photo> planned() {
            return photos.stream().filter(photo -> !without.contains(photo)).toList();
        }
    }

    /// A plan of a wish, counted on the worker that made it.
    private record Made(Wish wish, ExportPlan plan, PlanReport report) {}

    private final QueuePort queue;
    private final BackgroundRunner background;
    private final FxThread fx;
    private final Middle middle;
    private final Consumer<String> summary;
    private final Runnable chooseDestination;
    private final Runnable started;
    private final PlanScreen screen = new PlanScreen(this);
    private int newest;
    private Optional<Made> shown = Optional.empty();

    /// @param middle where the plan is shown
    /// @param summary shows a sentence
    /// @param chooseDestination asks for another folder, and tells [#changeDestination]
    /// @param started told on the FX thread once an export has begun
    ExportFlow(
            QueuePort queue,
            BackgroundRunner background,
            FxThread fx,
            Middle middle,
            Consumer<String> summary,
            Runnable chooseDestination,
            Runnable started) {
        this.queue = queue;
        this.background = background;
        this.fx = fx;
        this.middle = middle;
        this.summary = summary;
        this.chooseDestination = chooseDestination;
        this.started = started;
    }

    /// Exports, unless the plan needs a decision: then it is shown. Where it is shown already, its button is meant.
    void export(List<Photo> photos, Recipe recipe, Path destination) {
        if (isShown()) {
            screen.takeFocus();
        } else {
            plan(new Wish(photos, recipe, destination, Set.of(), Set.of()), made -> {
                if (made.report().needsDecision()) {
                    open(made);
                } else {
                    start(made.plan());
                }
            });
        }
    }

    /// Shows the plan.
    void review(List<Photo> photos, Recipe recipe, Path destination) {
        plan(new Wish(photos, recipe, destination, Set.of(), Set.of()), this::open);
    }

    private void plan(Wish wish, Consumer<Made> then) {
        if (wish.photos().isEmpty()) {
            return;
        }
        int number = ++newest;
        summary.accept(Texts.get("plan.planning"));
        screen.showPlanning();
        queue.planInBackground(wish.planned(), wish.recipe(), wish.destination(), plan -> {
            var made = made(wish, plan, queue.usableBytes(plan.destination()));
            fx.post(() -> {
                if (number == newest) {
                    summary.accept(PlanWords.inOneLine(made.report()));
                    then.accept(made);
                }
            });
        });
    }

    private static Made made(Wish wish, ExportPlan plan, OptionalLong freeBytes) {
        var without = plan.leavingOut(wish.codes());
        return new Made(
                wish, without, PlanReport.of(without, freeBytes, wish.without().size()));
    }

    private void open(Made made) {
        boolean isNew = !isShown();
        shown = Optional.of(made);
        screen.show(made.report());
        if (isNew) {
            middle.show(screen);
            screen.takeFocus();
        }
    }

    /// Plans what is shown again, changed.
    private void again(UnaryOperator<Wish> change) {
        shown.ifPresent(made -> plan(change.apply(made.wish()), this::open));
    }

    @Override
    public void choose(OnConflict policy) {
        again(wish -> new Wish(
                wish.photos(), wish.recipe().withOnConflict(policy), wish.destination(), wish.without(), wish.codes()));
    }

    @Override
    public void leaveOut(String code) {
        shown.ifPresent(made -> {
            var without = new HashSet<>(made.wish().without());
            made.plan().photos().stream()
                    .filter(photo -> photo.failure()
                            .filter(failure -> failure.code().equals(code))
                            .isPresent())
                    .forEach(photo -> without.add(photo.photo()));
            var codes = new HashSet<>(made.wish().codes());
            codes.add(code);
            again(wish -> new Wish(wish.photos(), wish.recipe(), wish.destination(), without, codes));
        });
    }

    @Override
    public void takeIn() {
        again(wish -> new Wish(wish.photos(), wish.recipe(), wish.destination(), Set.of(), Set.of()));
    }

    @Override
    public void chooseDestination() {
        chooseDestination.run();
    }

    /// Exports go elsewhere: a plan that is shown is made again.
    void changeDestination(Path destination) {
        if (isShown()) {
            again(wish -> new Wish(wish.photos(), wish.recipe(), destination, wish.without(), wish.codes()));
        }
    }

    @Override
    public void start() {
        shown.ifPresent(made -> {
            middle.showPhotos();
            start(made.plan());
        });
    }

    @Override
    public void close() {
        newest++;
        shown = Optional.empty();
        summary.accept("");
        middle.showPhotos();
    }

    private void start(ExportPlan plan) {
        shown = Optional.empty();
        background.run(() -> {
            queue.start(plan);
            fx.post(started);
        });
    }

    /// Whether the plan is on the screen.
    boolean isShown() {
        return middle.shows(screen);
    }
}
