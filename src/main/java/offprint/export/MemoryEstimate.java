package offprint.export;

import java.util.function.Function;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.VariantRequest;
import offprint.image.SourceInfo;

/// How much memory a photo will take at most, in bytes, by the engine that will do it; 0 for what will not run.
record MemoryEstimate(Engines engines) implements Function<PlannedPhoto, Long> {

    @Override
    public Long apply(PlannedPhoto planned) {
        return switch (planned.photo().info()) {
            case EngineResult.Failed<SourceInfo> failed -> 0L;
            case EngineResult.Done<SourceInfo> done -> {
                var info = done.value();
                var outputs = planned.outputs();
                var requests = outputs.stream()
                        .map(output ->
                                new VariantRequest(output.variant(), output.size(), output.encoding(), output.target()))
                        .toList();
                var formats = outputs.stream()
                        .map(output -> output.encoding().format())
                        .toList();
                yield requests.isEmpty()
                        ? 0L
                        : engines.forJob(info.format(), formats).estimateBytes(info, requests);
            }
        };
    }
}
