package offprint.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion script of zsh: one function a command, each built on zsh's own `_arguments`.
final class ZshCompletion {

    private final CommandSpec program;

    ZshCompletion(CommandSpec program) {
        this.program = program;
    }

    String script() {
        var text = new StringBuilder("#compdef offprint\n# made by: offprint completion zsh\n");
        for (var command : ShellWords.withAllBelow(program)) {
            append(text, command);
        }
        return text.append("\n_offprint \"$@\"\n").toString();
    }

    private static String function(CommandSpec command) {
        var path = ShellWords.path(command);
        return path.isEmpty() ? "_offprint" : "_offprint_" + String.join("_", path);
    }

    private static void append(StringBuilder text, CommandSpec command) {
        text.append('\n').append(function(command)).append("() {\n");
        var below = ShellWords.commands(command);
        if (!below.isEmpty()) {
            text.append("  local context state state_descr line\n  typeset -A opt_args\n");
        }
        text.append("  _arguments -s -S");
        ShellWords.options(command).forEach(option -> append(text, option));
        if (!below.isEmpty()) {
            text.append(" \\\n    '1: :->command' \\\n    '*:: :->rest'\n");
            appendCommands(text, command);
        } else if (!ShellWords.positionalChoices(command).isEmpty()) {
            text.append(" \\\n    '*: :(")
                    .append(String.join(" ", ShellWords.positionalChoices(command)))
                    .append(")'\n");
        } else {
            text.append(" \\\n    '*: :")
                    .append(ShellWords.takesPaths(command) ? "_files" : "")
                    .append("'\n");
        }
        text.append("}\n");
    }

    private static void appendCommands(StringBuilder text, CommandSpec command) {
        text.append("  case $state in\n    command)\n      local -a commands=(\n");
        for (var below : ShellWords.commands(command)) {
            text.append("        ")
                    .append(quoted(below.name() + ":" + ShellWords.summary(below)))
                    .append('\n');
        }
        text.append("      )\n      _describe command commands\n");
        if (ShellWords.takesPaths(command)) {
            text.append("      _files\n");
        }
        text.append("      ;;\n    rest)\n      case $words[1] in\n");
        for (var below : ShellWords.commands(command)) {
            text.append("        ")
                    .append(below.name())
                    .append(") ")
                    .append(function(below))
                    .append(" ;;\n");
        }
        text.append("        *) ")
                .append(ShellWords.takesPaths(command) ? "_files" : ":")
                .append(" ;;\n      esac\n      ;;\n  esac\n");
    }

    private static void append(StringBuilder text, OptionSpec option) {
        var names = List.of(option.names());
        var others = names.size() > 1 ? "(" + String.join(" ", names) + ")" : "";
        var value = value(option);
        for (var name : names) {
            text.append(" \\\n    ")
                    .append(quoted(others + name + (value.isEmpty() || !name.startsWith("--") ? "" : "=") + "["
                            + escaped(ShellWords.summary(option)) + "]" + value));
        }
    }

    private static String value(OptionSpec option) {
        var choices = ShellWords.choices(option);
        if (!choices.isEmpty()) {
            return ": :(" + String.join(" ", choices) + ")";
        }
        if (!ShellWords.takesValue(option)) {
            return "";
        }
        return ShellWords.isPath(option) ? ": :_files" : ":" + escaped(option.paramLabel()) + ":";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
