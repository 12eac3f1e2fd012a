package offprint.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import offprint.image.ImageFormat;
import offprint.ui.BackgroundRunner;
import offprint.ui.FxThread;
import offprint.ui.Texts;
import offprint.ui.recipe.RecipeRoom;
import org.jspecify.annotations.Nullable;

/// The system's choosers. A system without any, such as a headless one, answers with nothing and says so once asked.
final class FileChoice {

    private final Stage stage;
    private final Runnable unavailable;
    private Optional<Path> lastFolder;

    /// Whether the last folder is still there; JavaFX refuses one that is not.
    private boolean isThere;

    /// @param unavailable told when the system has no chooser
    /// @param lastFolder where a chooser was left at the last start; begins there once [#lookForLastFolder] has found
    /// it
    FileChoice(Stage stage, Runnable unavailable, Optional<Path> lastFolder) {
        this.stage = stage;
        this.unavailable = unavailable;
        this.lastFolder = lastFolder;
    }

    /// Where a chooser was left.
    Optional<Path> lastFolder() {
        return lastFolder;
    }

    /// Has a worker look whether the folder of last time is still there.
    void lookForLastFolder(BackgroundRunner background, FxThread fx) {
        lastFolder.ifPresent(folder -> background.run(() -> {
            if (Files.isDirectory(folder)) {
                fx.post(() -> isThere |= lastFolder.equals(Optional.of(folder)));
            }
        }));
    }

    /// Where a chooser begins; empty: where the system likes.
    Optional<File> start() {
        return lastFolder.filter(ignored -> isThere).map(Path::toFile);
    }

    private List<Path> leftAt(List<Path> files) {
        files.stream().findFirst().map(Path::getParent).ifPresent(this::leftIn);
        return files;
    }

    private void leftIn(Path folder) {
        lastFolder = Optional.of(folder);
        isThere = true;
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
        return leftAt(askWhereLeft(
                        chooser::setInitialDirectory,
                        () -> Optional.<List<File>>ofNullable(chooser.showOpenMultipleDialog(stage)))
                .map(files -> files.stream().map(FileChoice::path).toList())
                .orElse(List.of()));
    }

    /// A folder of photos.
    Optional<Path> folder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get("choose.folder"));
        var chosen = askWhereLeft(
                        chooser::setInitialDirectory, () -> Optional.<File>ofNullable(chooser.showDialog(stage)))
                .map(FileChoice::path);
        leftAt(chosen.stream().toList());
        return chosen;
    }

    /// Where exports go.
    Optional<Path> destination() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get("choose.destination"));
        return ask(() -> Optional.<File>ofNullable(chooser.showDialog(stage))).map(FileChoice::path);
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

    /// Begins in the folder where a chooser was left, if it is still there.
    private <T> Optional<T> askWhereLeft(Consumer<@Nullable File> begin, Supplier<Optional<T>> chooser) {
        start().ifPresent(begin);
        try {
            return ask(chooser);
        } catch (IllegalArgumentException gone) {
            isThere = false;
            begin.accept(null);
            return ask(chooser);
        }
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
