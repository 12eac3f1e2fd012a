package offprint.ui.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import offprint.library.Photo;
import offprint.recipe.Encoding;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeChange;
import offprint.recipe.RecipeDraft;
import offprint.recipe.RecipeEntry;
import offprint.recipe.RecipeLookup;
import offprint.recipe.RecipeResult;
import offprint.ui.EngineFacts;
import offprint.ui.FxThread;
import offprint.ui.ProblemText;
import offprint.ui.Texts;

/// Everything that is done with recipes in the window: the list is read, one is edited, made, taken in, given away,
/// deleted and brought back. What touches the disk goes by the saver; its news come back to the FX thread, on which all
/// this belongs.
public final class RecipeRoom implements EditorActions {

    /// How a recipe's file for others ends.
    public static final String FILE_ENDING = ".offprint-recipe";

    /// What is around the room: the window.
    public interface Surroundings {

        /// Shows a screen in place of the photos.
        void show(Node screen);

        boolean shows(Node screen);

        void showPhotos();

        /// Tells something, and offers one thing to do about it if there is a key for it.
        void tell(String text, Optional<String> offerKey, Runnable offer);

        /// Asks where to write a file of that name.
        Optional<Path> saveTo(String fileName);

        /// Asks for recipe files.
        List<Path> chooseFiles();

        void reveal(Path file);
    }

    private final RecipePort port;
    private final RecipeSaver saver;
    private final FxThread fx;
    private final RecipeSidebar sidebar;
    private final ObservableValue<EngineFacts> engine;
    private final Surroundings around;
    private List<RecipeEntry> entries = List.of();
    private Optional<RecipeEditor> editor = Optional.empty();
    private Optional<Photo> photo = Optional.empty();
    private boolean loading;

    /// The recipe that was saved last, until the user chooses another.
    private Optional<String> wanted = Optional.empty();

    /// What was handed to be saved last, until the list has it: who leaves the editor and exports at once means this.
    private Optional<Recipe> onItsWay = Optional.empty();

    /// @param engine what the engines here can write
    public RecipeRoom(
            RecipePort port,
            RecipeSaver saver,
            FxThread fx,
            RecipeSidebar sidebar,
            ObservableValue<EngineFacts> engine,
            Surroundings around) {
        this.port = port;
        this.saver = saver;
        this.fx = fx;
        this.sidebar = sidebar;
        this.engine = engine;
        this.around = around;
    }

    /// The recipe that an export is meant to use: the one that is being edited, as it was right last, or the chosen
    /// one, with what was changed in it last even where the disk has not got it yet.
    public Optional<Recipe> current() {
        return isEditing() ? editor.flatMap(open -> open.editing().saved()) : onItsWay.or(sidebar::recipe);
    }

    /// Reads the recipes and chooses one; without a name the chosen one stays.
    public void load(Optional<String> chosen) {
        saver.run(() -> {
            var all = port.all();
            fx.post(() -> {
                entries = all;
                onItsWay = onItsWay.filter(
                        recipe -> all.stream().noneMatch(entry -> entry.recipe().equals(Optional.of(recipe))));
                loading = true;
                sidebar.setRecipes(all, chosen.or(() -> sidebar.entry().map(RecipeEntry::name)));
                loading = false;
            });
        });
    }

    /// The photo whose file names are shown as an example.
    public void showPhoto(Optional<Photo> shown) {
        photo = shown;
        editor.ifPresent(open -> open.showPhoto(shown));
    }

    /// Another recipe was chosen in the list: the editor, where it is open, goes on with that one.
    public void chosen() {
        if (loading) {
            return;
        }
        wanted = Optional.empty();
        onItsWay = Optional.empty();
        if (isEditing()) {
            sidebar.entry()
                    .filter(entry -> editor.filter(
                                    open -> entry.name().equals(open.editing().savedAs()))
                            .isEmpty())
                    .ifPresent(this::edit);
        }
    }

    private boolean isEditing() {
        return editor.filter(around::shows).isPresent();
    }

    public void edit(RecipeEntry entry) {
        loading = true;
        sidebar.choose(entry.name());
        loading = false;
        var recipe = entry.recipe();
        if (recipe.isPresent()) {
            open(
                    recipe.get(),
                    switch (entry.origin()) {
                        case BUILT_IN -> RecipeEditing.Subject.BUILT_IN;
                        case USER -> RecipeEditing.Subject.OWN;
                    });
            editor.ifPresent(RecipeEditor::takeFocus);
        } else {
            var screen = new BrokenRecipe(entry, () -> entry.file().ifPresent(around::reveal), around::showPhotos);
            around.show(screen);
            screen.takeFocus();
        }
    }

    /// Edits the recipe that is chosen.
    public void editChosen() {
        sidebar.entry().ifPresent(this::edit);
    }

    private void open(Recipe recipe, RecipeEditing.Subject subject) {
        boolean isOwn = subject == RecipeEditing.Subject.OWN;
        var others = names().stream()
                .filter(name -> !isOwn || !name.equals(recipe.name()))
                .toList();
        var editing = new RecipeEditing(RecipeDraft.of(recipe), subject, others, RecipeEditor::copyName, this::save);
        var opened = new RecipeEditor(editing, engine.getValue().writableFormats(), this);
        opened.showPhoto(photo);
        editor = Optional.of(opened);
        around.show(opened);
    }

    private List<String> names() {
        return entries.stream().map(RecipeEntry::name).toList();
    }

    private void save(RecipeEditing.Saving saving) {
        wanted = Optional.of(saving.recipe().name());
        onItsWay = Optional.of(saving.recipe());
        saver.save(saving, change -> fx.post(() -> saved(change)));
    }

    private void saved(RecipeChange change) {
        switch (change) {
            case RecipeChange.Done ignored -> {
                editor.ifPresent(open -> open.showRefusal(""));
                load(wanted);
            }
            case RecipeChange.Refused refused -> {
                onItsWay = Optional.empty();
                editor.ifPresentOrElse(
                        open -> open.showRefusal(ProblemText.of(refused.fault())),
                        () -> around.tell(ProblemText.of(refused.fault()), Optional.empty(), () -> {}));
            }
        }
    }

    /// Keeps an encoding that was found by looking: in the recipe where it is the user's own, else in a copy of it.
    public void keep(Recipe recipe, int variant, Encoding encoding) {
        boolean isOwn = entries.stream()
                .anyMatch(entry -> entry.name().equals(recipe.name()) && entry.origin() == RecipeEntry.Origin.USER);
        var changed = recipe.withEncoding(variant, encoding);
        var kept =
                isOwn ? changed : changed.withName(RecipeDraft.freeName(RecipeEditor.copyName(recipe.name()), names()));
        save(new RecipeEditing.Saving(kept, kept.name()));
        if (isEditing()) {
            open(kept, RecipeEditing.Subject.OWN);
        }
        var name = recipe.variants().get(variant).name();
        around.tell(Texts.get("recipe.kept", name, kept.name()), Optional.of("recipes.edit"), this::editChosen);
    }

    /// A new recipe of one variant, to be edited.
    public void newRecipe() {
        var name = RecipeDraft.freeName(Texts.get("recipe.new"), names());
        make(RecipeDraft.fresh(name, Texts.get("recipe.variant.first")));
    }

    private void make(RecipeDraft draft) {
        if (draft.check() instanceof RecipeResult.Valid valid) {
            open(valid.recipe(), RecipeEditing.Subject.OWN);
            save(new RecipeEditing.Saving(valid.recipe(), draft.name()));
            editor.ifPresent(RecipeEditor::focusName);
        }
    }

    @Override
    public void close() {
        var unsaved = editor.filter(open -> !open.editing().problems().isEmpty());
        around.showPhotos();
        sidebar.takeFocus();
        unsaved.ifPresent(open -> around.tell(
                Texts.get("recipe.closed.wrong", open.editing().savedAs()), Optional.of("recipe.closed.back"), () -> {
                    editor = Optional.of(open);
                    around.show(open);
                }));
        editor = Optional.empty();
    }

    @Override
    public void duplicate() {
        editor.flatMap(open -> open.editing().saved()).ifPresent(recipe -> {
            var taken = new ArrayList<>(names());
            taken.add(recipe.name());
            make(RecipeDraft.of(recipe.withName(RecipeDraft.freeName(RecipeEditor.copyName(recipe.name()), taken))));
        });
    }

    @Override
    public void share() {
        editor.flatMap(open -> open.editing().saved())
                .ifPresent(recipe -> around.saveTo(recipe.name() + FILE_ENDING)
                        .ifPresent(file -> saver.run(() -> {
                            var change = port.export(recipe, file);
                            fx.post(() -> shared(recipe, file, change));
                        })));
    }

    private void shared(Recipe recipe, Path file, RecipeChange change) {
        switch (change) {
            case RecipeChange.Done ignored ->
                around.tell(
                        Texts.get("recipe.shared", recipe.name(), Texts.fileName(file)),
                        Optional.of("row.reveal"),
                        () -> around.reveal(file));
            case RecipeChange.Refused refused ->
                around.tell(ProblemText.of(refused.fault()), Optional.empty(), () -> {});
        }
    }

    @Override
    public void delete() {
        editor.filter(open -> open.editing().subject() == RecipeEditing.Subject.OWN)
                .flatMap(open -> open.editing().saved())
                .ifPresent(recipe -> {
                    editor = Optional.empty();
                    wanted = Optional.empty();
                    onItsWay = Optional.empty();
                    around.showPhotos();
                    saver.run(() -> {
                        var change = port.delete(recipe.name());
                        fx.post(() -> deleted(recipe, change));
                    });
                });
    }

    private void deleted(Recipe recipe, RecipeChange change) {
        switch (change) {
            case RecipeChange.Done ignored ->
                around.tell(
                        Texts.get("recipe.deleted", recipe.name()),
                        Optional.of("recipe.undelete"),
                        () -> save(new RecipeEditing.Saving(recipe, recipe.name())));
            case RecipeChange.Refused refused ->
                around.tell(ProblemText.of(refused.fault()), Optional.empty(), () -> {});
        }
        load(Optional.empty());
    }

    /// Asks for recipe files and takes them in.
    public void chooseAndTake() {
        take(around.chooseFiles());
    }

    /// Takes the recipe files among dropped ones in.
    ///
    /// @return the others
    public List<Path> takeAmong(List<Path> dropped) {
        var byKind = dropped.stream()
                .collect(Collectors.partitioningBy(file -> file.toString().endsWith(FILE_ENDING)));
        take(byKind.getOrDefault(true, List.of()));
        return byKind.getOrDefault(false, List.of());
    }

    /// Takes recipe files in; the last one is chosen.
    private void take(List<Path> files) {
        if (!files.isEmpty()) {
            saver.run(() -> {
                var taken = files.stream().map(port::take).toList();
                fx.post(() -> taken(taken));
            });
        }
    }

    private void taken(List<RecipeLookup> lookups) {
        for (var lookup : lookups) {
            switch (lookup) {
                case RecipeLookup.Found found -> {
                    load(Optional.of(found.recipe().name()));
                    around.tell(
                            Texts.get("recipe.taken", found.recipe().name()),
                            Optional.of("recipes.edit"),
                            this::editChosen);
                }
                case RecipeLookup.Broken broken ->
                    around.tell(
                            Texts.get(
                                    "recipe.notTaken",
                                    broken.wanted(),
                                    ProblemText.whole(broken.problems().getFirst())),
                            Optional.empty(),
                            () -> {});
                case RecipeLookup.NotFound missing -> around.tell(missing.message(), Optional.empty(), () -> {});
            }
        }
    }

    Optional<RecipeEditor> editor() {
        return editor;
    }
}
