package org.diaodu.policy.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.diaodu.lake.LakeFault;
import org.diaodu.policy.book.PolicyFault;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.model.RuleFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

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
        subcommands = {TestCommand.class, ExplainCommand.class})
public final class PolicyCommand {

    public static void main(String[] arguments) {
        System.setProperty(
                "slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider"); // faults are in the answers
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.exit(commandLine().execute(arguments));
    }

    /** Every subcommand's faults are said in the language it is asked to speak and end it with 2. */
    static CommandLine commandLine() {
        return new CommandLine(new PolicyCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, PolicyCommand::date)
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    Language language = spoken(commandLine);
                    String said = switch (e) {
                        case PolicyFault fault -> language.say(fault.chinese(), fault.english());
                        case RuleFault fault -> language.say(fault.chinese(), fault.english());
                        case LakeFault fault -> language.say(fault.chinese(), fault.english());
                        default -> throw e;
                    };
                    commandLine.getErr().println(said);
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
