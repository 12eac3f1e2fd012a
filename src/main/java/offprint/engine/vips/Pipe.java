package offprint.engine.vips;

import offprint.cancel.CancelledException;

/// A picture on its way through operations: owns the last one and closes each that it leaves behind.
final class Pipe implements AutoCloseable {

    private VipsImage head;

    /// @param first taken over
    Pipe(VipsImage first) {
        this.head = first;
    }

    /// Makes one picture of another.
    @FunctionalInterface
    interface Step {
        VipsImage apply(VipsImage image) throws VipsException, CancelledException;
    }

    VipsImage head() {
        return head;
    }

    Pipe through(Step step) throws VipsException, CancelledException {
        var next = step.apply(head);
        head.close();
        head = next;
        return this;
    }

    /// Through an operation whose only argument is the picture.
    Pipe through(Vips vips, String operation) throws VipsException, CancelledException {
        return through(image -> {
            try (var call = vips.call(operation)) {
                return call.with("in", image).image();
            }
        });
    }

    @Override
    public void close() {
        head.close();
    }
}
