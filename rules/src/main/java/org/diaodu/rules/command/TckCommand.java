package org.diaodu.rules.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.lake.DuckDb;
import org.diaodu.rules.kit.CompiledTrial;
import org.diaodu.rules.kit.KitFile;
import org.diaodu.rules.kit.KitReport;
import org.diaodu.rules.kit.KitReport.Level;
import org.diaodu.rules.kit.KitReport.Miss;
import org.diaodu.rules.kit.KitRun;
import org.diaodu.rules.kit.Trial;
import org.diaodu.rules.sql.DuckDbDialect;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code diaodu rules tck}: exit status 0 every case passed, 1 some failed, 2 could not run. */
@Command(
        name = "tck",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Runs the cases of the DMN Technology Compatibility Kit, or of any folder laid out like it.")
final class TckCommand implements Callable<Integer> {

    /** How the report is written. */
    enum Format {
        TABLE,
        JSON
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "compliance-level-N/NAME/*.dmn beside *-test-NN.xml, at any depth")
    private Path root = Path.of("");

    @Option(names = "--format", defaultValue = "table", description = "table or json (default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--list-failed", description = "with --format table: every result that does not agree")
    private boolean listFailed;

    @Option(names = "--folder", paramLabel = "GLOB", defaultValue = "*", description = "only folders named so: 00*")
    private String folders = "*";

    @Override
    public Integer call() {
        List<KitFile> files = KitFile.under(root, folders);
        KitReport report;
        try (DuckDb engine = DuckDb.over(List.of())) {
            DuckDbDialect dialect = new DuckDbDialect();
            report = KitRun.of(
                    files,
                    new CompiledTrial(engine, dialect, false),
                    new CompiledTrial(engine, dialect, true),
                    Trial.ofReference());
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        switch (format) {
            case TABLE -> table(out, report);
            case JSON -> out.println(json(report));
        }
        out.flush();
        return report.allPassed() ? 0 : 1;
    }

    static String json(KitReport report) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }

    private void table(PrintWriter out, KitReport report) {
        out.println("level  cases  passed   pass%  results  compiled  agree  lifted  agree  reference");
        for (Level level : report.levels()) {
            out.printf(
                    "%5d  %5d  %6d  %6.2f  %7d  %8d  %5d  %6d  %5d  %9d%n",
                    level.level(),
                    level.cases(),
                    level.passed(),
                    100.0 * level.passed() / level.cases(),
                    level.nodes(),
                    level.compiled(),
                    level.compiledAgree(),
                    level.lifted(),
                    level.liftedAgree(),
                    level.fellBack());
        }
        if (listFailed) {
            report.levels().stream().flatMap(level -> level.failed().stream()).forEach(miss -> list(out, miss));
        }
    }

    private static void list(PrintWriter out, Miss miss) {
        out.printf("%n%s %s %s%n", miss.file(), miss.kitCase(), miss.node());
        out.printf("  expected  %s%n", miss.expected());
        out.printf("  reference %s%n", miss.reference());
        if (miss.compiled() != null) {
            out.printf("  compiled  %s%n", miss.compiled());
        }
        if (!miss.why().isEmpty()) {
            out.printf("  why       %s%n", miss.why());
        }
    }
}
