package offprint.export;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import offprint.engine.RenderListener;
import offprint.engine.VariantResult;
import offprint.export.PhotoProgress.Stage;

/// Brings what an engine says of its progress to the photo's row: each stage at once, fractions as often as an eye
/// needs. As an engine may encode several variants at once, so may this be called.
final class RenderProgress implements RenderListener {

    /// Between two fractions of one row.
    private static final long STEP_NANOS = 40_000_000;

    private final ExportRows rows;
    private final Row row;
    private final List<Integer> outputs;
    private final ObjIntConsumer<VariantResult> onFinished;
    private final Clock clock;

    /// When a fraction was last shown, of each variant of the request and, behind them, of the decode.
    private final AtomicLongArray lastNanos;

    /// A monotonic clock, in nanoseconds.
    interface Clock extends LongSupplier {}

    /// @param outputs index in the plan of each variant of the request
    /// @param onFinished hears the result of each variant, with its index in the request
    RenderProgress(
            ExportRows rows, Row row, List<Integer> outputs, ObjIntConsumer<VariantResult> onFinished, Clock clock) {
        this.rows = rows;
        this.row = row;
        this.outputs = List.copyOf(outputs);
        this.onFinished = onFinished;
        this.clock = clock;
        this.lastNanos = new AtomicLongArray(outputs.size() + 1);
        for (int i = 0; i < lastNanos.length(); i++) {
            lastNanos.set(i, clock.getAsLong());
        }
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
        if (isDue(outputs.size(), fraction)) {
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
        if (isDue(variant, fraction)) {
            rows.update(
                    row, changed -> changed.stage(outputs.get(variant), Stage.ENCODING, Math.clamp(fraction, 0, 1)));
        }
    }

    @Override
    public void finished(int variant, VariantResult result) {
        onFinished.accept(result, variant);
    }

    private boolean isDue(int of, double fraction) {
        long now = clock.getAsLong();
        if (fraction < 1 && now - lastNanos.get(of) < STEP_NANOS) {
            return false;
        }
        lastNanos.set(of, now);
        return true;
    }
}
