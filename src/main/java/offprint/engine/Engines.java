package offprint.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import offprint.image.ImageFormat;

/// The engines of this program in the order of preference, and the choice of the one that does a job.
public final class Engines implements AutoCloseable {

    private final List<ImageEngine> engines;

    /// @param engines one or more, the preferred first; owned and closed by this
    public Engines(List<ImageEngine> engines) {
        if (engines.isEmpty()) {
            throw new IllegalArgumentException("expected at least one engine but received none");
        }
        this.engines = List.copyOf(engines);
    }

    public List<ImageEngine> all() {
        return engines;
    }

    /// The first engine that reads the format, or the first of all when none says so (its probe will say why not).
    public ImageEngine forReading(ImageFormat format) {
        return forJob(format, List.of());
    }

    /// The engine that makes these outputs of such a source; when nobody reads it, the first (its probe will say why
    /// not).
    public ImageEngine forJob(ImageFormat source, Collection<ImageFormat> outputs) {
        var capabilities = engines.stream().map(ImageEngine::capabilities).toList();
        return engines.get(EngineChoice.of(capabilities, source, outputs).orElse(0));
    }

    /// Whether any engine writes the format.
    public boolean writes(ImageFormat format) {
        return engines.stream().anyMatch(engine -> engine.capabilities().writes(format));
    }

    @Override
    public void close() {
        for (var engine : new ArrayList<>(engines).reversed()) {
            engine.close();
        }
    }
}
