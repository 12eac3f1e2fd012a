package offprint.pool;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// In a flight recording: a task on its worker.
@Name("offprint.TaskRun")
@Label("Task Run")
@Category({"Offprint", "Pool"})
@Description("A task on a worker, from start to end")
@StackTrace(false)
final class TaskRunEvent extends Event {

    @Label("Task")
    String label = "";

    @Label("Task Id")
    long taskId;

    @Label("Worker")
    int worker;

    @Label("Estimated Memory")
    @DataAmount
    long estimatedBytes;

    @Label("End State")
    String endState = "";

    /// On the worker that ran the task, outside the pool's lock.
    void commitEndOf(PooledTask<?> task, int workerNumber) {
        end();
        if (shouldCommit()) {
            label = task.spec().label();
            taskId = task.id();
            worker = workerNumber;
            estimatedBytes = task.spec().estimatedBytes();
            endState = task.state().name();
            commit();
        }
    }
}
