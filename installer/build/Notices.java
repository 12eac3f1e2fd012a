import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The list of everything inside (CycloneDX), and the notices that its licences ask for.
final class Notices {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Notices() {}

    static String sbomName(Plan plan) {
        return "offprint-" + plan.version() + "-" + plan.platform() + ".cdx.json";
    }

    /// Completes the list that the build made of the jars by what comes from elsewhere: Java, libvips and its parts.
    ///
    /// @throws IOException when a work on the list is not named in `THIRD-PARTY.md`
    static void make(Plan plan) throws IOException {
        var made = plan.portable().resolveSibling("bom.json");
        if (!Files.exists(made)) {
            throw new IOException("there is no " + made + ": mvn -Pinstaller package makes it, but not with -o");
        }
        var sbom = (ObjectNode) JSON.readTree(made.toFile());
        var components = (ArrayNode) sbom.get("components");
        mustBeNamed(components, plan);
        components.add(java());
        addLibvips(components, plan.portable().resolve("native"));
        JSON.writeValue(plan.results().resolve(sbomName(plan)).toFile(), sbom);
    }

    private static void mustBeNamed(ArrayNode components, Plan plan) throws IOException {
        var notices = Files.readString(plan.sources().resolve("THIRD-PARTY.md"));
        var unnamed = new TreeSet<String>();
        for (var component : components) {
            var name = component.get("name").asString();
            if (!notices.contains("`" + name + "`") && !name.equals("javafx")) {
                unnamed.add(name);
            }
        }
        if (!unnamed.isEmpty()) {
            throw new IOException("installer/THIRD-PARTY.md does not name " + unnamed);
        }
    }

    private static ObjectNode java() throws IOException {
        var release = new Properties();
        try (var text = Files.newInputStream(Path.of(System.getProperty("java.home"), "release"))) {
            release.load(text);
        }
        var implementor = release.getProperty("IMPLEMENTOR", "OpenJDK").replace("\"", "");
        var version = release.getProperty("JAVA_RUNTIME_VERSION", System.getProperty("java.runtime.version"))
                .replace("\"", "");
        return component(
                "platform", "Java run time (" + implementor + ")", version, "GPL-2.0-with-classpath-exception");
    }

    private static void addLibvips(ArrayNode components, Path natives) throws IOException {
        var versions =
                (ObjectNode) JSON.readTree(natives.resolve("versions.json").toFile());
        var library = Steps.sorted(natives)
                .filter(path -> path.getFileName().toString().startsWith("libvips"))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no libvips in " + natives));
        var libvips = component("library", "libvips", versions.get("vips").asString(), "LGPL-3.0-or-later");
        libvips.putArray("hashes").addObject().put("alg", "SHA-256").put("content", MakeInstaller.sha256(library));
        var parts = libvips.putArray("components");
        for (var part : versions.properties()) {
            if (!part.getKey().equals("vips")) {
                parts.addObject()
                        .put("type", "library")
                        .put("bom-ref", "libvips/" + part.getKey())
                        .put("name", part.getKey())
                        .put("version", part.getValue().asString());
            }
        }
        components.add(libvips);
    }

    private static ObjectNode component(String type, String name, String version, String licence) {
        var component = JSON.createObjectNode()
                .put("type", type)
                .put("bom-ref", name)
                .put("name", name)
                .put("version", version);
        component.putArray("licenses").addObject().putObject("license").put("id", licence);
        return component;
    }

    /// What Debian keeps in `/usr/share/doc/offprint/copyright`.
    static String copyright(Plan plan) throws IOException {
        return "Offprint, copyright 2026 " + Plan.VENDOR + ".\n\n"
                + "Licensed under the Apache License, Version 2.0: /usr/share/common-licenses/Apache-2.0 or\n"
                + "/opt/offprint/lib/app/LICENSE. What it brings along:\n\n"
                + Files.readString(plan.sources().resolve("THIRD-PARTY.md"));
    }
}
