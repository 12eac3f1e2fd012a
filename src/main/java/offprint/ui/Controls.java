package offprint.ui;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small builders, so that every control has a text for the eye, the ear and the keyboard.
public final class Controls {

    private Controls() {}

    /// An icon that points somewhere points there in a window that begins at the right, too.
    public static FontIcon icon(Feather icon) {
        var node = new FontIcon(Texts.isRightToLeft() ? mirrored(icon) : icon);
        node.getStyleClass().add("icon");
        return node;
    }

    private static Feather mirrored(Feather icon) {
        return switch (icon) {
            case ARROW_LEFT -> Feather.ARROW_RIGHT;
            case CHEVRON_LEFT -> Feather.CHEVRON_RIGHT;
            case CHEVRON_RIGHT -> Feather.CHEVRON_LEFT;
            case CORNER_UP_LEFT -> Feather.CORNER_UP_RIGHT;
            case CORNER_UP_RIGHT -> Feather.CORNER_UP_LEFT;
            default -> icon;
        };
    }

    /// A button that shows only an icon; its text is spoken and shown in the tooltip.
    ///
    /// @param arguments of the text
    public static Button iconButton(Feather icon, String textKey, Runnable action, Object... arguments) {
        var button = new Button("", icon(icon));
        describe(button, Texts.get(textKey, arguments));
        button.getStyleClass().addAll("icon-button", "flat");
        button.setOnAction(ignored -> action.run());
        return button;
    }

    public static ToggleButton iconToggle(Feather icon, String textKey, Runnable action) {
        var button = new ToggleButton("", icon(icon));
        describe(button, Texts.get(textKey));
        button.getStyleClass().addAll("icon-button", "flat");
        button.setOnAction(ignored -> action.run());
        return button;
    }

    public static Button textButton(String textKey, Runnable action) {
        var button = new Button(Texts.get(textKey));
        button.setAccessibleText(button.getText());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    /// The tooltip and the spoken text of a control.
    public static void describe(Control control, String text) {
        control.setAccessibleText(text);
        tip(control, text);
    }

    public static void tip(Control control, String text) {
        var shown = control.getTooltip();
        if (text.isEmpty()) {
            control.setTooltip(null);
        } else if (shown == null) {
            control.setTooltip(new Tooltip(text));
        } else if (!text.equals(shown.getText())) {
            shown.setText(text);
        }
    }

    public static void setIcon(ButtonBase button, Feather icon) {
        button.setGraphic(icon(icon));
    }

    /// A label that shortens its text in the middle, so that a file name keeps its end.
    public static Label nameLabel(String... styleClasses) {
        var label = label(styleClasses);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMinWidth(0);
        return label;
    }

    public static Label label(String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    public static Region spacer() {
        var region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    /// Sets a text only when it differs, so that an unchanged label costs no layout.
    public static void setText(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    /// Shows a node and gives it room, or neither.
    public static void setShown(javafx.scene.Node node, boolean shown) {
        if (node.isVisible() != shown || node.isManaged() != shown) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }
}
