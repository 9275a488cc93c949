package org.diaodu.server.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.audit.Change;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes new versions of many returns with their figures, findings and audit rows, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FilingWriting {

    private final JdbcClient jdbc;
    private final FigureWriting figures;
    private final Audit audit;

    FilingWriting(JdbcClient jdbc, FigureWriting figures, Audit audit) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.audit = audit;
    }

    /** What is said about all returns of one submission. */
    record Submission(
            Period period,
            Filing.Source source,
            @Nullable String idempotencyKey,
            @Nullable String note) {}

    /** Files every judged return that says something new. */
    void write(Submission submission, List<Judged> judged) {
        List<Judged> changed = judged.stream()
                .filter(one -> !one.isUnchanged())
                .sorted(java.util.Comparator.comparingLong(
                        one -> one.enterprise().id()))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        retire(changed);
        Map<Long, Long> filingOf = insert(submission, changed);
        figures.write(submission.period(), changed, filingOf);
        figures.writeFindings(submission.period(), changed, filingOf);
        settleOpenQueries(submission.period(), changed);
        audit(submission, changed);
    }

    private void retire(List<Judged> changed) {
        List<Long> old = new ArrayList<>();
        for (Judged one : changed) {
            if (one.standing() != null) {
                old.add(one.standing().filingId());
            }
        }
        if (old.isEmpty()) {
            return;
        }
        int retired = jdbc.sql(
                        "update filing set current = false, row_version = row_version + 1 where id = any(:old) and current")
                .param("old", old.toArray(Long[]::new))
                .update();
        if (retired != old.size()) {
            throw new StepRefused(
                    "RT21",
                    "有月报刚刚被别人重新上报，请刷新后再提交；您填写的内容没有丢失。",
                    "Somebody has just filed one of these returns anew. Maybe reload and submit again; nothing you typed is lost.");
        }
    }

    private Map<Long, Long> insert(Submission submission, List<Judged> changed) {
        Map<Long, Long> filingOf = new HashMap<>();
        String by = Callers.current().name();
        boolean takenOver = submission.source() == Filing.Source.TAKEN_OVER;
        jdbc.sql("""
                insert into filing (enterprise_id, region, period, version, state, source, filed_by, idempotency_key, digest,
                        unexplained, findings, note, accepted_by, accepted_at)
                select enterprise_id, region, :period, version, state, :source, :by, :key, digest, unexplained, findings, :note,
                       :accepted, case when :accepted::text is null then null else now() end
                from unnest(:enterprises::bigint[], :regions::text[], :versions::int[], :states::text[], :digests::text[],
                            :unexplained::int[], :findings::int[])
                     as new(enterprise_id, region, version, state, digest, unexplained, findings)
                returning enterprise_id, id
                """)
                .param("period", submission.period().iso())
                .param("source", submission.source().name())
                .param("by", by)
                .param("key", submission.idempotencyKey(), java.sql.Types.VARCHAR)
                .param("note", submission.note(), java.sql.Types.VARCHAR)
                .param("accepted", takenOver ? by : null, java.sql.Types.VARCHAR)
                .param(
                        "enterprises",
                        changed.stream().map(j -> j.enterprise().id()).toArray(Long[]::new))
                .param(
                        "regions",
                        changed.stream().map(j -> j.enterprise().region()).toArray(String[]::new))
                .param("versions", changed.stream().map(Judged::nextVersion).toArray(Integer[]::new))
                .param(
                        "states",
                        changed.stream()
                                .map(j -> stateAfter(j, submission).name())
                                .toArray(String[]::new))
                .param("digests", changed.stream().map(Judged::digest).toArray(String[]::new))
                .param("unexplained", changed.stream().map(Judged::unexplained).toArray(Integer[]::new))
                .param(
                        "findings",
                        changed.stream().map(j -> j.findings().size()).toArray(Integer[]::new))
                .query(row -> {
                    filingOf.put(row.getLong(1), row.getLong(2));
                });
        return filingOf;
    }

    /** An analyst's file may correct what was accepted; it then has to be accepted again. */
    private static ReturnState stateAfter(Judged one, Submission submission) {
        return switch (submission.source()) {
            case TAKEN_OVER -> ReturnState.ACCEPTED;
            case IMPORT ->
                one.standing() == null || one.standing().state() == ReturnState.ACCEPTED
                        ? ReturnState.FILED
                        : one.standing().state().file();
            case FORM, UPLOAD ->
                (one.standing() == null ? ReturnState.DRAFT : one.standing().state()).file();
        };
    }

    private void settleOpenQueries(Period period, List<Judged> changed) {
        Long[] refiled = changed.stream()
                .filter(one -> one.standing() != null && one.standing().state() == ReturnState.QUERIED)
                .map(one -> one.enterprise().id())
                .toArray(Long[]::new);
        if (refiled.length > 0) {
            jdbc.sql("""
                    update query set state = 'ANSWERED', answered_by = :by, answered_at = now(),
                           answer = coalesce(answer, '已重新上报 / filed anew')
                    where period = :period and state = 'OPEN' and enterprise_id = any(:refiled)
                    """)
                    .param("by", Callers.current().name())
                    .param("period", period.iso())
                    .param("refiled", refiled)
                    .update();
        }
    }

    private void audit(Submission submission, List<Judged> changed) {
        audit.recordAll(changed.stream()
                .map(one -> new Change(
                        "return.file",
                        "return",
                        one.enterprise().creditCode() + " "
                                + submission.period().iso(),
                        one.standing() == null
                                ? null
                                : version(
                                        one.standing().version(), one.standing().digest()),
                        version(one.nextVersion(), one.digest()),
                        submission.note()))
                .toList());
    }

    private static Map<String, Object> version(int version, String digest) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", version);
        map.put("digest", digest);
        return map;
    }
}
