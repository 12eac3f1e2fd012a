import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What every part of the build does with files and programs.
final class Steps {

    private Steps() {}

    /// Runs a program to its end; what it prints is shown only when it fails.
    ///
    /// @return what it printed
    /// @throws IOException when it fails, with its output
    static String run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + "\nended with " + code + ":\n" + said);
        }
        return said;
    }

    static String run(Path folder, String... command) throws IOException, InterruptedException {
        return run(folder, Map.of(), Arrays.asList(command));
    }

    static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Copies a file or a folder with all below it, symbolic links as such.
    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.sorted().toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(
                            file,
                            target,
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    /// Writes a text with the names in it replaced: `@version@` by the value of `version`.
    static void fill(Path template, Path to, Map<String, String> values) throws IOException {
        var text = Files.readString(template);
        for (var value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        var left = java.util.regex.Pattern.compile("@[a-z][A-Za-z]*@").matcher(text);
        if (left.find()) {
            throw new IOException(template + ": nothing is known for " + left.group());
        }
        write(to, text);
    }

    static void write(Path to, String text) throws IOException {
        Files.createDirectories(to.getParent());
        Files.writeString(to, text);
    }

    static void executable(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /// Gives everything in a folder one time, and the rights that an installed file has: writable for its owner only,
    /// executable where it was.
    static void settle(Path folder, Instant timestamp) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        var time = FileTime.from(timestamp);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (posix && attributes.isRegularFile()) {
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString(Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--"));
                }
                timed(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (posix) {
                    Files.setPosixFilePermissions(visited, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
                timed(visited);
                return FileVisitResult.CONTINUE;
            }

            private void timed(Path path) throws IOException {
                Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setTimes(time, time, null);
            }
        });
    }

    static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            long sum = 0;
            for (var file : files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    static Stream<Path> sorted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    static Map<String, String> with(Map<String, String> some, String name, String value) {
        var all = new HashMap<>(some);
        all.put(name, value);
        return all;
    }

    static void say(String text) {
        System.out.println("[installer] " + text);
    }
}
