package offprint.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import offprint.bench.ExportFigures;
import offprint.bench.ExportFigures.Hundreds;
import offprint.bench.ExportFigures.Memory;
import offprint.bench.ExportSet;
import offprint.export.ExportOutcome.Failed;
import offprint.export.ExportPlan;

/// Hears of one export and knows in the end what it cost. Failures are told on the error stream as they happen.
///
/// Used by one thread; begin the export right after it was made, for its clock of CPU time runs from then on.
final class ExportMeter implements ExportReport {

    private static final int HUNDRED = 100;

    private final Terminal terminal;
    private final Duration cpuBefore;
    private int photos;
    private long firstHundredBytes;
    private long lastHundredBytes;
    private Optional<Summary> summary = Optional.empty();

    ExportMeter(Terminal terminal) {
        this(terminal, Summary.cpuNow());
    }

    ExportMeter(Terminal terminal, Duration cpuBefore) {
        this.terminal = terminal;
        this.cpuBefore = cpuBefore;
    }

    @Override
    public void unreadable(Path input, String reason) {
        ExportReport.printUnreadable(terminal, input, reason);
    }

    @Override
    public void planned(ExportPlan plan) {
        photos = plan.photos().size();
    }

    @Override
    public void event(ExportEvent event) {
        if (event instanceof ExportEvent.VariantEnded ended && ended.outcome() instanceof Failed failure) {
            ExportReport.printFailure(terminal, ended.photo(), Optional.of(ended.variant()), failure);
        }
    }

    @Override
    public void moment(ProgressScreen.Moment moment) {
        ProcessMemory.nowBytes().ifPresent(bytes -> sample(moment.ended(), bytes));
    }

    void sample(int ended, long bytes) {
        if (ended < HUNDRED) {
            firstHundredBytes = Math.max(firstHundredBytes, bytes);
        }
        if (ended >= photos - HUNDRED) {
            lastHundredBytes = Math.max(lastHundredBytes, bytes);
        }
    }

    @Override
    public void summary(Summary made) {
        summary = Optional.of(made);
    }

    /// What the export that has ended cost.
    ExportFigures.Measured figures(ExportSet set) {
        var ended = summary.orElseThrow();
        var hundreds = photos >= 2 * HUNDRED
                ? Optional.of(new Hundreds(firstHundredBytes, lastHundredBytes))
                : Optional.<Hundreds>empty();
        return new ExportFigures.Measured(
                set,
                ended.engine(),
                photos,
                ended.cpu().minus(cpuBefore).toNanos() / 1e6 / photos,
                ended.wall().toNanos() / 1e6 / photos,
                ended.counts().writtenBytes() / photos,
                ended.peakRssBytes().map(peak -> new Memory(peak, hundreds)));
    }
}
