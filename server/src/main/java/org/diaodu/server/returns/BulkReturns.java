package org.diaodu.server.returns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files the returns of thousands of enterprises in one transaction: all of them or none. Rights are those of the caller;
 * the database refuses rows outside.
 */
@Component
public class BulkReturns {
    private static final int BATCH = 2_000;

    private final Judging judging;
    private final FilingWriting writing;

    BulkReturns(Judging judging, FilingWriting writing) {
        this.judging = judging;
        this.writing = writing;
    }

    /**
     * Files, judges and audits every return; one that says nothing new makes no new version.
     *
     * @throws BatchRefused with every fault, when an enterprise is not in the list, is given twice, or a rule that must
     *     hold does not
     */
    @Transactional
    public LoadReceipt load(Period period, Iterable<ReturnRow> rows) {
        return load(period, rows, Filing.Source.IMPORT, null, done -> {});
    }

    /** Takes over the returns of an earlier system as accepted, without judging them. */
    @Transactional
    public LoadReceipt takeOver(Period period, Iterable<ReturnRow> rows) {
        return load(period, rows, Filing.Source.TAKEN_OVER, null, done -> {});
    }

    LoadReceipt load(
            Period period,
            Iterable<ReturnRow> rows,
            Filing.Source source,
            @Nullable String note,
            LongConsumer progress) {
        ReportingPeriods.require(period);
        LoadReceipt receipt = LoadReceipt.none(period);
        Set<String> seen = new HashSet<>();
        List<BatchRefused.Fault> faults = new ArrayList<>();
        List<ReturnRow> batch = new ArrayList<>(BATCH);
        long done = 0;
        for (ReturnRow row : rows) {
            if (!seen.add(row.creditCode())) {
                faults.add(BatchRefused.twice(row.creditCode()));
                continue;
            }
            batch.add(row);
            if (batch.size() == BATCH) {
                receipt = receipt.plus(write(period, batch, source, note, faults));
                progress.accept(done += batch.size());
                batch.clear();
            }
        }
        receipt = receipt.plus(write(period, batch, source, note, faults));
        progress.accept(done + batch.size());
        if (!faults.isEmpty()) {
            throw new BatchRefused(faults);
        }
        return receipt;
    }

    private LoadReceipt write(
            Period period,
            List<ReturnRow> batch,
            Filing.Source source,
            @Nullable String note,
            List<BatchRefused.Fault> faults) {
        if (batch.isEmpty()) {
            return LoadReceipt.none(period);
        }
        Judging.Outcome outcome = judging.judge(period, batch, source != Filing.Source.TAKEN_OVER);
        outcome.notInTheList().forEach(code -> faults.add(BatchRefused.notInTheList(code, period)));
        for (Judged one : outcome.judged()) {
            one.findings().stream()
                    .filter(finding -> finding.severity() == Severity.MUST_HOLD)
                    .forEach(finding ->
                            faults.add(BatchRefused.broken(one.enterprise().creditCode(), finding)));
        }
        if (!faults.isEmpty()) {
            return LoadReceipt.none(period);
        }
        writing.write(new FilingWriting.Submission(period, source, null, note), outcome.judged());
        return receipt(period, outcome.judged());
    }

    private static LoadReceipt receipt(Period period, List<Judged> judged) {
        int filed = 0;
        int changed = 0;
        int unchanged = 0;
        long figures = 0;
        for (Judged one : judged) {
            if (one.isUnchanged()) {
                unchanged++;
                continue;
            }
            if (one.isNew()) {
                filed++;
            } else {
                changed++;
            }
            figures += one.row().figures().values();
        }
        return new LoadReceipt(period, filed, changed, unchanged, figures);
    }
}
