package offprint.ui.preview;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import offprint.engine.EngineResult;
import offprint.library.Photo;
import offprint.recipe.Recipe;
import offprint.ui.Controls;
import offprint.ui.EngineFacts;
import offprint.ui.FailureText;
import offprint.ui.FxThread;
import offprint.ui.Texts;

/// The selected photo before and after the recipe, small; what is known of it; what the recipe will make of it.
public final class PreviewPane extends VBox {

    private final ObservableValue<EngineFacts> engine;
    private final ComparePane compare;
    private final Label name = Controls.nameLabel("preview-name");
    private final GridPane facts = new GridPane();
    private final VBox failure = new VBox();
    private final VBox outputs = new VBox();
    private Optional<Photo> shown = Optional.empty();

    public PreviewPane(PreviewPort port, ObservableValue<EngineFacts> engine, FxThread fx) {
        this.engine = engine;
        this.compare = new ComparePane(port, engine, fx, ComparePane.Look.SMALL, () -> {});
        getStyleClass().add("preview-pane");
        facts.getStyleClass().add("facts");
        failure.getStyleClass().add("preview-failure");
        outputs.getStyleClass().add("outputs");
        var title = Controls.label("section-title");
        title.setText(Texts.get("preview.outputs"));
        var rest = new VBox(name, failure, facts, title, outputs);
        rest.getStyleClass().add("preview-rest");
        var scroll = new ScrollPane(rest);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(compare, scroll);
        rest.visibleProperty().bind(name.textProperty().isNotEmpty());
        Controls.setShown(failure, false);
    }

    /// Shows a photo and what the recipe will make of it, or nothing.
    public void show(Optional<Photo> photo, Optional<Recipe> recipe) {
        boolean other = !photo.map(Photo::file).equals(shown.map(Photo::file));
        compare.show(photo, recipe);
        if (other) {
            shown = photo;
            photo.ifPresentOrElse(this::describe, () -> name.setText(""));
        }
        if (photo.isPresent()) {
            showOutputs(photo.get(), recipe);
        }
    }

    private void describe(Photo photo) {
        name.setText(Texts.fileName(photo.file()));
        Controls.tip(name, photo.file().toString());
        showFacts(photo);
    }

    /// The picture at the head.
    public ComparePane compare() {
        return compare;
    }

    private void showFacts(Photo photo) {
        facts.getChildren().clear();
        failure.getChildren().clear();
        switch (photo.info()) {
            case EngineResult.Done<offprint.image.SourceInfo> done -> {
                Controls.setShown(failure, false);
                PhotoFacts.of(photo, done.value()).forEach(this::addFact);
            }
            case EngineResult.Failed<offprint.image.SourceInfo> failed -> {
                var why = FailureText.of(failed.failure());
                addFailure("failure-code", why.code());
                addFailure("failure-message", why.message());
                addFailure("quiet", why.remedy());
                Controls.setShown(failure, true);
            }
        }
    }

    private void addFact(PhotoFacts.Fact fact) {
        var key = Controls.label("fact-name");
        key.setText(fact.name());
        key.setMinWidth(USE_PREF_SIZE);
        var value = Controls.label("fact-value", "figures");
        value.setWrapText(true);
        value.setText(fact.value());
        Controls.tip(value, fact.value());
        facts.addRow(facts.getRowCount(), key, value);
    }

    private void addFailure(String style, String text) {
        var label = Controls.label(style);
        label.setText(text);
        label.setWrapText(true);
        failure.getChildren().add(label);
    }

    private void showOutputs(Photo photo, Optional<Recipe> recipe) {
        outputs.getChildren().clear();
        recipe.ifPresent(chosen -> {
            for (var output : ExpectedOutput.of(photo, chosen, engine.getValue().writableFormats())) {
                outputs.getChildren().add(row(output));
            }
        });
    }

    private static HBox row(ExpectedOutput output) {
        var variant = Controls.nameLabel("output-name");
        variant.setText(output.variant());
        var what = Controls.label("output-what", "figures");
        what.setText(output.description());
        what.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(variant, Controls.spacer(), what);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("output");
        output.reason().ifPresent(reason -> {
            row.getStyleClass().add("unavailable");
            what.setText(Texts.get("preview.cannot", output.description()));
            Controls.tip(what, reason);
            Controls.tip(variant, reason);
        });
        return row;
    }
}
