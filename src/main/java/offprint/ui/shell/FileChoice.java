package offprint.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import offprint.image.ImageFormat;
import offprint.ui.Texts;
import offprint.ui.recipe.RecipeRoom;
import org.jspecify.annotations.Nullable;

/// The system's choosers. A system without any, such as a headless one, answers with nothing and says so once asked.
final class FileChoice {

    private final Stage stage;
    private final Runnable unavailable;

    /// @param unavailable told when the system has no chooser
    FileChoice(Stage stage, Runnable unavailable) {
        this.stage = stage;
        this.unavailable = unavailable;
    }

    List<Path> photos() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.get("choose.photos"));
        var patterns = List.of(ImageFormat.values()).stream()
                .flatMap(format -> format.extensions().stream())
                .flatMap(extension -> java.util.stream.Stream.of(
                        "*." + extension, "*." + extension.toUpperCase(java.util.Locale.ROOT)))
                .toList();
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(Texts.get("choose.photos.kind"), patterns),
                        new FileChooser.ExtensionFilter(Texts.get("choose.all.kind"), "*.*"));
        return ask(() -> Optional.<List<File>>ofNullable(chooser.showOpenMultipleDialog(stage)))
                .map(files -> files.stream().map(FileChoice::path).toList())
                .orElse(List.of());
    }

    /// Recipe files to take in.
    List<Path> recipes() {
        var chooser = recipeChooser("choose.recipes");
        return ask(() -> Optional.<List<File>>ofNullable(chooser.showOpenMultipleDialog(stage)))
                .map(files -> files.stream().map(FileChoice::path).toList())
                .orElse(List.of());
    }

    /// Where to write a recipe for others.
    Optional<Path> saveRecipe(String fileName) {
        var chooser = recipeChooser("choose.recipe.save");
        chooser.setInitialFileName(fileName);
        return ask(() -> Optional.<File>ofNullable(chooser.showSaveDialog(stage)))
                .map(FileChoice::path);
    }

    private static FileChooser recipeChooser(String titleKey) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.get(titleKey));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Texts.get("choose.recipes.kind"), "*" + RecipeRoom.FILE_ENDING, "*.json"));
        return chooser;
    }

    Optional<Path> folder(String titleKey) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get(titleKey));
        return ask(() -> Optional.<File>ofNullable(chooser.showDialog(stage))).map(FileChoice::path);
    }

    private <T> Optional<T> ask(Supplier<Optional<T>> chooser) {
        try {
            return chooser.get();
        } catch (UnsupportedOperationException e) {
            unavailable.run();
            return Optional.empty();
        }
    }

    private static Path path(@Nullable File file) {
        return java.util.Objects.requireNonNull(file).toPath().toAbsolutePath().normalize();
    }
}
