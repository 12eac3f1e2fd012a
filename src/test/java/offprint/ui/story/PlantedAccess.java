package offprint.ui.story;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Every way to touch a file that the guard must see, each under a name of its own.
final class PlantedAccess {

    static final List<String> NAMES = List.of(
            "exists",
            "size",
            "list",
            "realPath",
            "directory",
            "write",
            "delete",
            "oldExists",
            "oldList",
            "oldOpen",
            "readOfAnOpenStream",
            "readOfAnOpenChannel",
            "process");

    private final Path folder;
    private final Path file;
    private final FileInputStream stream;
    private final FileChannel channel;

    /// Opens what is read later; not on the FX thread.
    PlantedAccess(Path folder) throws IOException {
        this.folder = folder;
        file = Files.writeString(folder.resolve("planted.txt"), "planted");
        stream = new FileInputStream(file.toFile());
        channel = FileChannel.open(file);
    }

    /// Whether a line of the watch is of these.
    static boolean isPlanted(String line) {
        return line.contains("by [" + PlantedAccess.class.getName() + ".");
    }

    static boolean isPlanted(String line, String name) {
        return line.contains("by [" + PlantedAccess.class.getName() + "." + name + ",");
    }

    /// On the FX thread.
    void all() throws IOException {
        var seen = new StringBuilder();
        seen.append(exists())
                .append(size())
                .append(list())
                .append(realPath())
                .append(directory())
                .append(write());
        seen.append(oldExists()).append(oldList()).append(oldOpen());
        seen.append(readOfAnOpenStream())
                .append(readOfAnOpenChannel())
                .append(process())
                .append(delete());
        System.out.println("PLANTED " + seen.length());
    }

    private boolean exists() {
        return Files.exists(file);
    }

    private long size() throws IOException {
        return Files.size(file);
    }

    private long list() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private Path realPath() throws IOException {
        return file.toRealPath();
    }

    private Path directory() throws IOException {
        return Files.createDirectories(folder.resolve("planted/deep"));
    }

    private Path write() throws IOException {
        return Files.writeString(folder.resolve("written.txt"), "written");
    }

    private boolean delete() throws IOException {
        return Files.deleteIfExists(folder.resolve("written.txt"));
    }

    private boolean oldExists() {
        return new File(file.toString()).exists();
    }

    private int oldList() {
        var names = new File(folder.toString()).list();
        return names == null ? 0 : names.length;
    }

    private int oldOpen() throws IOException {
        try (var opened = new FileInputStream(file.toString())) {
            return opened.available();
        }
    }

    private int readOfAnOpenStream() throws IOException {
        return stream.read();
    }

    private int readOfAnOpenChannel() throws IOException {
        return channel.read(java.nio.ByteBuffer.allocate(1));
    }

    private long process() throws IOException {
        return new ProcessBuilder("true").start().pid();
    }
}
