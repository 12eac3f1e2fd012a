package offprint.engine;

/// A value, or the expected reason why there is none.
public sealed interface EngineResult<T> {

    record Done<T>(T value) implements EngineResult<T> {}

    record Failed<T>(EngineFailure failure) implements EngineResult<T> {}

    static <T> EngineResult<T> done(T value) {
        return new Done<>(value);
    }

    static <T> EngineResult<T> failed(EngineFailure failure) {
        return new Failed<>(failure);
    }
}
