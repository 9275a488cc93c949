package org.diaodu.growth.files;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.diaodu.lake.LakeFault;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Severity;
import org.diaodu.standards.Period;
import org.diaodu.standards.StandardsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code diaodu growth}: growth at comparable prices and contributions from return files, or contributions from published
 * tables. Results go to standard output, the rest to standard error. Exit status 0 done, 1 the contributions of some
 * level miss the total by more than 1e-9 points, 2 could not run.
 */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Growth at comparable prices and contributions that add up, from files (docs/formats/growth.md).")
public final class GrowthCommand implements Callable<Integer> {
    private static final int FAULTS_SHOWN = 50;
    private static final double LARGEST_RESIDUAL_PP = 1e-9;

    /** How results are written. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "returns (csv, xlsx, parquet), or published tables")
    private List<Path> files = List.of();

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "value-added rates and price indices by industry")
    private @Nullable Path parameters;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "2022-03, 2022-01..2022-03 …; needed where the files hold several")
    private @Nullable String period;

    @Option(
            names = "--by",
            paramLabel = "DIMENSIONS",
            defaultValue = "region,industry",
            description =
                    "region, industry, size, ownership, park, chain, key; crosses as region*industry, one level as"
                            + " region@prefecture (default: ${DEFAULT-VALUE})")
    private String by = "";

    @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--suppress", description = "withhold cells that would tell on one enterprise")
    private boolean suppress;

    @Option(names = "--what-if", paramLabel = "FILE", description = "credit_code,output: figures to try instead")
    private @Nullable Path whatIf;

    @Option(names = "--against", paramLabel = "PERIOD", description = "why growth changed since that period")
    private @Nullable String against;

    @Option(names = "--skip-bad", description = "leave out the rows with errors instead of stopping")
    private boolean skipBad;

    @Option(names = "--published", description = "the files are published tables of rates, indices or values")
    private boolean published;

    @Option(names = "--weights", paramLabel = "FILE", description = "with --published: weights of the indices")
    private @Nullable Path weights;

    @Option(names = "--aggregate", paramLabel = "NAME", description = "with --published: this total only")
    private @Nullable String aggregate;

    @Option(names = "--since", paramLabel = "PERIOD", description = "with --published: every period from this on")
    private @Nullable String since;

    @Option(
            names = "--method",
            defaultValue = "fisher",
            description = "with --published values and prices: fisher, bennet or montgomery-vartia")
    private String method = "";

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of tables and messages")
    private Language language = Language.ofMachine();

    private final Clock clock;

    public GrowthCommand() {
        this(Clock.systemDefaultZone());
    }

    GrowthCommand(Clock clock) {
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(new GrowthCommand()).execute(arguments));
    }

    static CommandLine commandLine(GrowthCommand command) {
        return new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() {
        try {
            return published ? runPublished() : runReturns();
        } catch (Stop stop) {
            say(stop.faults());
            err().println(stop.text(language));
        } catch (StandardsException refusal) {
            err().println(language.say(refusal.zh(), refusal.en()));
        } catch (LakeFault fault) {
            err().println(language.say(fault.chinese(), fault.english()));
        } catch (IOException | UncheckedIOException e) {
            err().println(language.say("文件读写失败：", "a file could not be read or written: ") + e.getMessage());
        }
        return 2;
    }

    private int runReturns() throws Stop, IOException {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            err().println(language.say("正在读取 " + files.size() + " 个文件……", "reading " + files.size() + " files …"));
        }
        var run = new ReturnsRun(
                files, parameters, parsed(period), parsed(against), whatIf, by, suppress, skipBad, clock);
        Outcome outcome = run.outcome(this::say);
        out().print(
                        switch (format) {
                            case TABLE -> TableReport.of(outcome, language);
                            case CSV -> CsvReport.of(outcome.account());
                            case JSON -> JsonReport.of(outcome);
                        });
        out().flush();
        return Math.abs(outcome.account().residualPp()) <= LARGEST_RESIDUAL_PP ? 0 : 1;
    }

    private int runPublished() throws Stop, IOException {
        var run = new PublishedRun(files, weights, parsed(period), parsed(since), aggregate, method);
        PublishedOutcome outcome = run.outcome(this::say);
        out().print(
                        switch (format) {
                            case TABLE -> PublishedReport.table(outcome, language);
                            case CSV -> PublishedReport.csv(outcome);
                            case JSON -> PublishedReport.json(outcome);
                        });
        out().flush();
        return 0;
    }

    private static @Nullable Period parsed(@Nullable String text) {
        return text == null ? null : Period.parse(text);
    }

    /** The faults on standard error: errors first, the first fifty, and how many more there are. */
    private void say(List<Fault> faults) {
        faults.stream()
                .sorted(Comparator.comparing(Fault::severity))
                .limit(FAULTS_SHOWN)
                .forEach(fault -> err().println(language.say(fault)));
        long errors = faults.stream()
                .filter(fault -> fault.severity() == Severity.ERROR)
                .count();
        if (faults.size() > FAULTS_SHOWN) {
            err().println(language.say(
                    "……共 " + faults.size() + " 条，其中错误 " + errors + " 条，仅显示前 " + FAULTS_SHOWN + " 条。",
                    "… " + faults.size() + " in all, " + errors + " of them errors; the first " + FAULTS_SHOWN
                            + " are shown."));
        }
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getErr();
    }
}
