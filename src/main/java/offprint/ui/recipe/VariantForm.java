package offprint.ui.recipe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import offprint.image.ImageFormat;
import offprint.library.Photo;
import offprint.recipe.EncodingDraft;
import offprint.recipe.NamingTemplate;
import offprint.recipe.SizeDraft;
import offprint.recipe.VariantDraft;
import offprint.ui.Controls;
import offprint.ui.Texts;

/// All that a variant can say: its name, size, format with its choices, and file name.
final class VariantForm extends VBox {

    private final RecipeEditing editing;
    private final FormFields fields;
    private final Set<ImageFormat> writable;
    private final VBox encoding = new VBox();
    private final Map<ImageFormat, FormFields> encodingFields = new EnumMap<>(ImageFormat.class);
    private final Map<ImageFormat, List<Node>> encodingRows = new EnumMap<>(ImageFormat.class);
    private final Label example = Controls.nameLabel("quiet", "figures");
    private Optional<Photo> photo = Optional.empty();

    /// @param writable what the engines here can write; the others are offered with a warning
    VariantForm(RecipeEditing editing, FormFields fields, Set<ImageFormat> writable) {
        this.editing = editing;
        this.fields = fields;
        this.writable = writable;
        getStyleClass().add("form-part");
        encoding.getStyleClass().add("form-part");
        getChildren().addAll(name(), size(), format(), encoding, file());
        fields.onRefresh(this::showEncoding);
        fields.onRefresh(this::showExample);
    }

    /// The photo whose file name is shown.
    void showPhoto(Optional<Photo> selected) {
        photo = selected;
        showExample();
    }

    private Node name() {
        var field = Access.ofVariant(editing, variant -> "name", VariantDraft::name, VariantDraft::withName);
        return fields.row("recipe.variant", List.of(field), grown(fields.text("recipe.variant.name", field)));
    }

    private Node size() {
        var whole = Access.ofVariant(editing, variant -> "size", VariantDraft::size, VariantDraft::withSize);
        var kind = Access.<SizeDraft.Kind>ofVariant(
                editing,
                variant -> "size",
                variant -> variant.size().kind(),
                (variant, chosen) -> variant.withSize(variant.size().withKind(chosen)));
        var amount = Access.ofVariant(
                editing,
                variant -> "size." + variant.size().kind().word(),
                variant -> variant.size().amount(),
                (variant, text) -> variant.withSize(variant.size().withAmount(text)));
        var second = Access.ofVariant(
                editing,
                variant -> "size.within",
                variant -> variant.size().second(),
                (variant, text) -> variant.withSize(variant.size().withSecond(text)));
        var enlarge = Access.ofVariant(
                editing,
                variant -> "size.enlarge",
                variant -> variant.size().enlarge(),
                (variant, allowed) -> variant.withSize(variant.size().withEnlarge(allowed)));
        var kinds = fields.choice(
                "recipe.size.kind",
                kind,
                List.of(SizeDraft.Kind.values()),
                value -> Texts.get(key("recipe.size", value)));
        var amountField = fields.text("recipe.size.amount", amount, "form-number", "figures");
        var times = FormFields.unit("recipe.size.times");
        var secondField = fields.text("recipe.size.second", second, "form-number", "figures");
        var px = FormFields.unit("recipe.size.px");
        var percent = FormFields.unit("recipe.size.percent.unit");
        var megapixels = FormFields.unit("recipe.size.megapixels.unit");
        var enlarging = fields.flag("recipe.size.enlarge", enlarge);
        fields.onRefresh(() -> {
            var shown = variant().size().kind();
            boolean isBox = shown == SizeDraft.Kind.WITHIN;
            List.of(times, secondField).forEach(node -> Controls.setShown(node, isBox));
            List.of(amountField, enlarging).forEach(node -> Controls.setShown(node, shown != SizeDraft.Kind.ORIGINAL));
            Controls.setShown(px, shown.isPixels());
            Controls.setShown(percent, shown == SizeDraft.Kind.PERCENT);
            Controls.setShown(megapixels, shown == SizeDraft.Kind.MEGAPIXELS);
        });
        var measure = flow(kinds, amountField, times, secondField, px, percent, megapixels);
        return new VBox(
                fields.row("recipe.size", List.of(whole), measure), fields.row("recipe.nothing", List.of(), enlarging));
    }

    private Node format() {
        var field = Access.<ImageFormat>ofVariant(
                editing,
                variant -> "encoding.format",
                variant -> variant.encoding().format(),
                (variant, chosen) -> variant.withEncoding(EncodingDraft.usual(chosen)));
        var row = new FlowPane();
        row.getStyleClass().add("segments");
        row.setMinWidth(0);
        HBox.setHgrow(row, Priority.ALWAYS);
        for (var format : EncodingDraft.FORMATS) {
            var button = new ToggleButton(format.label());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setId("encoding.format." + format.id());
            Controls.describe(button, Texts.get("recipe.format.tip", format.label()));
            button.setOnAction(ignored -> {
                fields.change(field, format);
                fields.refresh();
            });
            fields.onRefresh(() -> button.setSelected(variant().encoding().format() == format));
            row.getChildren().add(button);
        }
        var missing = Controls.label("amber");
        missing.setWrapText(true);
        var warning = fields.row("recipe.nothing", List.of(), missing);
        fields.onRefresh(() -> {
            var format = variant().encoding().format();
            missing.setText(Texts.get("preview.notWritable", format.label()));
            Controls.setShown(warning, !writable.contains(format));
        });
        return new VBox(fields.row("recipe.format", List.of(field), row), warning);
    }

    /// The choices of the variant's format; those of each format are made once.
    private void showEncoding() {
        var format = variant().encoding().format();
        var rows = encodingRows.computeIfAbsent(format, this::encodingRows);
        if (!encoding.getChildren().equals(rows)) {
            encoding.getChildren().setAll(rows);
        }
        encodingFields(format).refresh();
    }

    private FormFields encodingFields(ImageFormat format) {
        return encodingFields.computeIfAbsent(format, ignored -> new FormFields(editing));
    }

    private List<Node> encodingRows(ImageFormat format) {
        var rows = new ArrayList<Node>();
        for (var choice : variant().encoding().choices().keySet()) {
            rows.add(encodingRow(encodingFields(format), format, choice));
        }
        return rows;
    }

    private Node encodingRow(FormFields own, ImageFormat format, String choice) {
        var field = Access.ofEncoding(editing, choice);
        var key = "recipe.encoding." + choice;
        var words = EncodingDraft.wordsFor(format, choice);
        if (!words.isEmpty()) {
            return own.row(key, List.of(field), own.choice(key, field, words, word -> word(choice, word)));
        }
        var usual = EncodingDraft.usual(format).choice(choice);
        if (usual.equals("true") || usual.equals("false")) {
            var flag = new Access<>(
                    field.path(),
                    draft -> field.get().apply(draft).equals("true"),
                    (draft, on) -> field.set().apply(draft, Boolean.toString(on)));
            return own.row("recipe.nothing", List.of(flag), own.flag(key, flag));
        }
        boolean isQuality = choice.equals("quality");
        var slider = own.slider(key, field, isQuality ? 1 : 0, isQuality ? 100 : 9);
        HBox.setHgrow(slider, Priority.ALWAYS);
        var number = own.text(key, field, "form-number", "figures");
        return own.row(key, List.of(field), slider, number);
    }

    /// `4:2:0` and the like are called what they are.
    private static String word(String choice, String word) {
        return switch (choice) {
            case "compression" -> Texts.get("recipe.compression." + word);
            case "bits" -> Texts.get("recipe.bits", word);
            default -> word;
        };
    }

    private Node file() {
        var field = Access.ofVariant(editing, variant -> "file", VariantDraft::file, VariantDraft::withFile);
        var text = fields.text("recipe.file", field);
        var tokens = new MenuButton(Texts.get("recipe.tokens"));
        Controls.describe(tokens, Texts.get("recipe.tokens.tip"));
        for (var token : NamingTemplate.tokens()) {
            var item = new MenuItem(Texts.get("recipe.token", token, Texts.get("recipe.token." + inner(token))));
            item.setOnAction(ignored -> text.replaceSelection(token));
            tokens.getItems().add(item);
        }
        tokens.setMinWidth(Region.USE_PREF_SIZE);
        var exampleRow = fields.row("recipe.nothing", List.of(), example);
        example.textProperty().addListener((property, before, now) -> Controls.setShown(exampleRow, !now.isEmpty()));
        return new VBox(fields.row("recipe.file", List.of(field), grown(text), tokens), exampleRow);
    }

    private static String inner(String token) {
        return token.substring(1, token.length() - 1);
    }

    private void showExample() {
        var name = editing.draft()
                .variant(editing.selected())
                .map(variant -> Texts.get("recipe.file.example", ExampleName.of(variant, photo)))
                .orElse("");
        example.setText(name);
        Controls.tip(example, name);
    }

    private VariantDraft variant() {
        return editing.draft().variants().get(editing.selected());
    }

    /// Controls beside each other, on more lines where there is no room.
    private static FlowPane flow(Node... controls) {
        var pane = new FlowPane(controls);
        pane.getStyleClass().add("form-measure");
        pane.setMinWidth(0);
        HBox.setHgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private static TextField grown(TextField field) {
        field.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static String key(String prefix, Enum<?> value) {
        return prefix + "." + value.name().toLowerCase(java.util.Locale.ROOT);
    }
}
