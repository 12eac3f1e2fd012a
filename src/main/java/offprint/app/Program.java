package offprint.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import offprint.cli.Workshop;
import offprint.library.ThumbnailCache;
import offprint.recipe.RecipeStore;
import offprint.settings.UserFolders;

/// This installation of the program: its version, its files, its user's folders. Builds nothing before it is asked to.
final class Program implements Workshop {

    @Override
    public String version() {
        var properties = new Properties();
        try (InputStream text = Program.class.getResourceAsStream("version.properties")) {
            if (text != null) {
                properties.load(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the version could not be read", e);
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public Composition open(SessionOptions options) {
        return new Composition(options, folders());
    }

    @Override
    public Composition openApart(SessionOptions options, Path state) {
        return new Composition(options, folders().withState(state));
    }

    @Override
    public RecipeStore recipes() {
        return new RecipeStore(folders().config().resolve("recipes"));
    }

    @Override
    public ThumbnailCache thumbnails() {
        return thumbnailsIn(folders());
    }

    static ThumbnailCache thumbnailsIn(UserFolders folders) {
        return new ThumbnailCache(folders.cache().resolve("thumbnails"), ThumbnailCache.STANDARD_CAPACITY_BYTES);
    }

    UserFolders folders() {
        return UserFolders.ofThisProcess();
    }

    /// `samples` below the folder that the launcher names; without a launcher, beside the program's own code.
    @Override
    public Optional<Path> samples() {
        return Optional.ofNullable(System.getProperty("offprint.assets"))
                .map(assets -> Path.of(assets).resolve("samples"))
                .filter(Files::isDirectory);
    }

    @Override
    public int runAgain(List<String> words) {
        return runAgain(words, argument -> true);
    }

    /// @param kept which of this process's own arguments for Java the other one gets
    int runAgain(List<String> words, Predicate<String> kept) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(kept)
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(words);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("the program could not be started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the program ran again", e);
        }
    }
}
