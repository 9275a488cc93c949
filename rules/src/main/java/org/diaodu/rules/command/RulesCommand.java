package org.diaodu.rules.command;

import org.diaodu.lake.LakeFault;
import org.diaodu.rules.model.RuleFault;
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
            TckCommand.class
        })
public final class RulesCommand {

    public static void main(String[] arguments) {
        System.setProperty(
                "slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider"); // faults are in the answers
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.exit(commandLine().execute(arguments));
    }

    /** Every subcommand's rule faults are said in the language of the machine and end it with 2. */
    static CommandLine commandLine() {
        return new CommandLine(new RulesCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    switch (e) {
                        case RuleFault fault ->
                            commandLine.getErr().println(Language.ofMachine().say(fault.chinese(), fault.english()));
                        case LakeFault fault ->
                            commandLine.getErr().println(Language.ofMachine().say(fault.chinese(), fault.english()));
                        default -> throw e;
                    }
                    return 2;
                });
    }
}
