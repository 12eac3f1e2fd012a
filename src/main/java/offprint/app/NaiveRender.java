package offprint.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.VariantRequest;
import offprint.image.SourceInfo;
import offprint.recipe.Recipe;

/// One photo rendered on whatever thread runs it: what a program does that knows no workers. For comparison only.
record NaiveRender(ImageEngine engine, Path photo, Recipe recipe, Path folder) implements Runnable {

    @Override
    public void run() {
        try {
            if (!(engine.probe(photo, CancellationToken.never()) instanceof EngineResult.Done<SourceInfo> probed)) {
                throw new IllegalStateException("a photo of the benchmark can't be read: " + photo);
            }
            var info = probed.value();
            var variants = new ArrayList<VariantRequest>();
            for (var variant : recipe.variants()) {
                var name = Optional.ofNullable(photo.getFileName()).orElse(photo) + "-" + variant.name();
                variants.add(new VariantRequest(
                        variant.name(),
                        variant.sizing().sizeFor(info.displaySize()),
                        variant.encoding(),
                        folder.resolve(name)));
            }
            var request = new RenderRequest(photo, info, variants, recipe.metadata(), Limits.STANDARD);
            var cancellation = RenderCancellation.of(CancellationToken.never(), variants.size());
            if (engine.render(request, RenderListener.SILENT, cancellation) instanceof EngineResult.Failed<?> failed) {
                throw new IllegalStateException(
                        failed.failure().code() + ": " + failed.failure().message());
            }
        } catch (CancelledException e) {
            throw new IllegalStateException("cancelled, though nobody can", e);
        }
    }

    /// Deletes a folder with all below it.
    static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("a file of the benchmark can't be deleted", e);
                }
            });
        }
    }
}
