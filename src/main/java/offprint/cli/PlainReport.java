package offprint.cli;

import java.nio.file.Path;
import java.util.Optional;
import offprint.export.ExportOutcome.Failed;
import offprint.export.ExportPlan;

/// Plain lines, for a pipe or a terminal that can't be redrawn: one for each photo that has ended.
///
/// @param quiet failures only
record PlainReport(Terminal terminal, boolean quiet) implements ExportReport {

    @Override
    public void unreadable(Path input, String reason) {
        ExportReport.printUnreadable(terminal, input, reason);
    }

    @Override
    public void planned(ExportPlan plan) {
        if (!quiet) {
            terminal.line(PlanText.headline(plan));
        }
    }

    @Override
    public void event(ExportEvent event) {
        switch (event) {
            case ExportEvent.Started startedOne -> {}
            case ExportEvent.VariantEnded ended -> {
                if (ended.outcome() instanceof Failed failure) {
                    ExportReport.printFailure(terminal, ended.photo(), Optional.of(ended.variant()), failure);
                }
            }
            case ExportEvent.PhotoEnded ended -> {
                if (!quiet) {
                    terminal.line(line(ended));
                }
            }
        }
    }

    static String line(ExportEvent.PhotoEnded ended) {
        var what = switch (ended.state()) {
            case DONE -> "";
            case FAILED -> " failed,";
            case CANCELLED -> " cancelled,";
            case WAITING, WAITING_FOR_MEMORY, WORKING, CANCELLING ->
                throw new IllegalStateException("expected a final state but received " + ended.state());
        };
        return "[" + ended.number() + "/" + ended.of() + "] "
                + Printable.escaped(ended.photo().toString()) + ":" + what + " "
                + Printable.count(ended.written(), "file") + " written, "
                + (ended.skipped() > 0 ? ended.skipped() + " skipped, " : "") + Printable.bytes(ended.writtenBytes())
                + ", "
                + Printable.span(ended.elapsed());
    }

    @Override
    public void moment(ProgressScreen.Moment moment) {}

    @Override
    public void summary(Summary summary) {
        if (!quiet) {
            terminal.line(summary.text());
        }
    }
}
