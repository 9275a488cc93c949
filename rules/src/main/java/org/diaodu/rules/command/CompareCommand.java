package org.diaodu.rules.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.rules.book.FeelValue;
import org.diaodu.rules.book.Rule;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.bulk.BulkRule;
import org.diaodu.rules.bulk.Comparison;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.files.Grid;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.files.Progress;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code diaodu rules compare}: exit status 0 no answer changes, 1 some do, 2 could not run. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description =
                "Compares two versions of a rule on the cases of a file: who changes, from what to what, and totals.")
final class CompareCommand implements Callable<Integer> {

    /** How the comparison is written. */
    enum Format {
        TABLE,
        JSON
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RULE", description = "the folder of a rule, or of anything that holds just one")
    private Path path = Path.of("");

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--from", required = true, paramLabel = "V1", description = "a version's first day, or a .dmn file")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "V2", description = "likewise")
    private String to = "";

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description = "the column that identifies a case (default: the row's number)")
    private @Nullable String key;

    @Option(
            names = "--list",
            paramLabel = "N",
            defaultValue = "20",
            description = "changed cases to list (default: 20)")
    private int most = 20;

    @Option(names = "--format", paramLabel = "table|json", defaultValue = "table", description = "(default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the messages")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() {
        Target before = version(from);
        Target after = version(to);
        Map<String, Input> inputs = new LinkedHashMap<>();
        DataOptions.inputs(before).forEach(input -> inputs.put(input.toString(), input));
        DataOptions.inputs(after).forEach(input -> inputs.putIfAbsent(input.toString(), input));
        Comparison comparison;
        try (CaseFile cases = data.open(List.copyOf(inputs.values()), key, List.of(), language)) {
            Outcome one = new ModelCompiler(before.model(), cases.columns()).compile(before.decision());
            Outcome other = new ModelCompiler(after.model(), cases.columns()).compile(after.decision());
            comparison = one instanceof Outcome.Carried(var early) && other instanceof Outcome.Carried(var late)
                    ? Comparison.of(
                            BulkRule.withoutReasons(early),
                            BulkRule.withoutReasons(late),
                            cases.engine(),
                            CaseFile.DIALECT,
                            CaseFile.TABLE,
                            cases.key(),
                            most)
                    : oneByOne(before, after, List.of(one, other), cases);
        }
        said(comparison);
        return comparison.changed() == 0 ? 0 : 1;
    }

    private Target version(String name) {
        if (name.endsWith(".dmn")) {
            return Target.of(Path.of(name), null, null);
        }
        Rule rule = Target.rule(path);
        return rule.versions().stream()
                .filter(version -> version.clause().validFrom().toString().equals(name))
                .reduce((early, late) -> late) // a correction comes after what it corrects
                .map(version -> Target.of(version, null))
                .orElseThrow(() -> {
                    String there = String.join(
                            ", ",
                            rule.versions().stream().map(RuleVersion::label).toList());
                    return new RuleFault(
                            "rules.no-version",
                            Place.of(rule.id()),
                            "没有自 " + name + " 起的版本。建议：已有 " + there + "。",
                            "there is no version from " + name + ". Maybe one of " + there + ".");
                });
    }

    private Comparison oneByOne(Target before, Target after, List<Outcome> outcomes, CaseFile cases) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        outcomes.forEach(outcome -> {
            if (outcome instanceof Outcome.Left left) {
                err.println(Left.said(left, language));
            }
        });
        Comparison.Tally tally = new Comparison.Tally(most);
        Progress progress = new Progress(language);
        String all = "SELECT * FROM " + CaseFile.TABLE;
        cases.engine().query(all, List.of(), row -> {
            Map<String, @Nullable Object> values = cases.values(row);
            tally.add(
                    String.valueOf(row.text(row.column(cases.key()))),
                    before.model().evaluate(before.decision(), values).value(),
                    after.model().evaluate(after.decision(), values).value());
            progress.step();
            return true;
        });
        progress.end();
        return tally.result();
    }

    private void said(Comparison comparison) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (format == Format.JSON) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("cases", comparison.cases());
            json.put("changed", comparison.changed());
            json.put("transitions", comparison.transitions());
            json.put("sums", comparison.sums());
            json.put(
                    "listed",
                    comparison.listed().stream()
                            .map(one -> Map.of(
                                    "key",
                                    one.key(),
                                    "from",
                                    FeelValue.text(one.from()),
                                    "to",
                                    FeelValue.text(one.to())))
                            .toList());
            out.println(JsonMapper.shared().writeValueAsString(json));
        } else {
            out.println(language.say(
                    comparison.cases() + " 例，" + comparison.changed() + " 例改变",
                    comparison.changed() + " of " + comparison.cases() + " cases change"));
            List<List<String>> cells = new ArrayList<>();
            comparison
                    .transitions()
                    .forEach(one -> cells.add(List.of(String.valueOf(one.cases()), one.from(), "→ " + one.to())));
            if (!cells.isEmpty()) {
                Grid.table(cells).forEach(line -> out.println("  " + line));
            }
            comparison
                    .sums()
                    .forEach((name, sum) -> out.println(language.say(
                            "合计 " + name + "：" + sum.before().toPlainString() + " → "
                                    + sum.after().toPlainString(),
                            "total " + name + ": " + sum.before().toPlainString() + " → "
                                    + sum.after().toPlainString())));
            comparison
                    .listed()
                    .forEach(one -> out.println(
                            "  " + one.key() + "  " + FeelValue.text(one.from()) + " → " + FeelValue.text(one.to())));
        }
        out.flush();
    }
}
