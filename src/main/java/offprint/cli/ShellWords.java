package offprint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What completion scripts and the manual page want to know of a command.
final class ShellWords {

    private static final int LONGEST_CHOICE = 24;

    private ShellWords() {}

    /// The commands below this one that people are told of, each once.
    static List<CommandSpec> commands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(below -> !below.usageMessage().hidden())
                .distinct()
                .toList();
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    /// One line: what it is.
    static String summary(CommandSpec command) {
        return oneLine(command.usageMessage().description());
    }

    static String summary(ArgSpec argument) {
        return oneLine(argument.description());
    }

    private static String oneLine(String[] lines) {
        return String.join(
                " ", Arrays.stream(lines).filter(line -> !line.isBlank()).toList());
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /// The words that a value can be, as its label names them (`rename|skip|overwrite`); empty: anything.
    static List<String> choices(ArgSpec argument) {
        var label = argument.paramLabel();
        if (!label.contains("|")) {
            return List.of();
        }
        return Stream.of(label.split("\\|", -1))
                .filter(word -> word.length() <= LONGEST_CHOICE && word.equals(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// Whether a value names a file or a folder.
    static boolean isPath(ArgSpec argument) {
        return Stream.concat(Stream.of(argument.type()), Arrays.stream(argument.auxiliaryTypes()))
                .anyMatch(type -> type == Path.class);
    }

    /// Whether a command takes files behind its options.
    static boolean takesPaths(CommandSpec command) {
        return command.positionalParameters().stream().anyMatch(ShellWords::isPath);
    }

    static List<String> positionalChoices(CommandSpec command) {
        return command.positionalParameters().stream()
                .flatMap(parameter -> choices(parameter).stream())
                .toList();
    }

    /// This command and every one below it, outermost first.
    static List<CommandSpec> withAllBelow(CommandSpec command) {
        var all = new ArrayList<CommandSpec>();
        all.add(command);
        commands(command).forEach(below -> all.addAll(withAllBelow(below)));
        return all;
    }

    /// The words that lead to a command, without the program's own name: `bench window`.
    static List<String> path(CommandSpec command) {
        var words = new ArrayList<String>();
        var at = Optional.of(command);
        while (at.isPresent() && at.get().parent() != null) {
            words.addFirst(at.get().name());
            at = Optional.of(at.get().parent());
        }
        return words;
    }
}
