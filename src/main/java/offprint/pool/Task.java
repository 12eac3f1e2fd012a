package offprint.pool;

/// Work for a worker. What it throws fails it alone; [CancelledException] after a cancel makes it cancelled.
@FunctionalInterface
public interface Task<T> {

    T run(TaskContext context) throws Exception;
}
