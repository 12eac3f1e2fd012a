package offprint.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion script of fish: one `complete` line for each command and option.
final class FishCompletion {

    private final CommandSpec program;

    FishCompletion(CommandSpec program) {
        this.program = program;
    }

    String script() {
        var text = new StringBuilder("# fish completion of offprint; made by: offprint completion fish\n");
        for (var command : ShellWords.withAllBelow(program)) {
            append(text, command);
        }
        return text.toString();
    }

    private void append(StringBuilder text, CommandSpec command) {
        var when = quoted(condition(command));
        if (!ShellWords.takesPaths(command)) {
            text.append("complete -c offprint -n ").append(when).append(" -f\n");
        }
        for (var below : ShellWords.commands(command)) {
            text.append("complete -c offprint -n ")
                    .append(when)
                    .append(" -a ")
                    .append(below.name())
                    .append(" -d ")
                    .append(quoted(ShellWords.summary(below)))
                    .append('\n');
        }
        var words = ShellWords.positionalChoices(command);
        if (!words.isEmpty()) {
            text.append("complete -c offprint -n ")
                    .append(when)
                    .append(" -a ")
                    .append(quoted(String.join(" ", words)))
                    .append('\n');
        }
        ShellWords.options(command).forEach(option -> append(text, when, option));
    }

    private static void append(StringBuilder text, String when, OptionSpec option) {
        text.append("complete -c offprint -n ").append(when);
        for (var name : option.names()) {
            text.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
        }
        var choices = ShellWords.choices(option);
        if (!choices.isEmpty()) {
            text.append(" -x -a ").append(quoted(String.join(" ", choices)));
        } else if (ShellWords.takesValue(option)) {
            text.append(ShellWords.isPath(option) ? " -r -F" : " -x");
        }
        text.append(" -d ").append(quoted(ShellWords.summary(option))).append('\n');
    }

    /// True in fish while this command's own words are being written: its path is there, and none of the commands below
    /// it.
    private String condition(CommandSpec command) {
        var seen = ShellWords.path(command).stream()
                .map(word -> "__fish_seen_subcommand_from " + word)
                .collect(Collectors.joining("; and "));
        List<String> below =
                ShellWords.commands(command).stream().map(CommandSpec::name).toList();
        var unseen = below.isEmpty() ? "" : "not __fish_seen_subcommand_from " + String.join(" ", below);
        if (seen.isEmpty() || unseen.isEmpty()) {
            return seen + unseen;
        }
        return seen + "; and " + unseen;
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
