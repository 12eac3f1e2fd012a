package offprint.pool;

/// A thread for what waits on the outside world all its life, such as a socket, and takes no part in the pool's work.
///
/// Any thread may start one. It is a daemon: it never keeps the program from ending.
public final class ServiceThread {

    private static final System.Logger LOG = System.getLogger("offprint.pool");

    private ServiceThread() {}

    /// Starts it and returns; what the service throws ends it, and stands in the log.
    public static void start(String name, Runnable service) {
        Thread.ofPlatform()
                .name(name)
                .daemon()
                .uncaughtExceptionHandler((thread, problem) ->
                        LOG.log(System.Logger.Level.ERROR, "the thread " + name + " has ended", problem))
                .start(service);
    }
}
