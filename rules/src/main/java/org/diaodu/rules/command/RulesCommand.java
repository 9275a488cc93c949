package org.diaodu.rules.command;

import org.diaodu.rules.files.CommandLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code diaodu rules}: one class of this package for each subcommand. Results go to standard output, the rest to standard
 * error. Exit status 0 done, 1 ran and the answer is no, 2 could not run.
 */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Rules written as DMN decision tables.",
        subcommands = {
            NewCommand.class,
            CheckCommand.class,
            TestCommand.class,
            RunCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            SqlCommand.class,
            PlanCommand.class,
            TckCommand.class
        })
public final class RulesCommand {

    public static void main(String[] arguments) {
        CommandLines.run(commandLine(), arguments);
    }

    static CommandLine commandLine() {
        return CommandLines.of(new RulesCommand(), e -> null);
    }
}
