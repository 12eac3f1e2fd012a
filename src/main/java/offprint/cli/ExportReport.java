package offprint.cli;

import java.nio.file.Path;
import java.util.Optional;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;

/// Tells of an export as it goes: JSON lines, plain lines, a live display, or nearly nothing. Used by one thread.
interface ExportReport {

    /// An input that is no photo and could not be walked.
    void unreadable(Path input, String reason);

    void planned(ExportPlan plan);

    void event(ExportEvent event);

    /// A moment to draw; called about ten times a second.
    void moment(ProgressScreen.Moment moment);

    void summary(Summary summary);

    /// A failure as it stands on the error stream: code, file, what happened, what to do.
    static void printFailure(Terminal terminal, Path photo, Optional<String> variant, ExportOutcome.Failed failure) {
        terminal.errorLine(failure.code() + " " + Printable.escaped(photo.toString())
                + variant.map(name -> " (" + Printable.escaped(name) + ")").orElse("") + ": "
                + Printable.escaped(failure.message()) + " " + Printable.escaped(failure.remedy()));
    }

    static void printUnreadable(Terminal terminal, Path input, String reason) {
        terminal.errorLine("E-SOURCE-UNREADABLE " + Printable.escaped(input.toString()) + ": "
                + Printable.escaped(sentence(reason)) + " Check that it is still there and that you may read it.");
    }

    /// The reason with a full stop behind it.
    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }
}
