package org.diaodu.rules.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.diaodu.lake.LakeFault;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.model.RuleFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

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
        System.setProperty(
                "slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider"); // faults are in the answers
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.exit(commandLine().execute(arguments));
    }

    /** Every subcommand's rule faults are said in the language it is asked to speak and end it with 2. */
    static CommandLine commandLine() {
        return new CommandLine(new RulesCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, RulesCommand::date)
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    switch (e) {
                        case RuleFault fault ->
                            commandLine.getErr().println(spoken(commandLine).say(fault.chinese(), fault.english()));
                        case LakeFault fault ->
                            commandLine.getErr().println(spoken(commandLine).say(fault.chinese(), fault.english()));
                        default -> throw e;
                    }
                    return 2;
                });
    }

    private static Language spoken(CommandLine command) {
        OptionSpec asked = command.getCommandSpec().findOption("--lang");
        return asked != null && asked.getValue() instanceof Language language ? language : Language.ofMachine();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(Language.ofMachine()
                    .say(
                            "“" + text + "”不是日期。建议：写作 2022-03-16",
                            "'" + text + "' is no date. Maybe write it like 2022-03-16"));
        }
    }
}
