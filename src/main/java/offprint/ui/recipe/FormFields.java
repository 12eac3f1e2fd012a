package offprint.ui.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import offprint.recipe.RecipeDraft;
import offprint.ui.Controls;
import offprint.ui.Texts;

/// Makes the controls of a form, each tied to one field of the draft: it shows what the draft holds, hands on what the
/// user does, and has its field's problems below it.
final class FormFields {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final RecipeEditing editing;
    private final List<Runnable> refreshes = new ArrayList<>();
    private boolean showing;

    FormFields(RecipeEditing editing) {
        this.editing = editing;
    }

    /// Shows the draft as it is now; nothing of that counts as a change.
    void refresh() {
        showing = true;
        refreshes.forEach(Runnable::run);
        showing = false;
    }

    /// Something more to do at every refresh.
    void onRefresh(Runnable action) {
        refreshes.add(action);
    }

    /// A field of the form: its name on the left, its controls, and what is wrong with it.
    ///
    /// @param fields whose problems stand below it
    Node row(String labelKey, List<Access<?>> fields, Node... controls) {
        var label = Controls.label("form-label");
        label.setText(Texts.get(labelKey));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setWrapText(true);
        var line = new HBox(controls);
        line.getStyleClass().add("form-controls");
        var problem = Controls.label("red", "form-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        var content = new VBox(line, problem);
        content.setMinWidth(0);
        HBox.setHgrow(content, javafx.scene.layout.Priority.ALWAYS);
        onRefresh(() -> {
            var found = fields.stream()
                    .flatMap(field -> editing.problemsAt(field.path().get()).stream())
                    .distinct()
                    .map(FormFields::sentence)
                    .toList();
            problem.setText(String.join("\n", found));
            Controls.setShown(problem, !found.isEmpty());
        });
        var row = new HBox(label, content);
        row.getStyleClass().add("form-row");
        return row;
    }

    private static String sentence(String message) {
        return message.isEmpty() ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }

    TextField text(String labelKey, Access<String> field, String... styleClasses) {
        var control = new TextField();
        control.getStyleClass().addAll(styleClasses);
        control.textProperty().addListener((property, before, now) -> change(field, now));
        control.focusedProperty().addListener((property, before, now) -> editing.endStep());
        onRefresh(() -> {
            var value = field.get().apply(editing.draft());
            if (!value.equals(control.getText())) {
                control.setText(value);
            }
        });
        return described(control, labelKey, field);
    }

    CheckBox flag(String labelKey, Access<Boolean> field) {
        var control = new CheckBox(Texts.get(labelKey));
        control.setMinWidth(0);
        control.selectedProperty().addListener((property, before, now) -> change(field, now));
        onRefresh(() -> control.setSelected(field.get().apply(editing.draft())));
        return described(control, labelKey, field);
    }

    /// One of a few.
    ///
    /// @param words what each is called
    <T> ComboBox<T> choice(String labelKey, Access<T> field, List<T> values, Function<T, String> words) {
        var control = new ComboBox<T>();
        control.getItems().setAll(values);
        control.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the choice can't be typed");
            }
        });
        control.valueProperty().addListener((property, before, now) -> change(field, now));
        onRefresh(() -> control.setValue(field.get().apply(editing.draft())));
        return described(control, labelKey, field);
    }

    /// A slider for a whole number that a text field shows too; a text that is no number leaves it where it is.
    Slider slider(String labelKey, Access<String> field, int low, int high) {
        var control = new Slider(low, high, low);
        control.setBlockIncrement(1);
        control.valueProperty()
                .addListener((property, before, now) -> change(field, Long.toString(Math.round(now.doubleValue()))));
        control.valueChangingProperty().addListener((property, before, now) -> editing.endStep());
        Predicate<String> isNumber = text -> text.strip().matches("[0-9]{1,4}");
        onRefresh(() -> {
            var text = field.get().apply(editing.draft());
            if (isNumber.test(text) && Math.round(control.getValue()) != Integer.parseInt(text.strip())) {
                control.setValue(Integer.parseInt(text.strip()));
            }
        });
        return described(control, labelKey, field);
    }

    <T> void change(Access<T> field, T value) {
        if (!showing && value != null) {
            editing.change(field.path().get(), draft -> changed(draft, field, value));
        }
    }

    private static <T> RecipeDraft changed(RecipeDraft draft, Access<T> field, T value) {
        return value.equals(field.get().apply(draft)) ? draft : field.set().apply(draft, value);
    }

    /// The control's text for the ear, with what is wrong with its field; its path is its id.
    private <C extends Control> C described(C control, String labelKey, Access<?> field) {
        var name = Texts.get(labelKey);
        control.setAccessibleText(name);
        Controls.tip(control, name);
        onRefresh(() -> {
            var path = field.path().get();
            control.setId(path);
            var problems = editing.problemsAt(path);
            control.pseudoClassStateChanged(INVALID, !problems.isEmpty());
            control.setAccessibleHelp(String.join("\n", problems));
        });
        return control;
    }

    static Label unit(String key) {
        var label = Controls.label("quiet");
        label.setText(Texts.get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
