package org.diaodu.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.rules.book.WorkedCase;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Type;
import org.diaodu.standards.Regions;

/**
 * Made-up enterprises, or one project or product of each, with every fact the clauses ask for: drawn from the values of the
 * worked cases and up to half more or less, {@value #ORDINARY} of ten times from a case where nothing is due, as most
 * enterprises fall under few clauses; one in twenty is not known. They live in the regions of Heilongjiang.
 */
final class ManySubjects {

    private static final int MOST_VALUES = 40;
    private static final int ORDINARY = 8;

    private final SubjectKind kind;
    private final Map<String, Type> facts;
    private final Map<String, Set<Object>> values = new LinkedHashMap<>();
    private final Map<String, Set<Object>> ordinary = new LinkedHashMap<>();

    ManySubjects(PolicyBook book, LocalDate day, SubjectKind kind) {
        this.kind = kind;
        this.facts = BulkMatch.facts(book, day, kind);
        for (PolicyClause clause : book.clauses()) {
            if (clause.terms().subject() == kind) {
                for (WorkedCase worked : clause.version().cases().cases()) {
                    worked.inputs().forEach((name, value) -> {
                        if (value != null && facts.containsKey(name)) {
                            values.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                    .add(value);
                            Object entitled = worked.expected().get(PolicyClause.ELIGIBILITY);
                            if (entitled == null || Boolean.FALSE.equals(entitled)) {
                                ordinary.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                        .add(value);
                            }
                        }
                    });
                }
            }
        }
    }

    /** Writes so many to a Parquet file. */
    void write(DuckDb engine, int subjects, Path file) {
        List<String> columns = new ArrayList<>();
        columns.add("i AS subject");
        List<String> codes = Regions.bundled().all().stream()
                .filter(region -> region.isCurrent() && region.code().startsWith("23"))
                .map(region -> "'" + region.code() + "'")
                .toList();
        columns.add("[" + String.join(", ", codes) + "][1 + CAST(hash(i * 3) % " + codes.size()
                + " AS INTEGER)] AS region");
        int[] at = {kind.ordinal() * 1000};
        facts.forEach((name, type) -> columns.add(column(name, type, at[0]++)));
        engine.execute(
                "COPY (SELECT " + String.join(", ", columns) + " FROM range(" + subjects + ") t(i)) TO '" + file
                        + "' (FORMAT parquet)",
                List.of());
    }

    private String column(String name, Type type, int at) {
        Set<Object> all = values.getOrDefault(name, Set.of());
        if (all.isEmpty()) {
            return "CAST(NULL AS " + CaseFile.sql(type) + ") AS " + CaseFile.DIALECT.quoted(name);
        }
        String drawn = "CASE WHEN " + chance(at + 5_000_000, 10) + " < " + ORDINARY + " THEN "
                + one(ordinary.getOrDefault(name, all), at) + " ELSE " + one(all, at) + " END";
        if (type.is(Kind.NUMBER)) {
            drawn = "CAST((" + drawn + ") * [1, 1, 0.5, 0.8, 1.2, 1.5][1 + " + chance(at + 7_000_000, 6) + "] AS "
                    + CaseFile.sql(type) + ")";
        }
        return "CASE WHEN " + chance(at + 9_000_000, 20) + " > 0 THEN " + drawn + " END AS "
                + CaseFile.DIALECT.quoted(name);
    }

    private static String one(Set<Object> values, int at) {
        List<String> literals = values.stream()
                .limit(MOST_VALUES)
                .map(value -> switch (value) {
                    case BigDecimal number -> number.toPlainString();
                    case LocalDate date -> "DATE '" + date + "'";
                    case Boolean truth -> truth.toString();
                    default -> "'" + value.toString().replace("'", "''") + "'";
                })
                .toList();
        return "[" + String.join(", ", literals) + "][1 + " + chance(at, literals.size()) + "]";
    }

    /** A whole number from 0 to before {@code of}. */
    private static String chance(int at, int of) {
        return "CAST(hash(i * 4096 + " + at + ") % " + of + " AS INTEGER)";
    }

    /** The file as a view of the engine. */
    SubjectTable table(DuckDb engine, Path file) {
        String view = "drawn_" + kind.en();
        engine.execute(
                "CREATE OR REPLACE VIEW " + view + " AS SELECT * FROM read_parquet(" + DuckDb.literal(file) + ")",
                List.of());
        return new SubjectTable(kind, view, "subject", "subject", "region", facts);
    }
}
