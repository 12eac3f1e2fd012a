package offprint.cli;

/// What the program tells its caller when it ends.
public enum ExitCode {
    /// All done.
    DONE(0),
    /// Something failed: a variant, a photo, an input that could not be read, an invalid recipe.
    FAILED(1),
    /// The words of the command line make no sense: nothing was done.
    USAGE(2),
    /// Cancelled by Ctrl-C: 128 + SIGINT, as shells count it.
    CANCELLED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
