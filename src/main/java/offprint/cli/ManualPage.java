package offprint.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The manual page in section 1, in the `man` macros of roff.
final class ManualPage {

    private static final String FILES_AND_VARIABLES = """
            .SH FILES
            Where the environment names no other place (XDG_CONFIG_HOME and its sisters):
            .TP
            .I ~/.config/offprint/recipes/
            your own recipes; they stay when Offprint is removed
            .TP
            .I ~/.config/offprint/settings.json
            the settings of the window
            .TP
            .I ~/.local/state/offprint/
            the journal of exports that have not ended
            .SH ENVIRONMENT
            .TP
            .B OFFPRINT_HEAP
            Java's memory, such as 8g; without it half of the machine's
            .TP
            .B OFFPRINT_LIBVIPS
            the file of another libvips than the one that came with Offprint
            .SH EXIT STATUS
            0 when all is done, 1 when something failed, 2 for a wrong call, 130 when cancelled
            """;

    private final CommandSpec program;

    ManualPage(CommandSpec program) {
        this.program = program;
    }

    String roff() {
        var text = new StringBuilder();
        text.append(".TH OFFPRINT 1 \"\" ")
                .append(quoted(String.join(" ", program.version())))
                .append(" \"User Commands\"\n.SH NAME\noffprint \\- exports photos in batches\n");
        text.append(".SH SYNOPSIS\n").append(".B offprint\n[\\fIFILE\\fR...]\n");
        for (var command : ShellWords.withAllBelow(program)) {
            if (ShellWords.commands(command).isEmpty()) {
                text.append(".br\n.B offprint ")
                        .append(escaped(String.join(" ", ShellWords.path(command))))
                        .append('\n')
                        .append(escaped(positionals(command)))
                        .append('\n');
            }
        }
        text.append(".SH DESCRIPTION\n").append(paragraphs(program));
        options(text, program);
        text.append(".SH COMMANDS\n");
        var all = ShellWords.withAllBelow(program);
        for (var command : all.subList(1, all.size())) {
            text.append(".SS \"offprint ")
                    .append(escaped(String.join(" ", ShellWords.path(command))))
                    .append("\"\n")
                    .append(paragraphs(command));
            options(text, command);
        }
        return text.append(FILES_AND_VARIABLES).toString();
    }

    private static String positionals(CommandSpec command) {
        return Stream.concat(
                        ShellWords.options(command).isEmpty() ? Stream.empty() : Stream.of("[OPTIONS]"),
                        command.positionalParameters().stream()
                                .map(parameter -> parameter.paramLabel()
                                        + (parameter.arity().max() > 1 ? "..." : "")))
                .collect(Collectors.joining(" "));
    }

    private static String paragraphs(CommandSpec command) {
        return Stream.concat(
                        Arrays.stream(command.usageMessage().description()),
                        Arrays.stream(command.usageMessage().footer()))
                .map(line -> line.isBlank() ? ".PP" : escaped(line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void options(StringBuilder text, CommandSpec command) {
        for (var parameter : command.positionalParameters()) {
            text.append(".TP\n.I ").append(escaped(parameter.paramLabel())).append('\n');
            text.append(described(parameter));
        }
        for (var option : ShellWords.options(command)) {
            text.append(".TP\n").append(names(option)).append('\n').append(described(option));
        }
    }

    private static String names(OptionSpec option) {
        var names = Arrays.stream(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        return ShellWords.takesValue(option) ? names + " \\fI" + escaped(option.paramLabel()) + "\\fR" : names;
    }

    private static String described(ArgSpec argument) {
        var summary = ShellWords.summary(argument);
        return (summary.isEmpty() ? "\\&" : escaped(summary)) + "\n";
    }

    /// A hyphen is one, a backslash is one, and no line begins with a request by accident.
    private static String escaped(String text) {
        var plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }

    private static String quoted(String text) {
        return "\"" + escaped(text).replace("\"", "\\(dq") + "\"";
    }
}
