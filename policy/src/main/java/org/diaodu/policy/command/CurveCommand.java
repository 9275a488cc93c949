package org.diaodu.policy.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.curve.BundleCurve;
import org.diaodu.policy.curve.ClauseCurve;
import org.diaodu.policy.curve.Curve;
import org.diaodu.policy.curve.CurveRange;
import org.diaodu.policy.curve.DrivingFact;
import org.diaodu.policy.match.Subject;
import org.diaodu.rules.files.Grid;
import org.diaodu.rules.files.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu policy curve}: exit status 0 drawn, 2 could not run. */
@Command(
        name = "curve",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "What a clause pays one subject as one figure moves: its pieces, its cliffs and the marginal rate."
                + " Without --over it lists the figures that drive it.")
final class CurveCommand implements Callable<Integer> {

    /** How the curve is written. */
    enum Format {
        TABLE,
        JSON,
        SVG
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CLAUSE", arity = "1..*", description = "a clause's id; several are taken together, as they add up")
    private List<String> ids = List.of();

    @Option(names = "--over", paramLabel = "FACT", description = "the figure that moves")
    private @Nullable String over;

    @Option(names = "--from", paramLabel = "A", description = "where it begins (default: 0)")
    private @Nullable BigDecimal from;

    @Option(names = "--to", paramLabel = "B", description = "where it ends (default: a quarter beyond the last bound)")
    private @Nullable BigDecimal to;

    @Option(names = "--clauses", paramLabel = "DIR", description = "the folder of the clauses (default: those shipped)")
    private @Nullable Path folder;

    @Option(names = "--subject", paramLabel = "FILE", description = "the subject's other facts as json or yaml")
    private @Nullable Path subject;

    @Option(names = "--set", paramLabel = "FACT=VALUE", description = "another fact, also 对象 and 地区; repeatable")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day that counts (default: today)")
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "table|json|svg", defaultValue = "table", description = "(default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the results")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : asOf;
        PolicyBook book = BookFolder.book(folder);
        List<PolicyClause> clauses = ids.stream().map(id -> book.clause(id, day)).toList();
        if (over == null) {
            figures(clauses.stream().flatMap(clause -> DrivingFact.of(clause).stream()).distinct().toList())
                    .forEach(out::println);
            out.flush();
            return 0;
        }
        SubjectValues values = new SubjectValues(clauses);
        if (subject != null) {
            values.read(subject);
        }
        values.set(given);
        Subject whom = values.subject();
        DrivingFact figure = DrivingFact.find(over, clauses);
        CurveRange range = new CurveRange(from, to);
        Curve curve = clauses.size() == 1
                ? ClauseCurve.of(clauses.getFirst(), book, whom, day, figure, range)
                : BundleCurve.of(clauses, book, whom, day, figure, range);
        BigDecimal own = whom.facts().get(over) instanceof BigDecimal value ? value : null;
        String title = clauses.stream()
                .map(clause -> language.say(
                        clause.text().title(),
                        clause.text().titleEn().isEmpty()
                                ? clause.text().title()
                                : clause.text().titleEn()))
                .collect(Collectors.joining(" + "));
        switch (format) {
            case TABLE -> new CurveTable(curve, title, own, language).lines().forEach(out::println);
            case JSON -> out.println(Json.written(CurveJson.of(curve, own, language)));
            case SVG -> out.println(new CurveSvg(curve, title, own, language).text());
        }
        out.flush();
        return 0;
    }

    private List<String> figures(List<DrivingFact> figures) {
        if (figures.isEmpty()) {
            return List.of(language.say("没有数值决定这个条款。", "no number drives the clause."));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                language.say("数值", "figure"), language.say("单位", "unit"), language.say("小数位", "places"), language.say("来自", "from")));
        figures.forEach(figure -> rows.add(List.of(
                figure.name(),
                figure.unit(),
                String.valueOf(figure.places()),
                figure.parameter() == null ? language.say("对象的事实", "the subject") : "parameters/" + figure.parameter() + ".csv")));
        return Grid.table(rows);
    }
}
