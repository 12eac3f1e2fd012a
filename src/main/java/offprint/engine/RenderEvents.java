package offprint.engine;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// What a flight recording tells of a slow batch: one event for each decode, resize and encode.
public final class RenderEvents {

    private RenderEvents() {}

    @Name("offprint.Decode")
    @Label("Decode")
    @Category("Offprint")
    @StackTrace(false)
    public static final class Decode extends Event {
        @Label("File bytes")
        @DataAmount
        public long bytes;

        @Label("Pixels")
        public long pixels;
    }

    @Name("offprint.Resize")
    @Label("Resize")
    @Category("Offprint")
    @StackTrace(false)
    public static final class Resize extends Event {
        @Label("Result bytes")
        @DataAmount
        public long bytes;

        @Label("Result pixels")
        public long pixels;
    }

    @Name("offprint.Encode")
    @Label("Encode")
    @Category("Offprint")
    @StackTrace(false)
    public static final class Encode extends Event {
        @Label("File bytes")
        @DataAmount
        public long bytes;

        @Label("Pixels")
        public long pixels;
    }
}
