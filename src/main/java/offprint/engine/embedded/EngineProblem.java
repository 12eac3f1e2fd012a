package offprint.engine.embedded;

import offprint.engine.EngineFailure;

/// Carries an expected failure from the depth of a codec to the engine's edge, where it becomes a value.
final class EngineProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient EngineFailure failure;

    EngineProblem(EngineFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    EngineProblem(EngineFailure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    EngineFailure failure() {
        return failure;
    }
}
