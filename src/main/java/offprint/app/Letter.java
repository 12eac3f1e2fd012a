package offprint.app;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a second start tells the window that is open already: files to load. Its form, which other versions read too:
/// ASCII lines `offprint 1`, `open`, then a `file:` URI for each file, which keeps names that are no valid text. A line
/// that is none of these is passed over, so that later versions may say more.
///
/// @param files absolute paths
record Letter(List<Path> files) {

    /// A longer one is not read. Far above what a command line can hold.
    static final int MAX_BYTES = 8 << 20;

    private static final String HEAD = "offprint 1";
    private static final String VERB = "open";

    Letter {
        files = List.copyOf(files);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((HEAD + "\n" + VERB + "\n").getBytes(StandardCharsets.US_ASCII));
        for (var file : files) {
            bytes.writeBytes((file.toUri().toASCIIString() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /// @return empty when it is none, whatever else the bytes are
    static Optional<Letter> read(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.US_ASCII).split("\n", -1);
        if (lines.length < 2 || !lines[0].equals(HEAD) || !lines[1].equals(VERB)) {
            return Optional.empty();
        }
        var files = new ArrayList<Path>();
        int passedOver = 0;
        for (int i = 2; i < lines.length; i++) {
            var file = file(lines[i]);
            file.ifPresent(files::add);
            passedOver += file.isEmpty() && !lines[i].isEmpty() ? 1 : 0;
        }
        if (passedOver > 0) {
            OnlyCopy.log().log(
                    System.Logger.Level.WARNING, "a second start said {0} lines that mean nothing here", passedOver);
        }
        return Optional.of(new Letter(files));
    }

    private static Optional<Path> file(String line) {
        if (!line.startsWith("file:")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(URI.create(line)).normalize()).filter(Path::isAbsolute);
        } catch (IllegalArgumentException | FileSystemNotFoundException noFile) {
            return Optional.empty();
        }
    }
}
