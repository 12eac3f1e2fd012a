package offprint.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import offprint.export.ExportOutcome;
import offprint.export.ExportOutcome.Cancelled;
import offprint.export.ExportOutcome.Failed;
import offprint.export.ExportOutcome.Skipped;
import offprint.export.ExportOutcome.Written;
import offprint.export.ExportPlan;

/// One JSON object a line on the output; failures stand on the error stream as well.
///
/// @param quiet the summary only
record JsonReport(Terminal terminal, PrintStream out, boolean quiet) implements ExportReport {

    JsonReport(Terminal terminal, boolean quiet) {
        this(terminal, terminal.jsonOut(), quiet);
    }

    private void print(Json json) {
        if (!quiet) {
            out.print(json.line() + "\n");
            out.flush();
        }
    }

    @Override
    public void unreadable(Path input, String reason) {
        ExportReport.printUnreadable(terminal, input, reason);
        print(Json.event("unreadable").with("path", input.toString()).with("reason", reason));
    }

    @Override
    public void planned(ExportPlan plan) {
        print(PlanText.json(plan));
    }

    @Override
    public void event(ExportEvent event) {
        var photo = event.photo().toString();
        switch (event) {
            case ExportEvent.Started started ->
                print(Json.event("started").with("photo", photo).with("worker", started.worker()));
            case ExportEvent.VariantEnded ended -> {
                if (ended.outcome() instanceof Failed failure) {
                    ExportReport.printFailure(terminal, ended.photo(), Optional.of(ended.variant()), failure);
                }
                print(outcome(
                        Json.event("variant").with("photo", photo).with("variant", ended.variant()), ended.outcome()));
            }
            case ExportEvent.PhotoEnded ended ->
                print(Json.event("photo")
                        .with("photo", photo)
                        .with("state", ended.state().name().toLowerCase(java.util.Locale.ROOT))
                        .with("written", ended.written())
                        .with("skipped", ended.skipped())
                        .with("bytes", ended.writtenBytes())
                        .with("millis", ended.elapsed().toMillis()));
        }
    }

    private static Json outcome(Json json, ExportOutcome outcome) {
        return switch (outcome) {
            case Written written ->
                json.with("outcome", "written")
                        .with("file", written.file().toString())
                        .with("width", written.size().widthPx())
                        .with("height", written.size().heightPx())
                        .with("bytes", written.bytes());
            case Skipped skipped ->
                json.with("outcome", "skipped")
                        .with("file", skipped.file().toString())
                        .with("reason", skipped.reason());
            case Failed failed -> PlanText.failure(json.with("outcome", "failed"), failed);
            case Cancelled cancelled ->
                json.with("outcome", "cancelled")
                        .with("stopMillis", cancelled.timeToStop().toNanos() / 1e6);
        };
    }

    @Override
    public void moment(ProgressScreen.Moment moment) {}

    @Override
    public void summary(Summary summary) {
        out.print(summary.json().line() + "\n");
        out.flush();
    }
}
