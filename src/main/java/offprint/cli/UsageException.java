package offprint.cli;

/// Says that the words of the command line make no sense; ends with [ExitCode#USAGE] before anything is done.
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
