package offprint.engine;

/// Carries an expected failure from the depth of a codec to the engine's edge, where it becomes a value.
public final class EngineProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient EngineFailure failure;

    public EngineProblem(EngineFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public EngineProblem(EngineFailure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    public EngineFailure failure() {
        return failure;
    }
}
