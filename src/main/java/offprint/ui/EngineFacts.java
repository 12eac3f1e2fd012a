package offprint.ui;

import java.util.EnumSet;
import java.util.Set;
import offprint.image.ImageFormat;

/// What the window tells of the engine that works here.
///
/// @param text its name and version, for the user; empty while it is not known
/// @param writableFormats what the engines here can write
public record EngineFacts(String text, Set<ImageFormat> writableFormats) {

    /// Until the engine has been asked: whatever is written somewhere may be written here.
    public static final EngineFacts UNKNOWN = new EngineFacts("", EnumSet.allOf(ImageFormat.class));

    public EngineFacts {
        writableFormats = Set.copyOf(writableFormats);
    }
}
