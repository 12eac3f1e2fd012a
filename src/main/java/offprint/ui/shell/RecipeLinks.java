package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import offprint.ui.WindowServices;
import offprint.ui.recipe.RecipeRoom;

/// What the room of recipes finds around it: the window's middle, its notice, the system's choosers.
record RecipeLinks(Middle middle, NoticeBar notice, FileChoice files, WindowServices services)
        implements RecipeRoom.Surroundings {

    @Override
    public void show(Node screen) {
        middle.show(screen);
    }

    @Override
    public boolean shows(Node screen) {
        return middle.shows(screen);
    }

    @Override
    public void showPhotos() {
        middle.showPhotos();
    }

    @Override
    public void tell(String text, Optional<String> offerKey, Runnable offer) {
        notice.show(
                text,
                offerKey.stream().map(key -> new NoticeBar.Offer(key, offer)).toList());
    }

    @Override
    public Optional<Path> saveTo(String fileName) {
        return files.saveRecipe(fileName);
    }

    @Override
    public List<Path> chooseFiles() {
        return files.recipes();
    }

    @Override
    public void reveal(Path file) {
        services.background().run(() -> services.reveal().accept(file));
    }
}
