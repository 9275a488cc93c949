package org.diaodu.server.policies;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.policy.book.AskedFact;
import org.diaodu.policy.book.Fact;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an enterprise itself says of what only it knows. */
@Component
@Transactional
public class FactDeclarations {

    /** Who holds a fact that an enterprise may declare. */
    public static final String HOLDER = "企业";

    private final FactRows rows;
    private final BusinessClock clock;
    private final Audit audit;

    FactDeclarations(FactRows rows, BusinessClock clock, Audit audit) {
        this.rows = rows;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whether the enterprise holds the fact, so that it need ask nobody. */
    public static boolean isOwn(AskedFact fact) {
        return fact.from() instanceof Fact.Held(String holder, String ignored) && holder.equals(HOLDER);
    }

    /**
     * Writes down a fact from the business day on.
     *
     * @param value a FEEL value of the fact's kind
     * @throws Denied where the caller is not a clerk of the enterprise, or somebody else holds the fact
     */
    public void declare(KnownSubject subject, AskedFact fact, Object value) {
        long enterprise = subject.id().enterprise();
        Long own = Callers.current().enterpriseId();
        if (own == null || own != enterprise) {
            throw new Denied("PE12", "只能申报本企业的数据。", "An enterprise declares its own facts only.");
        }
        if (!(fact.from() instanceof Fact.Held(String holder, String source)) || !holder.equals(HOLDER)) {
            throw new Denied(
                    "PE13",
                    "“" + fact.name() + "”由有关部门提供，企业不能自己申报。",
                    "\"" + fact.name() + "\" is held by somebody else. Maybe ask who holds it.");
        }
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        String region = subject.subject().region();
        rows.insert(List.of(new FactRows.New(
                new FactRows.Of(enterprise, subject.id().kind(), subject.id().code()),
                region == null ? "" : region,
                fact.name(),
                fact.kind(),
                text,
                clock.today(),
                holder,
                source,
                true,
                Callers.current().name(),
                null)));
        audit.record("policies.declare", "enterprise", "" + enterprise, null, fact.name() + " " + text, region);
    }
}
