package org.diaodu.rules.files;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.diaodu.lake.LakeFault;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Command lines that say what is wrong in the language they are asked to speak. */
public final class CommandLines {

    private CommandLines() {}

    /**
     * A command whose subcommands' faults, also these of its own, are said and end it with 2.
     *
     * @param faults what a fault of the command's own says; null for any other exception
     */
    public static CommandLine of(Object command, Function<Exception, @Nullable Wording> faults) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, CommandLines::date)
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    Wording said = switch (e) {
                        case RuleFault fault -> new Wording(fault.chinese(), fault.english());
                        case LakeFault fault -> new Wording(fault.chinese(), fault.english());
                        default -> faults.apply(e);
                    };
                    if (said == null) {
                        throw e;
                    }
                    commandLine.getErr().println(spoken(commandLine).say(said.zh(), said.en()));
                    return 2;
                });
    }

    /** Ends the process as the command says. */
    public static void run(CommandLine command, String[] arguments) {
        System.setProperty(
                "slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider"); // faults are in the answers
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.exit(command.execute(arguments));
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
