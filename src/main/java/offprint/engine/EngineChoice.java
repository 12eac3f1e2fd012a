package offprint.engine;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import offprint.image.ImageFormat;

/// Which engine does a job: a pure function of what each one can.
final class EngineChoice {

    private EngineChoice() {}

    /// The first that reads the source and writes every output; failing that, the first that reads the source, which
    /// then says of each output that it can't write why not; failing that, nobody.
    ///
    /// @param engines what each engine can, the preferred first
    /// @param outputs formats to write; empty for a job that only reads
    /// @return index into `engines`
    static OptionalInt of(List<Capabilities> engines, ImageFormat source, Collection<ImageFormat> outputs) {
        int firstReader = -1;
        for (int index = 0; index < engines.size(); index++) {
            var engine = engines.get(index);
            if (engine.reads(source) && engine.writable().containsAll(outputs)) {
                return OptionalInt.of(index);
            }
            if (engine.reads(source) && firstReader < 0) {
                firstReader = index;
            }
        }
        return firstReader < 0 ? OptionalInt.empty() : OptionalInt.of(firstReader);
    }
}
