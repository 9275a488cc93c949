package org.diaodu.rules.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.diaodu.rules.book.FeelValue;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.files.CaseValues;
import org.diaodu.rules.files.ConditionTable;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.rules.reasons.Change;
import org.diaodu.rules.reasons.Explanation;
import org.diaodu.rules.reasons.NearMiss;
import org.diaodu.rules.reasons.Shortfall;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.sheets.Nearest;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code diaodu rules explain}: exit status 0 explained, 1 there is no such case, 2 could not run. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Says why a decision answers one case as it does, and how far off other rows were.")
final class ExplainCommand implements Callable<Integer> {

    /** How the explanation is written. */
    enum Format {
        TABLE,
        JSON
    }

    private static final int SHOWN = 5;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "MODEL|RULE", description = "a .dmn file, or the folder of a rule or a version")
    private Path path = Path.of("");

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--decision",
            paramLabel = "D",
            description = "the decision (default: the rule's, or the one no other needs)")
    private @Nullable String decision;

    @Option(
            names = "--key",
            paramLabel = "COLUMN=VALUE",
            description = "with --data: the case whose column has this value; a number alone is the row in the file")
    private @Nullable String key;

    @Option(
            names = "--input",
            paramLabel = "NAME=VALUE",
            description = "an input of the case; repeatable; lists as FEEL")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the version of the rule that holds on this day (default: today)")
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "table|json", defaultValue = "table", description = "(default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the explanation")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Target target = Target.of(path, decision, asOf);
        List<Input> inputs = DataOptions.inputs(target);
        Map<String, @Nullable Object> values = data.data() == null ? written(inputs) : read(inputs);
        if (values == null) {
            spec.commandLine()
                    .getErr()
                    .println(language.say("数据中没有 " + key + " 这一例。", "there is no case " + key + " in the data."));
            return 1;
        }
        Explanation explanation = CaseRule.of(target.model(), target.decision()).explain(values);
        switch (format) {
            case JSON -> out.println(JsonMapper.shared().writeValueAsString(json(explanation)));
            case TABLE -> said(out, explanation);
        }
        out.flush();
        return 0;
    }

    // --- the case

    private Map<String, @Nullable Object> written(List<Input> inputs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        given.forEach((name, text) -> {
            Input input = inputs.stream()
                    .filter(one -> one.table().isEmpty() && one.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (input != null) {
                Object kept = CaseValues.parse(text, input.type().kind());
                if (kept == null) {
                    throw new RuleFault(
                            "rules.case-value",
                            Place.of("--input " + name),
                            "“" + text + "”不是此输入项的类型。建议："
                                    + CaseValues.advice(input.type().kind()).zh() + "。",
                            "\"" + text + "\" is not of the input's type. Maybe "
                                    + CaseValues.advice(input.type().kind()).en() + ".");
                }
                CaseValues.put(
                        values,
                        name,
                        org.diaodu.rules.compile.Values.feel(kept, input.type().kind()));
            } else if (inputs.stream().anyMatch(one -> one.table().equals(name))) {
                values.put(name, FEELBuilder.builder().build().evaluate(text));
            } else {
                List<String> names = inputs.stream()
                        .map(one -> one.table().isEmpty() ? one.name() : one.table())
                        .distinct()
                        .toList();
                String nearest = Nearest.to(name, names);
                throw new RuleFault(
                        "rules.no-input",
                        Place.of("--input " + name),
                        "决策没有这个输入项。建议：" + (nearest == null ? "可用 " + String.join("、", names) : "也许是 " + nearest) + "。",
                        "the decision asks for no such input. Maybe "
                                + (nearest == null ? "one of " + String.join(", ", names) : nearest) + ".");
            }
        });
        return values;
    }

    private @Nullable Map<String, @Nullable Object> read(List<Input> inputs) {
        int sign = key == null ? -1 : key.indexOf('=');
        if (key == null || sign <= 0 && !key.matches("\\d+")) {
            throw new RuleFault(
                    "rules.which-case",
                    Place.of("--key"),
                    "没有指明是哪一例。建议：--key 列名=值，或 --key 行号。",
                    "it is not said which case. Maybe --key COLUMN=VALUE, or the number of its row.");
        }
        String column = sign > 0 ? key.substring(0, sign) : null;
        try (CaseFile cases = data.open(inputs, column, List.of(), language)) {
            String sql = "SELECT * FROM " + CaseFile.TABLE + " WHERE CAST(" + CaseFile.DIALECT.quoted(cases.key())
                    + " AS VARCHAR) = ? LIMIT 1";
            return cases.engine()
                    .queryOne(sql, List.of(key.substring(sign + 1)), cases::values)
                    .orElse(null);
        }
    }

    // --- what is said

    private void said(PrintWriter out, Explanation explanation) {
        out.println(explanation.decision()
                + language.say("：", ": ")
                + FeelValue.text(explanation.answer().value()));
        explanation.answer().faults().forEach(fault -> out.println("  " + fault));
        if (explanation.left() != null) {
            out.println(Left.said(explanation.left(), language));
            explanation
                    .hits()
                    .forEach(hit -> out.println(
                            "  " + hit.table() + language.say("：成立的行 ", ": rows that matched ") + hit.matched()));
        }
        for (Explanation.Table table : explanation.tables()) {
            out.println();
            out.println(table.name() + language.say("：成立的行 ", ": rows that matched ") + table.matched());
            if (!table.nearMisses().isEmpty()) {
                out.println(language.say("最接近的行：", "nearest rows:"));
                table.nearMisses().stream()
                        .limit(SHOWN)
                        .forEach(miss -> out.println("  " + language.say(miss.zh(), miss.en())));
            }
            ConditionTable.lines(table, language).forEach(line -> out.println("  " + line));
        }
    }

    private Map<String, @Nullable Object> json(Explanation explanation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("decision", explanation.decision());
        json.put("answer", FeelValue.text(explanation.answer().value()));
        json.put("faults", explanation.answer().faults());
        json.put("compiled", explanation.left() == null);
        json.put("tables", explanation.tables().stream().map(this::json).toList());
        json.put("hits", explanation.hits());
        return json;
    }

    private Map<String, @Nullable Object> json(Explanation.Table table) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("table", table.name());
        json.put("matched", table.matched());
        json.put("rows", ConditionTable.json(table));
        json.put("nearMisses", table.nearMisses().stream().map(this::json).toList());
        return json;
    }

    private Map<String, Object> json(NearMiss miss) {
        return Map.of(
                "row",
                miss.row(),
                "outputs",
                miss.outputs(),
                "missing",
                miss.missing(),
                "said",
                language.say(miss.zh(), miss.en()),
                "shortfalls",
                miss.shortfalls().stream().map(ExplainCommand::json).toList());
    }

    private static Map<String, Object> json(Shortfall shortfall) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("column", shortfall.column());
        json.put("condition", shortfall.test());
        json.put("value", FeelValue.text(shortfall.value()));
        json.put("relative", shortfall.change().relative());
        switch (shortfall.change()) {
            case Change.Number number -> {
                json.put("to", number.to());
                json.put("difference", number.difference());
            }
            case Change.Date date -> {
                json.put("to", date.to().toString());
                json.put("days", date.days());
            }
            case Change.OneOf(List<Object> accepted) -> json.put("oneOf", accepted);
            case Change.NoneOf(List<Object> refused) -> json.put("noneOf", refused);
            case Change.Truth(boolean needed) -> json.put("needed", needed);
            case Change.Holding ignored -> {}
        }
        json.put(
                "ofInputs",
                shortfall.ofInputs().stream()
                        .map(one -> Map.of(
                                "input",
                                one.input(),
                                "to",
                                one.change().to(),
                                "difference",
                                one.change().difference()))
                        .collect(Collectors.toList()));
        return json;
    }
}
