package offprint.recipe;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;

/// The values that the tokens of a [NamingTemplate] stand for, for one output. They may hold anything at all: they come
/// from file names and from metadata, and are made safe when they are rendered.
///
/// @param name the photo's file name without its extension: `{name}`
/// @param variant the variant's name: `{variant}`
/// @param size of the written picture: `{width}`, `{height}`
/// @param format of the written file: `{format}`, and the extension
/// @param capturedAt the camera's clock: `{date}`, `{time}`
/// @param sequence place of the photo in its batch, from 1: `{seq}`
/// @param camera maker and model: `{camera}`
/// @param folder name of the folder that holds the photo: `{folder}`
public record NamingContext(
        String name,
        String variant,
        PixelSize size,
        ImageFormat format,
        Optional<LocalDateTime> capturedAt,
        int sequence,
        Optional<String> camera,
        String folder) {

    /// The values for one variant of a photo. Looks at the path's text only, never at the disk.
    ///
    /// @param source absolute path of the photo
    /// @param info what its header says
    /// @param variant the variant to write
    /// @param size exact size of the output
    /// @param sequence place of the photo in its batch, from 1
    public static NamingContext of(Path source, SourceInfo info, Variant variant, PixelSize size, int sequence) {
        return new NamingContext(
                stem(lastName(source)),
                variant.name(),
                size,
                variant.encoding().format(),
                info.capturedAt(),
                sequence,
                info.camera(),
                lastName(source.resolveSibling("")));
    }

    private static String lastName(Path path) {
        int names = path.getNameCount();
        return names == 0 ? "" : path.getName(names - 1).toString();
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
