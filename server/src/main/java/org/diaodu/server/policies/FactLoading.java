package org.diaodu.server.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.rules.files.CaseValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads facts into a platform that is filled from elsewhere: what no clause asks for, or is of another type, is refused. */
@Component
@Transactional
public class FactLoading {

    private final FactRows rows;
    private final FactNames names;
    private final ClausesInForce clauses;

    FactLoading(FactRows rows, FactNames names, ClausesInForce clauses) {
        this.rows = rows;
        this.names = names;
        this.clauses = clauses;
    }

    /**
     * A fact.
     *
     * @param code of the project or product; "" for the enterprise
     * @param name of the project or product
     * @param region of the enterprise's county
     * @param value as FEEL writes it
     */
    public record Given(
            long enterprise,
            String region,
            SubjectKind kind,
            String code,
            String name,
            String fact,
            String value,
            LocalDate from) {}

    /** Writes them down as entered by {@code by}, and gives how many were new. */
    public int load(List<Given> given, LocalDate day, String by) {
        PolicyBook book = clauses.on(day);
        Map<FactRows.Of, FactRows.Part> parts = new LinkedHashMap<>();
        List<FactRows.New> facts = new ArrayList<>();
        for (Given one : given) {
            FactNames.Asked asked = names.of(book, one.kind()).get(one.fact());
            if (asked == null || CaseValues.parse(one.value(), asked.type()) == null) {
                throw new IllegalArgumentException(
                        "PF20 no clause asks for " + one.fact() + ", or " + one.value() + " is not of its type");
            }
            var of = new FactRows.Of(one.enterprise(), one.kind(), one.code());
            if (one.kind() != SubjectKind.ENTERPRISE) {
                parts.put(of, new FactRows.Part(one.enterprise(), one.kind(), one.code(), one.name(), one.region()));
            }
            facts.add(new FactRows.New(
                    of,
                    one.region(),
                    one.fact(),
                    asked.type(),
                    one.value(),
                    one.from(),
                    asked.holder(),
                    asked.source(),
                    false,
                    by,
                    null));
        }
        rows.keep(parts.values());
        return rows.insert(facts);
    }
}
