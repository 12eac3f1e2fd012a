package offprint.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import offprint.image.ImageFormat;

/// The engines of this program in the order of preference, and the choice of the one that does a job.
public final class Engines implements AutoCloseable {

    private final Supplier<List<ImageEngine>> finding;
    private volatile Optional<List<ImageEngine>> found = Optional.empty();

    /// @param engines one or more, the preferred first; owned and closed by this
    public Engines(List<ImageEngine> engines) {
        this(() -> engines);
        all();
    }

    /// Engines that are found, and their libraries loaded, by whoever first wants one of them: hundreds of
    /// milliseconds,
    /// for which the others wait.
    ///
    /// @param finding one or more, the preferred first; called once; what it gives is owned and closed by this
    public Engines(Supplier<List<ImageEngine>> finding) {
        this.finding = finding;
    }

    /// Any thread but that of the window: the first call takes its time.
    public List<ImageEngine> all() {
        return found.orElseGet(this::find);
    }

    private synchronized List<ImageEngine> find() {
        if (found.isEmpty()) {
            var engines = List.copyOf(finding.get());
            if (engines.isEmpty()) {
                throw new IllegalArgumentException("expected at least one engine but received none");
            }
            found = Optional.of(engines);
        }
        return found.orElseThrow();
    }

    /// The first engine that reads the format, or the first of all when none says so (its probe will say why not).
    public ImageEngine forReading(ImageFormat format) {
        return forJob(format, List.of());
    }

    /// The engine that makes these outputs of such a source; when nobody reads it, the first (its probe will say why
    /// not).
    public ImageEngine forJob(ImageFormat source, Collection<ImageFormat> outputs) {
        var engines = all();
        var capabilities = engines.stream().map(ImageEngine::capabilities).toList();
        return engines.get(EngineChoice.of(capabilities, source, outputs).orElse(0));
    }

    /// Whether any engine writes the format.
    public boolean writes(ImageFormat format) {
        return all().stream().anyMatch(engine -> engine.capabilities().writes(format));
    }

    /// Nothing is to be done for a while: engines that are there let go what they keep for the next photo.
    public void rest() {
        found.ifPresent(engines -> engines.forEach(ImageEngine::rest));
    }

    @Override
    public synchronized void close() {
        found.ifPresent(engines -> engines.reversed().forEach(ImageEngine::close));
    }
}
