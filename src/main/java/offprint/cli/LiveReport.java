package offprint.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import offprint.export.ExportOutcome.Failed;
import offprint.export.ExportPlan;

/// A few lines at the foot of the terminal that are drawn over in place; failures scroll away above them.
///
/// Each redraw is one write that never clears more than it fills, so that nothing flickers. Used by one thread.
final class LiveReport implements ExportReport {

    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String CLEAR_TO_LINE_END = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final Terminal terminal;
    private final ProgressScreen screen;
    private int drawn;

    LiveReport(Terminal terminal) {
        this.terminal = terminal;
        this.screen = new ProgressScreen(terminal.wideGlyphs(), terminal.colour());
    }

    @Override
    public void unreadable(Path input, String reason) {
        erase();
        ExportReport.printUnreadable(terminal, input, reason);
    }

    @Override
    public void planned(ExportPlan plan) {
        erase();
        terminal.line(PlanText.headline(plan));
    }

    @Override
    public void event(ExportEvent event) {
        if (event instanceof ExportEvent.VariantEnded ended && ended.outcome() instanceof Failed failure) {
            erase();
            ExportReport.printFailure(terminal, ended.photo(), Optional.of(ended.variant()), failure);
        }
    }

    @Override
    public void moment(ProgressScreen.Moment moment) {
        draw(screen.lines(moment, terminal.size().columns()));
    }

    @Override
    public void summary(Summary summary) {
        erase();
        terminal.line(summary.text());
    }

    private void draw(List<String> lines) {
        var text = new StringBuilder(HIDE_CURSOR).append(home());
        for (var line : lines) {
            text.append(line).append(CLEAR_TO_LINE_END).append('\n');
        }
        write(text.append(CLEAR_BELOW));
        drawn = lines.size();
    }

    private void erase() {
        if (drawn > 0) {
            write(new StringBuilder(home()).append(CLEAR_BELOW).append(SHOW_CURSOR));
            drawn = 0;
        }
    }

    private String home() {
        return drawn == 0 ? "\r" : "\r\u001b[" + drawn + "A";
    }

    private void write(StringBuilder text) {
        terminal.out().print(text);
        terminal.out().flush();
    }
}
