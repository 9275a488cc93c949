package org.diaodu.server.registry;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.registry.SaveOutcome.Refused;
import org.diaodu.server.registry.SaveOutcome.Saved;
import org.diaodu.server.registry.SaveOutcome.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the register: a change takes effect from a month, what was true before stays. Every change is audited with its
 * reason; months that are closed for the county cannot be changed.
 */
@Component
public class Register {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Enterprises enterprises;
    private final AttributeWriting writing;
    private final Audit audit;

    Register(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Enterprises enterprises,
            AttributeWriting writing,
            Audit audit) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.enterprises = enterprises;
        this.writing = writing;
        this.audit = audit;
    }

    /** Enters an enterprise into the list from a month on. */
    public SaveOutcome enter(NewEnterprise wanted) {
        List<Fault> faults = new ArrayList<>(AttributesCheck.of(wanted.attributes()));
        CreditCodeRule.fault(wanted.creditCode(), wanted.override()).ifPresent(faults::add);
        reasonGiven(wanted.reason()).ifPresent(faults::add);
        if (wanted.kind() == ListChange.Kind.EXIT) {
            faults.add(new Fault("RG14", "kind", "EXIT", "入库方式应为入库或新投产。", "Enter as an entry or a new plant."));
        }
        return faults.isEmpty() ? told(() -> written(wanted)) : new Refused(faults);
    }

    private SaveOutcome written(NewEnterprise wanted) {
        String code = CreditCodeRule.plain(wanted.creditCode());
        String override = wanted.override() == null || wanted.override().isBlank() ? null : wanted.override();
        Attributes attributes = wanted.attributes().between(wanted.attributes().from(), null);
        long id = jdbc.sql("""
                insert into enterprise (credit_code, credit_code_override, region) values (:code, :override, :region) returning id
                """)
                .param("code", code)
                .param("override", override, java.sql.Types.VARCHAR)
                .param("region", attributes.region())
                .query(Long.class)
                .single();
        writing.insert(id, attributes);
        writing.listChange(
                id, attributes.region(), new ListChange(wanted.kind(), attributes.from(), wanted.reason()), by());
        audit.record("enterprise.enter", "enterprise", code, null, attributes, wanted.reason());
        return new Saved(id, 1);
    }

    /**
     * Lets attributes take effect from {@code wanted.from()} until the next recorded change.
     *
     * @param version the version the form was made from
     */
    public SaveOutcome change(long id, int version, Attributes wanted, String reason) {
        List<Fault> faults = new ArrayList<>(AttributesCheck.of(wanted));
        reasonGiven(reason).ifPresent(faults::add);
        return faults.isEmpty() ? told(() -> changed(id, version, wanted, reason)) : new Refused(faults);
    }

    private SaveOutcome changed(long id, int version, Attributes wanted, String reason) {
        List<Attributes> history = enterprises.history(id);
        Attributes before = history.stream()
                .filter(span -> span.appliesIn(wanted.from()))
                .findFirst()
                .orElse(null);
        if (before == null) {
            return new Refused(List.of(new Fault(
                    "RG15",
                    "from",
                    wanted.from().toString(),
                    "企业在 " + wanted.from() + " 不在库，请先办理入库。",
                    "The enterprise is not in the list in " + wanted.from() + ". Maybe enter it again first.")));
        }
        if (!writing.claim(id, version, before.until() == null ? wanted.region() : null)) {
            return stale(id, wanted);
        }
        if (before.saysTheSameAs(wanted)) {
            return new Saved(id, version + 1);
        }
        if (before.from().equals(wanted.from())) {
            writing.replace(id, wanted.between(before.from(), before.until()));
        } else {
            writing.end(id, before.from(), wanted.from());
            writing.insert(id, wanted.between(wanted.from(), before.until()));
        }
        audit.record("enterprise.change", "enterprise", creditCode(id), before, wanted, reason);
        return new Saved(id, version + 1);
    }

    /** Takes an enterprise off the list from a month on. */
    public SaveOutcome leave(long id, int version, YearMonth from, String reason) {
        Optional<Fault> missing = reasonGiven(reason);
        return missing.isPresent() ? new Refused(List.of(missing.get())) : told(() -> left(id, version, from, reason));
    }

    private SaveOutcome left(long id, int version, YearMonth from, String reason) {
        Attributes last = enterprises.history(id).getLast();
        if (last.until() != null || !from.isAfter(last.from())) {
            return new Refused(List.of(new Fault(
                    "RG16",
                    "from",
                    from.toString(),
                    "退库月份应晚于最近一次变更的月份（" + last.from() + "），且企业须在库。",
                    "The month of exit must be after the latest change (" + last.from()
                            + "), and the enterprise in the list.")));
        }
        if (!writing.claim(id, version, null)) {
            return stale(id, last);
        }
        writing.end(id, last.from(), from);
        writing.listChange(id, last.region(), new ListChange(ListChange.Kind.EXIT, from, reason), by());
        audit.record("enterprise.leave", "enterprise", creditCode(id), last, Map.of("from", from.toString()), reason);
        return new Saved(id, version + 1);
    }

    private Stale stale(long id, Attributes wanted) {
        return new Stale(enterprises.find(id, wanted.from()).orElseThrow(), wanted);
    }

    private String creditCode(long id) {
        return jdbc.sql("select credit_code from enterprise where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private SaveOutcome told(Supplier<SaveOutcome> work) {
        try {
            SaveOutcome outcome = transaction.execute(status -> {
                SaveOutcome result = work.get();
                if (!(result instanceof Saved)) {
                    status.setRollbackOnly();
                }
                return result;
            });
            return java.util.Objects.requireNonNull(outcome);
        } catch (DataAccessException refusal) {
            return new Refused(List.of(ClosedMonths.told(refusal)));
        }
    }

    private static Optional<Fault> reasonGiven(@Nullable String reason) {
        return reason == null || reason.isBlank()
                ? Optional.of(
                        new Fault("RG17", "reason", "", "请填写理由或依据。", "Give the reason or the document behind it."))
                : Optional.empty();
    }

    private static String by() {
        return Callers.current().name();
    }
}
