package offprint.ui.preview;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import offprint.engine.EngineResult;
import offprint.image.Pixels;
import offprint.library.Photo;
import offprint.recipe.Recipe;
import offprint.ui.Controls;
import offprint.ui.EngineFacts;
import offprint.ui.FxThread;
import offprint.ui.Mailbox;
import offprint.ui.ScreenImage;
import offprint.ui.Texts;

/// The selected photo, fitted; what is known of it; what the recipe will make of it.
public final class PreviewPane extends VBox {

    private static final int IMAGE_PX = 640;
    private static final double FRAME_PX = 286;

    private final PreviewPort port;
    private final ObservableValue<EngineFacts> engine;
    private final ImageView view = new ImageView();
    private final Label hint = Controls.label("quiet");
    private final StackPane frame = new StackPane(hint, view);
    private final Label name = Controls.nameLabel("preview-name");
    private final GridPane facts = new GridPane();
    private final VBox failure = new VBox();
    private final VBox outputs = new VBox();
    private final Mailbox<Answer> mailbox;
    private Optional<Photo> shown = Optional.empty();

    private record Answer(Photo photo, Optional<ScreenImage> image) {}

    public PreviewPane(PreviewPort port, ObservableValue<EngineFacts> engine, FxThread fx) {
        this.port = port;
        this.engine = engine;
        this.mailbox = fx.mailbox(this::deliver);
        getStyleClass().add("preview-pane");
        frame.getStyleClass().add("preview-frame");
        frame.setMinHeight(FRAME_PX * 0.75);
        frame.setPrefHeight(FRAME_PX * 0.75);
        hint.setText(Texts.get("preview.none"));
        view.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        view.setPreserveRatio(true);
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
        getChildren().addAll(frame, scroll);
        rest.visibleProperty().bind(name.textProperty().isNotEmpty());
        Controls.setShown(failure, false);
    }

    /// Shows a photo and what the recipe will make of it, or nothing.
    public void show(Optional<Photo> photo, Optional<Recipe> recipe) {
        boolean other = !photo.map(Photo::file).equals(shown.map(Photo::file));
        if (other) {
            shown = photo;
            view.setImage(null);
            photo.ifPresentOrElse(this::ask, this::clear);
        }
        if (photo.isPresent()) {
            showOutputs(photo.get(), recipe);
        }
    }

    private void clear() {
        port.clear();
        name.setText("");
        hint.setText(Texts.get("preview.none"));
    }

    private void ask(Photo photo) {
        name.setText(Texts.fileName(photo.file()));
        Controls.tip(name, photo.file().toString());
        showFacts(photo);
        if (photo.info() instanceof EngineResult.Failed<?>) {
            port.clear();
            hint.setText(Texts.get("preview.unreadable"));
        } else {
            hint.setText(Texts.get("preview.loading"));
            port.request(photo, IMAGE_PX, result -> arrived(photo, result));
        }
    }

    private void arrived(Photo photo, EngineResult<Pixels> result) {
        var image = switch (result) {
            case EngineResult.Done<Pixels> done -> Optional.of(ScreenImage.takeOver(done.value()));
            case EngineResult.Failed<Pixels> ignored -> Optional.<ScreenImage>empty();
        };
        mailbox.offer(new Answer(photo, image));
    }

    private void deliver(List<Answer> answers) {
        for (var answer : answers) {
            if (shown.filter(answer.photo()::equals).isEmpty()) {
                continue;
            }
            answer.image()
                    .ifPresentOrElse(
                            image -> {
                                double width = Math.min(image.size().widthPx(), FRAME_PX);
                                view.setFitWidth(width);
                                view.setFitHeight(FRAME_PX * 0.75);
                                view.setImage(image.toImage());
                            },
                            () -> hint.setText(Texts.get("preview.failed")));
        }
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
                var why = failed.failure();
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
