package offprint.ui.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeEntry;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What to make, where to put it, the one button that starts it, and the line that leads to the plan.
public final class RecipeSidebar extends VBox {

    /// Two lines of it.
    private static final double ESTIMATE_PX = 40;

    private final ListView<RecipeRow> recipes = new ListView<>();
    private final Button destination = new Button("", Controls.icon(Feather.FOLDER));
    private final Button export = new Button();
    private final Button summary = new Shortened();
    private final Label estimate = Controls.label("plan-summary", "figures");
    private final VBox estimateRoom = new VBox(estimate);
    private Runnable chosen = () -> {};
    private Path folder;
    private boolean loading;

    public RecipeSidebar(Path folder, SidebarActions actions) {
        this.folder = folder;
        getStyleClass().add("sidebar");
        buildList(actions);
        destination.getStyleClass().add("destination");
        destination.setMaxWidth(Double.MAX_VALUE);
        destination.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        destination.setOnAction(ignored -> actions.chooseDestination());
        export.getStyleClass().addAll("accent", "export-button");
        export.setMaxWidth(Double.MAX_VALUE);
        export.setDefaultButton(false);
        export.setOnAction(ignored -> actions.exportNow());
        summary.getStyleClass().addAll("flat", "plan-summary", "figures");
        summary.setWrapText(true);
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setOnAction(ignored -> actions.showPlan());
        estimate.setWrapText(true);
        estimateRoom.setPrefHeight(ESTIMATE_PX);
        estimateRoom.setMaxHeight(USE_PREF_SIZE);
        VBox.setVgrow(estimateRoom, Priority.SOMETIMES); // in a low window it gives way
        var fresh = Controls.textButton("recipes.new", actions::newRecipe);
        fresh.setGraphic(Controls.icon(Feather.PLUS));
        fresh.getStyleClass().addAll("flat", "new-recipe");
        fresh.setMaxWidth(Double.MAX_VALUE);
        Controls.describe(fresh, Texts.get("recipes.new.tip", Command.NEW_RECIPE.keysText()));
        HBox.setHgrow(fresh, Priority.ALWAYS);
        var taking = Controls.iconButton(Feather.DOWNLOAD, "recipes.import", actions::importRecipe);
        getChildren()
                .addAll(
                        title("recipes.title"),
                        recipes,
                        new HBox(fresh, taking),
                        title("destination.title"),
                        destination,
                        export,
                        summary,
                        estimateRoom);
        setDestination(folder);
        showCount(0, 0);
        showSummary("");
        showEstimate("");
    }

    /// Where the window is low it gives way, and its tooltip has all of it.
    private static final class Shortened extends Button {

        private static final double FIVE_LINES_PX = 80;

        @Override
        protected double computeMinHeight(double width) {
            return Math.min(FIVE_LINES_PX, computePrefHeight(width));
        }
    }

    private void buildList(SidebarActions actions) {
        recipes.getStyleClass().addAll("recipe-list", "edge-to-edge");
        recipes.setAccessibleText(Texts.get("recipes.title"));
        recipes.setCellFactory(ignored -> new RecipeCell(actions::dropped, actions::edit));
        recipes.setFixedCellSize(32);
        var loading = Controls.label("quiet");
        loading.setText(Texts.get("recipes.loading"));
        recipes.setPlaceholder(loading);
        VBox.setVgrow(recipes, Priority.ALWAYS);
        recipes.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                entry().ifPresent(actions::edit);
                event.consume();
            }
        });
        recipes.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> selected(before, now));
    }

    /// A title is never chosen: the selection goes on past it in its direction.
    private void selected(@Nullable RecipeRow before, @Nullable RecipeRow now) {
        if (loading) {
            return;
        }
        if (!(now instanceof RecipeRow.Title)) {
            chosen.run();
            return;
        }
        int at = recipes.getItems().indexOf(now);
        boolean upward = before != null && recipes.getItems().indexOf(before) > at && at > 0;
        recipes.getSelectionModel().clearAndSelect(upward ? at - 1 : at + 1);
    }

    private static Label title(String key) {
        var label = Controls.label("section-title");
        label.setText(Texts.get(key));
        return label;
    }

    /// Shows the recipes and chooses the one of this name, or the first that can be used.
    public void setRecipes(List<RecipeEntry> loaded, Optional<String> wanted) {
        var rows = RecipeRow.of(loaded);
        var before = entry();
        loading = true;
        if (!rows.equals(recipes.getItems())) {
            recipes.getItems().setAll(rows);
        }
        var named = rows.stream()
                .filter(row -> row instanceof RecipeRow.Of of
                        && wanted.equals(Optional.of(of.entry().name())))
                .findFirst();
        named.or(() -> rows.stream().filter(row -> row.recipe().isPresent()).findFirst())
                .ifPresent(recipes.getSelectionModel()::select);
        loading = false;
        if (!before.equals(entry())) {
            chosen.run();
        }
    }

    /// Chooses the line of that name, if there is one.
    void choose(String name) {
        recipes.getItems().stream()
                .filter(row ->
                        row instanceof RecipeRow.Of of && of.entry().name().equals(name))
                .findFirst()
                .ifPresent(recipes.getSelectionModel()::select);
    }

    public void onRecipeChosen(Runnable listener) {
        chosen = listener;
    }

    /// The line that is chosen.
    public Optional<RecipeEntry> entry() {
        return recipes.getSelectionModel().getSelectedItem() instanceof RecipeRow.Of of
                ? Optional.of(of.entry())
                : Optional.empty();
    }

    public Optional<Recipe> recipe() {
        return entry().flatMap(RecipeEntry::recipe);
    }

    public void takeFocus() {
        recipes.requestFocus();
    }

    public Path destination() {
        return folder;
    }

    public void setDestination(Path wanted) {
        folder = wanted;
        destination.setText(Texts.lastFolders(wanted));
        Controls.describe(destination, Texts.get("destination.tip", wanted, Command.DESTINATION.keysText()));
    }

    /// What the button will do.
    ///
    /// @param some photos that it would export
    /// @param all photos in the list
    public void showCount(int some, int all) {
        export.setDisable(some == 0);
        summary.setDisable(some == 0);
        var text = some == 0
                ? Texts.get("export.none")
                : some == all
                        ? Texts.get("export.all", Texts.count(all))
                        : Texts.get("export.some", Texts.count(some), Texts.count(all));
        export.setText(text);
        Controls.describe(export, Texts.get("export.tip", text, Command.EXPORT.keysText()));
    }

    /// A sentence below the button that leads to the plan; without one it says that there is a plan to see.
    public void showSummary(String text) {
        summary.setText(text.isEmpty() ? Texts.get("plan.open") : text);
        Controls.describe(summary, Texts.get("plan.open.tip", summary.getText(), Command.PLAN.keysText()));
    }

    /// About how much the export would write; an empty sentence goes away. Its room stays: it comes just when somebody
    /// reaches for the button, which must not move then.
    public void showEstimate(String text) {
        estimate.setText(text);
        estimate.setMinHeight(text.isEmpty() ? 0 : USE_PREF_SIZE);
        estimate.setVisible(!text.isEmpty());
    }

    public String estimate() {
        return estimate.getText();
    }

    public String summary() {
        return summary.getText();
    }

    public Button exportButton() {
        return export;
    }
}
