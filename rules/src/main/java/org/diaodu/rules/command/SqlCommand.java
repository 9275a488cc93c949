package org.diaodu.rules.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.rules.bulk.BulkRule;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.sql.SparkDialect;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu rules sql}: exit status 0 printed, 1 the decision is not compiled, 2 could not run. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Prints the SQL that answers a decision for every row of a table.")
final class SqlCommand implements Callable<Integer> {

    /** The engine the SQL is for. */
    enum Engine {
        DUCKDB,
        SPARK
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "MODEL|RULE", description = "a .dmn file, or the folder of a rule or a version")
    private Path path = Path.of("");

    @Option(names = "--decision", paramLabel = "D", description = "the decision (default: the one no other needs)")
    private @Nullable String decision;

    @Option(
            names = "--dialect",
            defaultValue = "duckdb",
            paramLabel = "duckdb|spark",
            description = "(default: duckdb)")
    private Engine dialect = Engine.DUCKDB;

    @Option(
            names = "--table",
            paramLabel = "T",
            defaultValue = "cases",
            description = "the table of the cases (default: cases)")
    private String table = "cases";

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            defaultValue = "id",
            description = "the column that identifies a case (default: id)")
    private String key = "id";

    @Option(names = "--without-reasons", description = "leave out which rows and conditions held")
    private boolean withoutReasons;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the messages")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Target target = Target.of(path, decision, null);
        Dialect engine = dialect == Engine.DUCKDB ? new DuckDbDialect() : new SparkDialect();
        return switch (new ModelCompiler(target.model(), Columns.declared()).compile(target.decision())) {
            case Outcome.Left left -> {
                spec.commandLine().getErr().println(Left.said(left, language));
                yield 1;
            }
            case Outcome.Carried(var compiled) -> {
                BulkRule rule = withoutReasons ? BulkRule.withoutReasons(compiled) : BulkRule.of(compiled);
                out.println(rule.sql(engine, table, List.of(key)) + ";");
                out.flush();
                yield 0;
            }
        };
    }
}
