package offprint.engine.embedded;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// What a flight recording tells of a slow batch: one event for each decode, resize and encode.
final class RenderEvents {

    private RenderEvents() {}

    @Name("offprint.Decode")
    @Label("Decode")
    @Category("Offprint")
    @StackTrace(false)
    static final class Decode extends Event {
        @Label("File bytes")
        @DataAmount
        long bytes;

        @Label("Pixels")
        long pixels;
    }

    @Name("offprint.Resize")
    @Label("Resize")
    @Category("Offprint")
    @StackTrace(false)
    static final class Resize extends Event {
        @Label("Result bytes")
        @DataAmount
        long bytes;

        @Label("Result pixels")
        long pixels;
    }

    @Name("offprint.Encode")
    @Label("Encode")
    @Category("Offprint")
    @StackTrace(false)
    static final class Encode extends Event {
        @Label("File bytes")
        @DataAmount
        long bytes;

        @Label("Pixels")
        long pixels;
    }
}
