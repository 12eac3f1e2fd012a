package offprint.export;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import offprint.engine.RenderListener;
import offprint.engine.VariantResult;
import offprint.export.PhotoProgress.Stage;

/// Brings what an engine says of its progress to the photo's row: each stage at once, fractions as often as an eye
/// needs.
/// On the worker's thread, and for different variants on several at once.
final class RenderProgress implements RenderListener {

    /// Between two fractions of one row.
    private static final long STEP_NANOS = 40_000_000;

    private final ExportRows rows;
    private final RowEndings endings;
    private final Row row;
    private final List<Integer> outputs;
    private final Clock clock;
    private final AtomicLong lastNanos;

    /// A monotonic clock, in nanoseconds.
    interface Clock extends LongSupplier {}

    /// @param outputs index in the plan of each variant of the request
    RenderProgress(ExportRows rows, RowEndings endings, Row row, List<Integer> outputs, Clock clock) {
        this.rows = rows;
        this.endings = endings;
        this.row = row;
        this.outputs = outputs;
        this.clock = clock;
        this.lastNanos = new AtomicLong(clock.getAsLong());
    }

    @Override
    public void decoding() {
        rows.update(row, changed -> {
            for (int output : outputs) {
                changed.stage(output, Stage.DECODING, 0);
            }
        });
    }

    @Override
    public void decodeProgress(double fraction) {
        if (isDue(fraction)) {
            rows.update(row, changed -> changed.decodedFraction = Math.clamp(fraction, 0, 1));
        }
    }

    @Override
    public void resizing(int variant) {
        rows.update(row, changed -> {
            changed.decodedFraction = 1;
            changed.stage(outputs.get(variant), Stage.RESIZING, 0);
        });
    }

    @Override
    public void encoding(int variant) {
        rows.update(row, changed -> {
            changed.decodedFraction = 1;
            changed.stage(outputs.get(variant), Stage.ENCODING, 0);
        });
    }

    @Override
    public void encodeProgress(int variant, double fraction) {
        if (isDue(fraction)) {
            rows.update(
                    row, changed -> changed.stage(outputs.get(variant), Stage.ENCODING, Math.clamp(fraction, 0, 1)));
        }
    }

    @Override
    public void finished(int variant, VariantResult result) {
        int output = outputs.get(variant);
        switch (result) {
            case VariantResult.Rendered rendered ->
                rows.update(row, changed -> changed.stage(output, Stage.WRITING, 1));
            case VariantResult.VariantFailed failed -> endings.variant(row, output, Failures.of(failed.failure()));
            case VariantResult.VariantCancelled cancelled -> endings.variantStoppedAlone(row, output);
        }
    }

    private boolean isDue(double fraction) {
        long now = clock.getAsLong();
        long last = lastNanos.get();
        boolean due = fraction >= 1 || now - last >= STEP_NANOS;
        return due && (lastNanos.compareAndSet(last, now) || fraction >= 1);
    }
}
