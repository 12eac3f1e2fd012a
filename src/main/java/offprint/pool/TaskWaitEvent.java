package offprint.pool;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// In a flight recording: a task from its submission to its start.
@Name("offprint.TaskWait")
@Label("Task Wait")
@Category({"Offprint", "Pool"})
@Description("A task in the queue, from submission to start")
@StackTrace(false)
final class TaskWaitEvent extends Event {

    @Label("Task")
    String label = "";

    @Label("Task Id")
    long taskId;

    @Label("Priority")
    String priority = "";

    /// On the worker that starts the task, outside the pool's lock.
    void commitStartOf(PooledTask<?> task, Priority startedAs) {
        end();
        if (shouldCommit()) {
            label = task.spec().label();
            taskId = task.id();
            priority = startedAs.name();
            commit();
        }
    }
}
