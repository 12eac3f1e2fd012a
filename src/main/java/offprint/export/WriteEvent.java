package offprint.export;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One output checked, forced and moved to its place.
@Name("offprint.Write")
@Label("Write")
@Category("Offprint")
@Description("An output was checked, forced to the disk and moved to its place")
@StackTrace(false)
final class WriteEvent extends Event {

    @Label("Target")
    String target = "";

    @Label("Bytes")
    @DataAmount
    long bytes;
}
