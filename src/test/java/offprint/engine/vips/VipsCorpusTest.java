package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import offprint.cancel.CancellationToken;
import offprint.engine.Assistants;
import offprint.engine.CorpusSweep;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.image.ImageFormat;
import offprint.image.SourceInfo;
import org.junit.jupiter.api.Test;

class VipsCorpusTest extends CorpusSweep {

    @Override
    protected ImageEngine makeEngine() {
        return new VipsEngine(TestLibrary.required(), Assistants.NONE);
    }

    /// The header reading against libvips' own, which knows nothing of it.
    @Test
    void the_header_says_of_an_avif_what_libvips_decodes() throws Exception {
        var vips = TestLibrary.required().vips();
        var said = new TreeMap<String, Object>();
        var decoded = new TreeMap<String, Object>();
        for (var file : avifs()) {
            try (var call = vips.call("heifload").with("filename", file);
                    var image = call.image()) {
                decoded.put(file.getFileName().toString(), image.size() + " alpha " + image.hasAlpha());
            } catch (VipsException unreadable) {
                continue;
            }
            var probed = makeEngine().probe(file, CancellationToken.never());
            said.put(
                    file.getFileName().toString(),
                    probed instanceof EngineResult.Done<SourceInfo> done
                            ? done.value().displaySize() + " alpha "
                                    + done.value().hasAlpha()
                            : probed);
        }
        assertThat(decoded).hasSizeGreaterThan(5);
        assertThat(said).isEqualTo(decoded);
    }

    private static List<Path> avifs() throws Exception {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(CORPUS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try (var bytes = Files.newInputStream(file)) {
                    if (ImageFormat.sniff(bytes.readNBytes(ImageFormat.SNIFF_BYTES))
                            .filter(format -> format == ImageFormat.AVIF)
                            .isPresent()) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }
}
