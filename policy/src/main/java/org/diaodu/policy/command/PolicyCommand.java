package org.diaodu.policy.command;

import org.diaodu.policy.PolicyFault;
import org.diaodu.rules.files.CommandLines;
import org.diaodu.sheets.Wording;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code diaodu policy}: one class of this package for each subcommand. Results go to standard output, the rest to standard
 * error. Exit status 0 done, 1 ran and the answer is no, 2 could not run.
 */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Support policies as clauses with their rule, formula and terms.",
        subcommands = {TestCommand.class, ExplainCommand.class, CurveCommand.class})
public final class PolicyCommand {

    public static void main(String[] arguments) {
        CommandLines.run(commandLine(), arguments);
    }

    static CommandLine commandLine() {
        return CommandLines.of(
                new PolicyCommand(),
                e -> e instanceof PolicyFault fault ? new Wording(fault.chinese(), fault.english()) : null);
    }
}
