import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `CHANGELOG.md`: every release with what changed in it, the newest first.
record Changelog(List<Release> releases) {

    private static final Pattern RELEASE = Pattern.compile("## (\\S+) \\((\\d{4}-\\d{2}-\\d{2})\\)");

    /// @param date as `2026-11-22`
    /// @param changes one line each
    record Release(String version, String date, List<String> changes) {}

    /// @throws IOException when the newest release is another than the one that is built
    static Changelog read(Path file, String version) throws IOException {
        var releases = new ArrayList<Release>();
        var changes = new ArrayList<String>();
        for (var line : Files.readAllLines(file)) {
            var heading = RELEASE.matcher(line);
            if (heading.matches()) {
                changes = new ArrayList<>();
                releases.add(new Release(heading.group(1), heading.group(2), changes));
            } else if (line.startsWith("- ")) {
                changes.add(line.substring(2).strip());
            } else if (line.startsWith("  ") && !changes.isEmpty()) {
                changes.add(changes.removeLast() + " " + line.strip());
            }
        }
        if (releases.isEmpty() || !releases.getFirst().version().equals(version)) {
            throw new IOException(file + " does not begin with the version of pom.xml, " + version);
        }
        return new Changelog(releases);
    }

    /// The `releases` of AppStream metadata.
    String appStream() {
        var text = new StringBuilder();
        for (var release : releases) {
            text.append("    <release version=\"%s\" date=\"%s\">\n      <description>\n        <ul>\n"
                    .formatted(release.version(), release.date()));
            release.changes()
                    .forEach(change -> text.append("          <li>")
                            .append(escaped(change))
                            .append("</li>\n"));
            text.append("        </ul>\n      </description>\n    </release>\n");
        }
        return text.toString().stripTrailing();
    }

    /// As Debian writes it.
    String debian(String maintainer) {
        var text = new StringBuilder();
        for (var release : releases) {
            text.append("offprint (%s) unstable; urgency=medium\n\n".formatted(release.version()));
            release.changes()
                    .forEach(change -> text.append("  * ").append(change).append('\n'));
            var date = java.time.LocalDate.parse(release.date()).atStartOfDay(java.time.ZoneOffset.UTC);
            text.append("\n -- %s  %s\n\n"
                    .formatted(maintainer, java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(date)));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("`", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
