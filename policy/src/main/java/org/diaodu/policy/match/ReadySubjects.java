package org.diaodu.policy.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diaodu.lake.Row;
import org.diaodu.lake.SqlEngine;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.Parameter;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Type;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/**
 * Subjects of one kind made ready for clauses: numbered, every fact of the type in which all clauses can judge it, and beside
 * the facts what many clauses ask alike: whether the region is in a scope, and the book's figure of a day.
 */
final class ReadySubjects {

    private static final DuckDbDialect DIALECT = new DuckDbDialect();
    private static final int LISTED = 20;

    private final SqlEngine engine;
    private final SubjectTable subjects;
    private final Map<String, Parameter> parameters;
    private final String name;
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<List<String>, String> scopes = new LinkedHashMap<>();
    private final Map<String, String> figures = new LinkedHashMap<>();

    /** The columns of a line between its number and the region: facts, the book's figures of a day, whether a scope holds. */
    private final Map<String, Type> held = new LinkedHashMap<>();

    /** @param wanted the facts that the clauses ask for, each of the widest type declared */
    ReadySubjects(
            SqlEngine engine,
            SubjectTable subjects,
            List<PolicyClause> clauses,
            Map<String, Type> wanted,
            Map<String, Parameter> parameters) {
        this.engine = engine;
        this.subjects = subjects;
        this.parameters = parameters;
        this.name = "ready_" + subjects.kind().en();
        wanted.forEach((fact, declared) -> {
            Type given = subjects.facts().get(fact);
            types.put(fact, given == null ? declared : wider(declared, given));
        });
        Map<String, Type> figureTypes = new LinkedHashMap<>();
        for (PolicyClause clause : clauses) {
            if (!clause.terms().regions().isEmpty()) {
                scopes.putIfAbsent(clause.terms().regions(), "_scope_" + scopes.size());
            }
            clause.terms().facts().forEach((fact, of) -> {
                if (of instanceof Fact.Dated(String parameter, String day)) {
                    figures.putIfAbsent(figure(parameter, day), figureSql(parameter, day));
                    figureTypes.put(figure(parameter, day), typeOf(Objects.requireNonNull(parameters.get(parameter))));
                }
            });
        }
        types.forEach((fact, type) -> {
            if (subjects.facts().containsKey(fact)) {
                held.put(fact, type);
            }
        });
        held.putAll(figureTypes);
        scopes.values().forEach(scope -> held.put(scope, Type.TRUTH));
        create();
    }

    static Type wider(Type one, Type other) {
        if (!one.kind().decimal() || one.real() || !other.kind().decimal() || other.real()) {
            return one;
        }
        int scale = Math.max(one.scale(), other.scale());
        int whole = Math.max(one.whole(), other.whole());
        return Type.decimal(one.kind(), Math.min(Type.MOST_DIGITS, whole + scale), scale);
    }

    private void create() {
        List<String> columns = new ArrayList<>();
        columns.add("CAST(row_number() OVER () - 1 AS INTEGER) AS " + ClauseSql.SUBJECT);
        columns.add("CAST(" + DIALECT.quoted(subjects.key()) + " AS VARCHAR) AS _key");
        columns.add("CAST(" + DIALECT.quoted(subjects.enterprise()) + " AS VARCHAR) AS _enterprise");
        String region = subjects.region() == null ? "CAST(NULL AS VARCHAR)" : DIALECT.quoted(subjects.region());
        columns.add(region + " AS " + ClauseExpressions.REGION);
        List<Object> values = new ArrayList<>();
        List<String> codes = codes();
        scopes.forEach((areas, column) -> {
            List<String> within = codes.stream()
                    .filter(code ->
                            areas.stream().anyMatch(area -> Regions.bundled().isWithin(code, area)))
                    .toList();
            columns.add(
                    within.size() == codes.size()
                            ? "TRUE AS " + column
                            : "(" + region + " IS NULL"
                                    + (within.isEmpty() ? "" : " OR " + region + " IN " + marks(within)) + ") AS "
                                    + column);
            if (within.size() < codes.size()) {
                values.addAll(within);
            }
        });
        figures.forEach((column, sql) -> columns.add(sql + " AS " + DIALECT.quoted(column)));
        types.forEach((fact, type) -> {
            if (subjects.facts().containsKey(fact)) {
                columns.add(
                        "CAST(" + DIALECT.quoted(fact) + " AS " + CaseFile.sql(type) + ") AS " + DIALECT.quoted(fact));
            }
        });
        engine.execute(
                "CREATE OR REPLACE TABLE " + name + " AS SELECT " + String.join(", ", columns) + " FROM "
                        + DIALECT.quoted(subjects.name()),
                values);
    }

    private static String marks(List<String> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", ", "(", ")"));
    }

    /** The regions there are, once each. Throws {@code policy.region} naming all that are none. */
    private List<String> codes() {
        if (subjects.region() == null) {
            return List.of();
        }
        String column = DIALECT.quoted(subjects.region());
        List<String> codes = engine.query(
                "SELECT DISTINCT " + column + " FROM " + DIALECT.quoted(subjects.name()) + " WHERE " + column
                        + " IS NOT NULL ORDER BY 1",
                List.of(),
                row -> String.valueOf(row.text(0)));
        List<String> unknown = codes.stream()
                .filter(code -> Regions.bundled().find(code) == null)
                .toList();
        if (!unknown.isEmpty()) {
            String shown = unknown.stream().limit(LISTED).collect(Collectors.joining("、"))
                    + (unknown.size() > LISTED ? " … " + unknown.size() : "");
            throw new PolicyFault(
                    "policy.region",
                    Place.of(subjects.region()),
                    "没有这些行政区划代码：" + shown + "。建议：写六位 GB/T 2260 代码，如 230100。",
                    "there are no such regions: " + shown + ". Maybe write six digits of GB/T 2260, as 230100.");
        }
        return codes;
    }

    // --- the book's figures

    private static String figure(String parameter, String day) {
        return parameter + "@" + day;
    }

    private String figureSql(String parameter, String day) {
        Parameter values = Objects.requireNonNull(parameters.get(parameter));
        Type type = typeOf(values);
        if (!subjects.facts().containsKey(day)) {
            return "CAST(NULL AS " + CaseFile.sql(type) + ")";
        }
        StringBuilder sql = new StringBuilder("CASE");
        if (!values.byRegion()) {
            values.values().descendingMap().forEach((from, value) -> when(sql, "", day, from, value, type));
        } else {
            Map<List<NavigableMap<LocalDate, BigDecimal>>, List<String>> alike = new LinkedHashMap<>();
            codes().forEach(code -> alike.computeIfAbsent(values.seriesFor(code), series -> new ArrayList<>())
                    .add(code));
            alike.forEach((series, regions) -> {
                String here = DIALECT.quoted(Objects.requireNonNull(subjects.region())) + " IN ('"
                        + String.join("', '", regions) + "') AND "; // known regions, so six digits
                series.forEach(
                        one -> one.descendingMap().forEach((from, value) -> when(sql, here, day, from, value, type)));
            });
            sql.append(" WHEN FALSE THEN CAST(NULL AS ")
                    .append(CaseFile.sql(type))
                    .append(")");
        }
        return sql.append(" END").toString();
    }

    private static void when(StringBuilder sql, String here, String day, LocalDate from, BigDecimal value, Type type) {
        sql.append(" WHEN ")
                .append(here)
                .append(DIALECT.quoted(day))
                .append(" >= DATE '")
                .append(from)
                .append("' THEN CAST(")
                .append(value.toPlainString())
                .append(" AS ")
                .append(CaseFile.sql(type))
                .append(")");
    }

    private static Type typeOf(Parameter parameter) {
        Type type = Type.number(1, 0);
        for (BigDecimal value : parameter.all()) {
            type = wider(type, Type.of(Kind.NUMBER, value));
        }
        return type;
    }

    /** What a clause's facts are in the ready table. */
    Columns columns(PolicyClause clause) {
        return path -> clause.terms().facts().get(path) instanceof Fact.Dated(String parameter, String day)
                ? typeOf(Objects.requireNonNull(parameters.get(parameter)))
                : types.get(path);
    }

    /** The subjects in a clause's scope, its facts under their own names. */
    String source(PolicyClause clause, Dialect dialect) {
        List<String> columns = new ArrayList<>(List.of(ClauseSql.SUBJECT, ClauseExpressions.REGION));
        clause.terms().facts().forEach((fact, of) -> {
            if (of instanceof Fact.Dated(String parameter, String day)) {
                columns.add(dialect.quoted(figure(parameter, day)) + " AS " + dialect.quoted(fact));
            } else if (types.containsKey(fact) && subjects.facts().containsKey(fact)) {
                columns.add(dialect.quoted(fact));
            } else if (types.get(fact) instanceof Type type) { // else only its other decisions ask for it
                columns.add("CAST(NULL AS " + dialect.type(type) + ") AS " + dialect.quoted(fact));
            }
        });
        return "SELECT " + String.join(", ", columns) + " FROM " + name + inScope(clause);
    }

    private String inScope(PolicyClause clause) {
        String scope = scopes.get(clause.terms().regions());
        return scope == null ? "" : " WHERE " + scope;
    }

    String name() {
        return name;
    }

    // --- one by one

    /**
     * The lines from one to before another, in order. A line is its number, the values of the columns held, as the typed form
     * keeps them (see {@link Kind}), the region, and a null for what nobody holds.
     */
    List<@Nullable Object[]> lines(int from, int to) {
        List<String> columns = new ArrayList<>(List.of(ClauseSql.SUBJECT));
        held.keySet().forEach(column -> columns.add(DIALECT.quoted(column)));
        columns.add(ClauseExpressions.REGION);
        List<Type> typed = List.copyOf(held.values());
        return engine.query(
                "SELECT " + String.join(", ", columns) + " FROM " + name + " WHERE " + ClauseSql.SUBJECT + " >= ? AND "
                        + ClauseSql.SUBJECT + " < ? ORDER BY " + ClauseSql.SUBJECT,
                List.of(from, to),
                row -> line(row, typed));
    }

    private static @Nullable Object[] line(Row row, List<Type> typed) {
        @Nullable Object[] line = new @Nullable Object[typed.size() + 3];
        line[0] = Math.toIntExact(row.whole(0));
        for (int i = 0; i < typed.size(); i++) {
            line[i + 1] = row.isNull(i + 1) ? null : kept(row, i + 1, typed.get(i));
        }
        line[typed.size() + 1] = row.text(typed.size() + 1);
        return line;
    }

    /** Where in a line each fact of the clause stands, and {@link ClauseExpressions#REGION}. */
    Map<String, Integer> positions(PolicyClause clause) {
        List<String> columns = List.copyOf(held.keySet());
        Map<String, Integer> positions = new HashMap<>();
        clause.terms().facts().forEach((fact, of) -> {
            int at = columns.indexOf(
                    of instanceof Fact.Dated(String parameter, String day) ? figure(parameter, day) : fact);
            positions.put(fact, at < 0 ? columns.size() + 2 : at + 1);
        });
        positions.put(ClauseExpressions.REGION, columns.size() + 1);
        return positions;
    }

    /** The position that tells whether a line is in the clause's scope; -1 where all are. */
    int scope(PolicyClause clause) {
        String scope = scopes.get(clause.terms().regions());
        return scope == null ? -1 : List.copyOf(held.keySet()).indexOf(scope) + 1;
    }

    /** The subject of a line. */
    Subject subject(@Nullable Object[] line) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        int at = 1;
        for (Map.Entry<String, Type> each : held.entrySet()) {
            if (types.containsKey(each.getKey())) {
                facts.put(each.getKey(), Values.feel(line[at], each.getValue().kind()));
            }
            at++;
        }
        return new Subject(subjects.kind(), (String) line[at], facts);
    }

    long size() {
        return engine.queryOne("SELECT count(*) FROM " + name, List.of(), row -> row.whole(0))
                .orElse(0L);
    }

    private static @Nullable Object kept(Row row, int at, Type type) {
        return switch (type.kind()) {
            case NUMBER, TIME, MONTHS, SECONDS -> type.real() ? (Object) row.real(at) : row.decimal(at);
            case TEXT, NOTHING -> row.text(at);
            case TRUTH -> row.flag(at);
            case DATE -> row.date(at);
            case DATE_TIME -> row.dateTime(at);
        };
    }
}
