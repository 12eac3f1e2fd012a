package offprint.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import offprint.recipe.RecipeFault.Kind;
import offprint.storage.AtomicText;

/// Every recipe there is: the built-in ones, and the user's own, one JSON file each in a folder. Reads the folder
/// afresh each time, so that a file edited elsewhere counts at once; a broken file is listed with its problems and
/// hides nothing.
///
/// Touches the disk: never on the FX thread. Any other thread may call it; one writer at a time.
public final class RecipeStore {

    private static final String EXTENSION = ".json";
    private static final int MAX_FILE_NAME_BYTES = 120;

    private final Path userFolder;

    /// @param userFolder the user's `recipes` folder; need not exist
    public RecipeStore(Path userFolder) {
        this.userFolder = userFolder;
    }

    /// The built-in recipes that no user's recipe of the same name hides, in their order, then the user's by name.
    public synchronized List<RecipeEntry> all() {
        var users = userEntries();
        var all = new ArrayList<RecipeEntry>();
        for (var entry : BuiltInRecipes.all()) {
            if (users.stream().noneMatch(user -> user.recipe().isPresent() && sameName(user.name(), entry.name()))) {
                all.add(entry);
            }
        }
        all.addAll(users);
        return List.copyOf(all);
    }

    /// The recipe of that name (case does not count), or else in the file of that path.
    public RecipeLookup find(String nameOrPath) {
        var all = all();
        var named =
                all.stream().filter(entry -> sameName(entry.name(), nameOrPath)).toList();
        for (var entry : named) {
            if (entry.result() instanceof RecipeResult.Valid valid) {
                return new RecipeLookup.Found(valid.recipe(), entry.origin());
            }
        }
        var file = existingFile(nameOrPath);
        if (file.isPresent()) {
            return lookup(nameOrPath, readFile(file.get()));
        }
        if (!named.isEmpty()) {
            return lookup(nameOrPath, named.getFirst().result());
        }
        var known = all.stream()
                .filter(entry -> entry.recipe().isPresent())
                .map(RecipeEntry::name)
                .toList();
        return new RecipeLookup.NotFound(nameOrPath, Shown.nearest(nameOrPath, known), known);
    }

    /// Keeps a recipe among the user's, in place of the user's recipe of the same name if there is one.
    public RecipeChange save(Recipe recipe) {
        return save(recipe, recipe.name());
    }

    /// Keeps a recipe among the user's, in place of the user's recipe of another name if there is one: renames it.
    ///
    /// @param inPlaceOf name of the recipe that it replaces
    public synchronized RecipeChange save(Recipe recipe, String inPlaceOf) {
        var file = userFile(inPlaceOf).or(() -> userFile(recipe.name())).orElseGet(() -> freeFile(recipe.name()));
        return write(recipe, file);
    }

    /// Writes a recipe to any file, to be given to others.
    public RecipeChange export(Recipe recipe, Path file) {
        return write(recipe, file);
    }

    /// Takes a recipe file in: keeps what it holds among the user's. A recipe that is there already stays as it is, and
    /// another one of the same name gets a numbered one.
    ///
    /// @return the recipe as it is kept, or why it is not
    public synchronized RecipeLookup take(Path file) {
        var wanted = String.valueOf(file.getFileName());
        return switch (readFile(file)) {
            case RecipeResult.Invalid invalid -> new RecipeLookup.Broken(wanted, invalid.problems());
            case RecipeResult.Valid valid -> take(wanted, valid.recipe());
        };
    }

    private RecipeLookup take(String wanted, Recipe recipe) {
        var all = all();
        for (var entry : all) {
            if (entry.recipe().equals(Optional.of(recipe))) {
                return new RecipeLookup.Found(recipe, entry.origin());
            }
        }
        var names = all.stream().map(RecipeEntry::name).toList();
        var kept = recipe.withName(RecipeDraft.freeName(recipe.name(), names));
        return switch (save(kept)) {
            case RecipeChange.Done done -> new RecipeLookup.Found(kept, RecipeEntry.Origin.USER);
            case RecipeChange.Refused refused ->
                new RecipeLookup.Broken(wanted, List.of(new RecipeProblem("", refused.fault())));
        };
    }

    private static RecipeChange write(Recipe recipe, Path file) {
        var json = RecipeJson.write(recipe);
        if (RecipeJson.read(json.getBytes(StandardCharsets.UTF_8)) instanceof RecipeResult.Invalid invalid) {
            return refused(Kind.NOT_KEPT, invalid.problems().getFirst());
        }
        try {
            AtomicText.write(file, json);
            return new RecipeChange.Done(file);
        } catch (IOException failure) {
            return refused(Kind.NOT_SAVED, AtomicText.reason(failure));
        }
    }

    /// Deletes the user's recipe of that name; a built-in one of the same name shows again.
    public synchronized RecipeChange delete(String name) {
        var file = userFile(name);
        if (file.isEmpty()) {
            return refused(Kind.NOT_YOURS, Shown.text(name));
        }
        try {
            Files.delete(file.get());
            return new RecipeChange.Done(file.get());
        } catch (NoSuchFileException gone) {
            return new RecipeChange.Done(file.get());
        } catch (IOException failure) {
            return refused(Kind.NOT_DELETED, AtomicText.reason(failure));
        }
    }

    private static RecipeLookup lookup(String wanted, RecipeResult result) {
        return switch (result) {
            case RecipeResult.Valid valid -> new RecipeLookup.Found(valid.recipe(), RecipeEntry.Origin.USER);
            case RecipeResult.Invalid invalid -> new RecipeLookup.Broken(wanted, invalid.problems());
        };
    }

    private static boolean sameName(String a, String b) {
        return RecipeNames.fold(a).equals(RecipeNames.fold(b));
    }

    /// The file of a user's recipe by its name, broken ones included: they are called as their file.
    private Optional<Path> userFile(String name) {
        return userEntries().stream()
                .filter(entry -> sameName(entry.name(), name))
                .flatMap(entry -> entry.file().stream())
                .findFirst();
    }

    private Path freeFile(String name) {
        var base = SafeFileName.segment(name, MAX_FILE_NAME_BYTES);
        var file = userFolder.resolve(base + EXTENSION);
        for (int i = 2; Files.exists(file); i++) {
            file = userFolder.resolve(base + " (" + i + ")" + EXTENSION);
        }
        return file;
    }

    private List<RecipeEntry> userEntries() {
        var entries = new ArrayList<RecipeEntry>();
        for (var file : userFiles()) {
            entries.add(distinct(userEntry(file), entries));
        }
        entries.sort(Comparator.comparing(entry -> RecipeNames.fold(entry.name())));
        return entries;
    }

    private static RecipeEntry userEntry(Path file) {
        var result = readFile(file);
        var name = switch (result) {
            case RecipeResult.Valid valid -> valid.recipe().name();
            case RecipeResult.Invalid invalid -> stem(file);
        };
        return new RecipeEntry(name, RecipeEntry.Origin.USER, Optional.of(file), result);
    }

    /// Of two files with a recipe of one name, the first by file name counts; the other is told to be renamed.
    private static RecipeEntry distinct(RecipeEntry entry, List<RecipeEntry> before) {
        for (var other : before) {
            if (entry.recipe().isPresent() && other.recipe().isPresent() && sameName(other.name(), entry.name())) {
                var holder = other.file().map(RecipeStore::stem).orElse("another") + EXTENSION;
                var problem =
                        new RecipeProblem("name", RecipeFault.of(Kind.NAME_TWICE, Shown.text(entry.name()), holder));
                var file = entry.file();
                return new RecipeEntry(
                        file.map(RecipeStore::stem).orElse(entry.name()),
                        entry.origin(),
                        file,
                        new RecipeResult.Invalid(List.of(problem)));
            }
        }
        return entry;
    }

    private List<Path> userFiles() {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(userFolder)) {
            for (var file : folder) {
                var name = file.getFileName().toString();
                if (name.toLowerCase(Locale.ROOT).endsWith(EXTENSION) && !name.startsWith(".")) {
                    files.add(file);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException nothingSavedYet) {
            return List.of();
        } catch (IOException | DirectoryIteratorException unreadable) {
            System.getLogger(RecipeStore.class.getName())
                    .log(System.Logger.Level.WARNING, "the folder of recipes could not be read", unreadable);
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    private static Optional<Path> existingFile(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::exists);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /// Reads at most one byte more than allowed, and nothing that is not an ordinary file: a pipe would never end.
    private static RecipeResult readFile(Path file) {
        if (!Files.isRegularFile(file)) {
            return unreadable(RecipeFault.of(Kind.NO_FILE));
        }
        try (var stream = Files.newInputStream(file)) {
            return RecipeJson.read(stream.readNBytes(RecipeJson.MAX_BYTES + 1));
        } catch (IOException failure) {
            return unreadable(RecipeFault.of(Kind.UNREADABLE, AtomicText.reason(failure)));
        }
    }

    private static RecipeResult unreadable(RecipeFault fault) {
        return new RecipeResult.Invalid(List.of(new RecipeProblem("", fault)));
    }

    private static RecipeChange refused(Kind kind, Object detail) {
        return new RecipeChange.Refused(RecipeFault.of(kind, detail));
    }

    private static String stem(Path file) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
