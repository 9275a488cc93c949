package org.diaodu.server.policies;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.rules.files.CaseValues;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an enterprise says of itself, where no office holds it or none has entered it; marked as its own word. */
@Component
@Transactional
public class FactDeclarations {

    private static final String OWN = "企业";

    private final FactRows rows;
    private final FactNames names;
    private final SubjectFacts facts;
    private final ClausesInForce clauses;
    private final BusinessClock clock;
    private final Audit audit;

    FactDeclarations(
            FactRows rows,
            FactNames names,
            SubjectFacts facts,
            ClausesInForce clauses,
            BusinessClock clock,
            Audit audit) {
        this.rows = rows;
        this.names = names;
        this.facts = facts;
        this.clauses = clauses;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Declares a fact of the caller's own enterprise, or of one of its projects or products, from today on. What an office
     * holds the enterprise cannot declare away: only what is not known, or what it declared itself, may be declared.
     *
     * @param key as {@link KnownSubject#key} gives it
     * @param value as FEEL writes it, such as 1200, true, 2022-03-31
     */
    public Outcome declare(String key, String name, String value) {
        Caller caller = Callers.current();
        Long own = caller.enterpriseId();
        if (own == null) {
            throw new Denied("PF12", "申报事实须由企业填报员办理。", "Declaring facts is for an enterprise's clerk.");
        }
        LocalDate today = clock.today();
        List<KnownSubject> known = facts.of(own, today);
        KnownSubject subject = known.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () -> Problem.notFound("PF13", "本企业没有 " + key + "。", "The enterprise has no " + key + "."));
        SubjectKind kind = subject.id().kind();
        FactNames.Asked asked = names.of(clauses.on(today), kind).get(name);
        if (asked == null) return new Outcome.Faulty(Map.of("fact", "delivery.fault.fact"));
        if (value.isBlank() || CaseValues.parse(value, asked.type()) == null) {
            return new Outcome.Faulty(Map.of("value", "delivery.fault.value"));
        }
        Provenance from = subject.provenance().get(name);
        if (from != null && !from.declared()) {
            return new Outcome.Faulty(Map.of("fact", "delivery.fault.held"));
        }
        String region = Objects.requireNonNull(known.getFirst().subject().region());
        rows.insert(List.of(new FactRows.New(
                new FactRows.Of(own, kind, subject.id().code()),
                region,
                name,
                asked.type(),
                value.strip(),
                today,
                OWN,
                "企业申报",
                true,
                caller.name(),
                null)));
        audit.record("policy-facts.declare", "policy-facts", key, null, Map.of(name, value.strip()), null);
        return new Outcome.Done(key);
    }
}
