package offprint.ui.shell;

import javafx.geometry.NodeOrientation;
import offprint.ui.Texts;

/// To which side the window begins. JavaFX mirrors all but texts, so every picture and every figure over time says that
/// it goes from the left to the right.
final class Mirror {

    private Mirror() {}

    static NodeOrientation ofTheLanguage() {
        return Texts.isRightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }
}
