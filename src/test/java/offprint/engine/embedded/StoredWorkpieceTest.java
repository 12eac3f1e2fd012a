package offprint.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineFailure;
import offprint.engine.Renders;
import offprint.engine.View;
import offprint.fixtures.Pictures;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The workpiece of an engine that has none of its own.
class StoredWorkpieceTest {

    private static final CancellationToken NEVER = CancellationToken.never();

    @TempDir
    Path folder = Path.of("");

    @Test
    void variants_stand_upright_and_weigh_what_an_export_writes() throws Exception {
        var source = Files.write(folder.resolve("turned.jpg"), Pictures.orientedJpeg(300, 200, Orientation.ROTATED_90));
        var engine = new EmbeddedEngine();
        var large = Renders.variant(folder, 100, 150, Renders.JPEG);
        var small = Renders.variant(folder, 50, 75, Renders.JPEG);
        Renders.renderAll(engine, source, MetadataPolicy.STRIP, large, small);
        var request = Renders.request(engine, source, MetadataPolicy.STRIP, large, small);
        var workpiece = Renders.done(engine.prepare(request, NEVER));
        try (var before = Renders.done(workpiece.before(1, new View.Fitted(1_000), NEVER));
                var part = Renders.done(workpiece.before(0, new View.Region(90, 140, new PixelSize(50, 50)), NEVER))) {
            assertThat(before.size()).isEqualTo(new PixelSize(50, 75));
            assertThat(part.size()).isEqualTo(new PixelSize(10, 10));
            var file = folder.resolve("again");
            long bytes = Renders.done(workpiece.write(0, Renders.JPEG, file, NEVER));
            assertThat(bytes).isEqualTo(Files.size(file));
            assertThat((double) bytes)
                    .isBetween(0.98 * Files.size(large.partialFile()), 1.02 * Files.size(large.partialFile()));
        } finally {
            workpiece.close();
        }
        assertThat(Renders.failureOf(workpiece.before(1, new View.Fitted(10), NEVER)))
                .isInstanceOf(EngineFailure.UnreadableSource.class);
    }
}
