package org.diaodu.server.returns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.registry.Registered;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files one return from the form or an uploaded sheet: judged, every version kept, once per idempotency key. */
@Component
public class ReturnFiling {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ReturnDesk desk;
    private final Judging judging;
    private final FilingWriting writing;
    private final FilingReading filings;
    private final Drafts drafts;
    private final Items items;

    ReturnFiling(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ReturnDesk desk,
            Judging judging,
            FilingWriting writing,
            FilingReading filings,
            Drafts drafts,
            Items items) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.desk = desk;
        this.judging = judging;
        this.writing = writing;
        this.filings = filings;
        this.drafts = drafts;
        this.items = items;
    }

    /** What came of filing a form. */
    public sealed interface Outcome {

        /** Filed as this version; {@code again} when the same submission had been filed before or said nothing new. */
        record Filed(Filing filing, boolean again) implements Outcome {}

        /** Not filed: what could not be read, and which rules stand in the way. */
        record NotFiled(FormFields.Read read, List<Finding> findings) implements Outcome {}
    }

    /** Judges a form without filing it. */
    public Outcome.NotFiled check(long enterprise, Period period, Map<String, String> fields) {
        return run(() -> {
            ReturnView view = desk.view(enterprise, period);
            FormFields.Read read = FormFields.read(items.all(), fields, view.previous());
            return new Outcome.NotFiled(read, judge(view, read).findings());
        });
    }

    /** Keeps what was typed. */
    public void saveDraft(long enterprise, Period period, Map<String, String> fields) {
        run(() -> {
            ReturnView view = desk.view(enterprise, period);
            refuseIfClosed(view);
            drafts.save(view.enterprise(), period, fields);
            return true;
        });
    }

    public void discardDraft(long enterprise, Period period) {
        run(() -> {
            drafts.discard(enterprise, period);
            return true;
        });
    }

    /**
     * Files a form.
     *
     * @param key names this submission; the same key again files nothing and gives the same version
     */
    public Outcome file(
            long enterprise,
            Period period,
            Map<String, String> fields,
            Filing.Source source,
            String key,
            @Nullable String note) {
        Optional<Filing> before = submitted(enterprise, period, key);
        if (before.isPresent()) {
            return new Outcome.Filed(before.get(), true);
        }
        try {
            return run(() -> filed(enterprise, period, fields, source, key, note));
        } catch (DataIntegrityViolationException raced) {
            return submitted(enterprise, period, key)
                    .<Outcome>map(filing -> new Outcome.Filed(filing, true))
                    .orElseThrow(ReturnFiling::overtaken);
        }
    }

    private Outcome filed(
            long enterprise,
            Period period,
            Map<String, String> fields,
            Filing.Source source,
            String key,
            @Nullable String note) {
        ReturnView view = desk.view(enterprise, period);
        refuseIfClosed(view);
        if (!view.expected()) {
            throw new StepRefused(
                    "RT22",
                    period.chinese() + "该企业不在库，无须上报。",
                    "The enterprise is not in the list of " + period.iso() + " and need not file.");
        }
        FormFields.Read read = FormFields.read(items.all(), fields, view.previous());
        Judged judged = judge(view, read);
        if (!read.misread().isEmpty() || Validation.blocksFiling(judged.findings())) {
            return new Outcome.NotFiled(read, judged.findings());
        }
        boolean unchanged = judged.isUnchanged();
        writing.write(new FilingWriting.Submission(period, source, key, note), List.of(judged));
        drafts.discard(enterprise, period);
        return new Outcome.Filed(filings.current(enterprise, period).orElseThrow(), unchanged);
    }

    private Judged judge(ReturnView view, FormFields.Read read) {
        Registered enterprise = view.enterprise();
        ReturnRow row = new ReturnRow(enterprise.creditCode(), read.figures(), read.explanations());
        return judging.judgeOne(view.period(), enterprise, row);
    }

    private Optional<Filing> submitted(long enterprise, Period period, String key) {
        return run(() -> jdbc.sql(
                        "select * from filing where enterprise_id = :id and period = :period and idempotency_key = :key")
                .param("id", enterprise)
                .param("period", period.iso())
                .param("key", key)
                .query(FilingReading::filing)
                .optional());
    }

    private static void refuseIfClosed(ReturnView view) {
        if (view.closed()) {
            throw new StepRefused(
                    "RT23",
                    view.period().chinese() + "已经关账，不能再报；如有错误，请联系所在县（市、区）申请重开。",
                    view.period().iso() + " is closed. Maybe ask the county to reopen it.");
        }
    }

    private static StepRefused overtaken() {
        return new StepRefused(
                "RT21",
                "该月报刚刚被别人重新上报，请刷新后再提交；您填写的内容保存在草稿中。",
                "Somebody has just filed this return anew. Maybe reload and submit again; what you typed is kept as a draft.");
    }

    private <T> T run(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
