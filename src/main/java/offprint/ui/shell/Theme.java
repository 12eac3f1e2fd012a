package offprint.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;
import offprint.settings.Settings;

/// Light, dark, or as the system says: AtlantaFX supplies the controls, our sheets supply neutral tokens.
public final class Theme {

    /// What all share, then a sheet for each room.
    private static final List<String> SHEETS = Stream.of("window", "library", "recipe", "plan", "preview", "queue")
            .map(name -> sheet(name + ".css"))
            .toList();

    private static final String LIGHT = sheet("light.css");
    private static final String DARK = sheet("dark.css");

    private final Scene scene;
    private Settings.Theme choice;

    /// The system's preferences outlive the window: they hold it weakly.
    private final ChangeListener<ColorScheme> follower = (property, before, after) -> apply();

    public Theme(Scene scene, Settings.Theme choice) {
        this.scene = scene;
        this.choice = choice;
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(follower));
        apply();
    }

    public Settings.Theme choice() {
        return choice;
    }

    /// Sets the looks of the controls; to be called before the first control is made, or JavaFX reads its own first.
    static void prepare(Settings.Theme choice) {
        setControls(isDark(choice));
    }

    public boolean isDark() {
        return isDark(choice);
    }

    private static boolean isDark(Settings.Theme choice) {
        return switch (choice) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    public void choose(Settings.Theme chosen) {
        choice = chosen;
        apply();
    }

    /// Round and round: as the system says, light, dark.
    void chooseNext() {
        choose(
                switch (choice) {
                    case SYSTEM -> Settings.Theme.LIGHT;
                    case LIGHT -> Settings.Theme.DARK;
                    case DARK -> Settings.Theme.SYSTEM;
                });
    }

    private void apply() {
        boolean dark = isDark();
        setControls(dark);
        var sheets = new ArrayList<>(SHEETS);
        sheets.add(dark ? DARK : LIGHT);
        scene.getStylesheets().setAll(sheets);
    }

    /// In the binary form, which need not be parsed.
    private static void setControls(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS());
    }

    private static String sheet(String name) {
        URL found = Theme.class.getResource("/offprint/ui/" + name);
        return Objects.requireNonNull(found, name).toExternalForm();
    }
}
