package org.diaodu.rules.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command is given its cases. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "the cases: csv, xlsx or parquet, a column for each input")
    private @Nullable Path data;

    @Option(
            names = "--map",
            paramLabel = "INPUT=COLUMN",
            description = "an input whose column is named otherwise; repeatable")
    private Map<String, String> mapped = new LinkedHashMap<>();

    @Nullable
    Path data() {
        return data;
    }

    /** The inputs that the decision asks for; all that it may ask for where it is not compiled. */
    static List<Input> inputs(Target target) {
        ModelCompiler compiler = new ModelCompiler(target.model(), Columns.declared());
        return compiler.compile(target.decision()) instanceof Outcome.Carried(var compiled)
                ? List.copyOf(compiled.inputs())
                : compiler.inputs(target.decision());
    }

    CaseFile open(List<Input> inputs, @Nullable String key, List<Path> alsoReached, Language language) {
        if (data == null) {
            throw new org.diaodu.rules.model.RuleFault(
                    "rules.data",
                    org.diaodu.rules.model.Place.of("--data"),
                    "没有给出数据文件。建议：--data 文件.csv。",
                    "no file of cases was given. Maybe --data FILE.csv.");
        }
        return CaseFile.open(data, inputs, mapped, key, alsoReached, language);
    }
}
