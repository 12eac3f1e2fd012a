package offprint.ui.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import offprint.recipe.Recipe;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// What to make, where to put it, and the one button that starts it.
public final class RecipeSidebar extends VBox {

    private final ListView<Recipe> recipes = new ListView<>();
    private final Button destination = new Button("", Controls.icon(Feather.FOLDER));
    private final Button export = new Button();
    private final Label summary = Controls.label("plan-summary", "figures");
    private final Label estimate = Controls.label("plan-summary", "figures");
    private Path folder;

    /// @param dropped a recipe got files dropped on it
    public RecipeSidebar(
            Path folder, Runnable chooseDestination, Runnable exportNow, BiConsumer<Recipe, List<Path>> dropped) {
        this.folder = folder;
        getStyleClass().add("sidebar");
        recipes.getStyleClass().addAll("recipe-list", "edge-to-edge");
        recipes.setAccessibleText(Texts.get("recipes.title"));
        recipes.setCellFactory(ignored -> new RecipeCell(dropped));
        recipes.setFixedCellSize(32);
        var loading = Controls.label("quiet");
        loading.setText(Texts.get("recipes.loading"));
        recipes.setPlaceholder(loading);
        VBox.setVgrow(recipes, Priority.ALWAYS);
        destination.getStyleClass().add("destination");
        destination.setMaxWidth(Double.MAX_VALUE);
        destination.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        destination.setOnAction(ignored -> chooseDestination.run());
        export.getStyleClass().addAll("accent", "export-button");
        export.setMaxWidth(Double.MAX_VALUE);
        export.setDefaultButton(false);
        export.setOnAction(ignored -> exportNow.run());
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        Controls.setShown(summary, false);
        estimate.setWrapText(true);
        estimate.setMinHeight(Region.USE_PREF_SIZE);
        Controls.setShown(estimate, false);
        getChildren()
                .addAll(
                        title("recipes.title"),
                        recipes,
                        title("destination.title"),
                        destination,
                        export,
                        estimate,
                        summary);
        setDestination(folder);
        showCount(0, 0);
    }

    private static Label title(String key) {
        var label = Controls.label("section-title");
        label.setText(Texts.get(key));
        return label;
    }

    /// Shows the recipes and chooses the one of this name, or the first.
    public void setRecipes(List<Recipe> loaded, Optional<String> chosen) {
        recipes.getItems().setAll(loaded);
        var wanted = loaded.stream()
                .filter(recipe -> chosen.filter(recipe.name()::equals).isPresent())
                .findFirst();
        wanted.ifPresentOrElse(recipes.getSelectionModel()::select, recipes.getSelectionModel()::selectFirst);
    }

    public void onRecipeChosen(Runnable listener) {
        recipes.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> listener.run());
    }

    public Optional<Recipe> recipe() {
        return Optional.ofNullable(recipes.getSelectionModel().getSelectedItem());
    }

    public Path destination() {
        return folder;
    }

    public void setDestination(Path chosen) {
        folder = chosen;
        destination.setText(Texts.lastFolders(chosen));
        Controls.describe(destination, Texts.get("destination.tip", chosen, Command.DESTINATION.keysText()));
    }

    /// What the button will do.
    ///
    /// @param chosen photos that it would export
    /// @param all photos in the list
    public void showCount(int chosen, int all) {
        export.setDisable(chosen == 0);
        var text = chosen == 0
                ? Texts.get("export.none")
                : chosen == all
                        ? Texts.get("export.all", Texts.count(all))
                        : Texts.get("export.some", Texts.count(chosen), Texts.count(all));
        export.setText(text);
        Controls.describe(export, Texts.get("export.tip", text, Command.EXPORT.keysText()));
    }

    /// A sentence below the button; an empty one goes away.
    public void showSummary(String text) {
        summary.setText(text);
        Controls.setShown(summary, !text.isEmpty());
    }

    /// About how much the export would write; an empty sentence goes away.
    public void showEstimate(String text) {
        estimate.setText(text);
        Controls.setShown(estimate, !text.isEmpty());
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
