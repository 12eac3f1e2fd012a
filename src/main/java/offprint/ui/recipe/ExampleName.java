package offprint.ui.recipe;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import offprint.engine.EngineResult;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.recipe.NamingContext;
import offprint.recipe.Variant;

/// The file name that a variant gives a photo, or an imaginary one where there is none.
final class ExampleName {

    private static final Path IMAGINARY = Path.of("Pictures", "Dolomites", "DSC_0412.NEF");
    private static final SourceInfo IMAGINARY_INFO = new SourceInfo(
            ImageFormat.JPEG,
            new PixelSize(6000, 4000),
            Orientation.UPRIGHT,
            3,
            8,
            false,
            1,
            Optional.empty(),
            false,
            Optional.of(LocalDateTime.of(2026, 9, 14, 18, 7)),
            Optional.of("NIKON Z 8"));

    private ExampleName() {}

    /// The path below the destination.
    static String of(Variant variant, Optional<Photo> photo) {
        var readable = photo.flatMap(chosen -> switch (chosen.info()) {
            case EngineResult.Done<SourceInfo> done -> Optional.of(name(variant, chosen.file(), done.value()));
            case EngineResult.Failed<SourceInfo> ignored -> Optional.<String>empty();
        });
        return readable.orElseGet(() -> name(variant, IMAGINARY, IMAGINARY_INFO));
    }

    private static String name(Variant variant, Path file, SourceInfo info) {
        var size = variant.sizing().sizeFor(info.displaySize());
        return variant.file().renderWithExtension(NamingContext.of(file, info, variant, size, 1));
    }
}
