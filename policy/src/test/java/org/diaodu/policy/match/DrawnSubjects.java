package org.diaodu.policy.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.diaodu.lake.SqlEngine;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.rules.book.WorkedCase;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/** Subjects drawn from the values of the worked cases, a step beside them, and gaps; most often from one whole case. */
final class DrawnSubjects {

    private static final List<@Nullable String> REGIONS = Collections.unmodifiableList(java.util.Arrays.asList(
            null, "230102", "230100", "231100", "231182", "350102", "350100", "510104", "610102", "321302", "110101"));

    private final Random random;
    private final Map<String, Type> types;
    private final List<Map<String, @Nullable Object>> cases = new ArrayList<>();
    private final Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();
    private final SubjectKind kind;

    DrawnSubjects(PolicyBook book, LocalDate day, SubjectKind kind, long seed) {
        this.random = new Random(seed);
        this.kind = kind;
        this.types = new LinkedHashMap<>(BulkMatch.facts(book, day, kind));
        for (PolicyClause clause : book.clauses()) {
            if (clause.terms().subject() == kind) {
                for (WorkedCase worked : clause.version().cases().cases()) {
                    cases.add(worked.inputs());
                    worked.inputs().forEach((name, value) -> {
                        if (types.containsKey(name)) {
                            values.computeIfAbsent(name, key -> new ArrayList<>())
                                    .add(value);
                        }
                    });
                }
            }
        }
    }

    Subject next() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        Map<String, @Nullable Object> worked = cases.get(random.nextInt(cases.size()));
        types.keySet().forEach(name -> {
            List<@Nullable Object> of = values.getOrDefault(name, List.of());
            int draw = random.nextInt(10);
            Object value = worked.containsKey(name) && draw < 7
                    ? worked.get(name)
                    : of.isEmpty() || draw == 9 ? null : beside(of.get(random.nextInt(of.size())));
            facts.put(name, value);
        });
        return new Subject(kind, REGIONS.get(random.nextInt(REGIONS.size())), facts);
    }

    private @Nullable Object beside(@Nullable Object value) {
        int step = random.nextInt(5) - 2;
        return switch (value) {
            case BigDecimal number -> number.add(BigDecimal.valueOf(step).movePointLeft(number.scale()));
            case LocalDate date -> date.plusDays(step);
            case null, default -> value;
        };
    }

    /** The subjects as a table, in their order; two projects or products of each enterprise. */
    SubjectTable table(SqlEngine engine, List<Subject> subjects) {
        Map<String, Type> wide = new LinkedHashMap<>();
        types.forEach((name, type) -> {
            Type all = type;
            for (Subject subject : subjects) {
                if (subject.facts().get(name) instanceof BigDecimal number) {
                    all = ReadySubjects.wider(all, Type.of(Kind.NUMBER, number));
                }
            }
            wide.put(name, all);
        });
        String table = "drawn_" + kind.en();
        List<String> columns = new ArrayList<>(List.of("key VARCHAR", "owner VARCHAR", "region VARCHAR"));
        wide.forEach((name, type) -> columns.add(CaseFile.DIALECT.quoted(name) + " " + CaseFile.sql(type)));
        engine.execute("CREATE OR REPLACE TABLE " + table + "(" + String.join(", ", columns) + ")", List.of());
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        for (int i = 0; i < subjects.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(kind.en() + i);
            row.add("enterprise" + (kind == SubjectKind.ENTERPRISE ? i : i / 2));
            row.add(subjects.get(i).region());
            for (String name : wide.keySet()) {
                row.add(Values.kept(subjects.get(i).facts().get(name)));
            }
            engine.execute("INSERT INTO " + table + " VALUES (" + marks + ")", row);
        }
        return new SubjectTable(kind, table, "key", "owner", "region", wide);
    }
}
