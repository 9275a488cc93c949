package org.diaodu.server.returns;

import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.audit.Change;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The loop between analyst and clerk: query, answer, accept, excuse. */
@Component
@Transactional
public class ReturnReview {

    private final JdbcClient jdbc;
    private final ReturnDesk desk;
    private final Audit audit;
    private final Notices notices;
    private final Addressees addressees;

    ReturnReview(JdbcClient jdbc, ReturnDesk desk, Audit audit, Notices notices, Addressees addressees) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.audit = audit;
        this.notices = notices;
        this.addressees = addressees;
    }

    /** Asks about a return, or about one of its items. */
    public void ask(long enterprise, Period period, int rowVersion, @Nullable String item, String question) {
        ReturnView view = open(enterprise, period);
        ReturnState after = view.state().query();
        if (question.isBlank()) {
            throw new StepRefused("RT17", "请写明要问什么。", "Say what the question is.");
        }
        Filing filing = move(view, rowVersion, after, null);
        long query = jdbc.sql("""
                insert into query (filing_id, enterprise_id, region, period, item, question, asked_by)
                values (:filing, :enterprise, :region, :period, :item, :question, :by)
                returning id
                """)
                .param("filing", filing.id())
                .param("enterprise", enterprise)
                .param("region", filing.region())
                .param("period", period.iso())
                .param("item", item, java.sql.Types.VARCHAR)
                .param("question", question.strip())
                .param("by", by())
                .query(Long.class)
                .single();
        notices.tell(
                addressees.ofEnterprise(enterprise),
                telling("query/" + query, period.chinese() + "月报有一处查询待答复", question, view));
        audit(view, "return.query", item == null ? Map.of() : Map.of("item", item), question);
    }

    /** Answers one query; the return is answered when none is open any more. */
    public void answer(long enterprise, Period period, long query, String answer) {
        ReturnView view = open(enterprise, period);
        view.state().answer();
        if (answer.isBlank()) {
            throw new StepRefused("RT18", "请填写答复。", "Give an answer.");
        }
        List<String> asked = jdbc.sql("""
                update query set state = 'ANSWERED', answer = :answer, answered_by = :by, answered_at = now()
                where id = :id and enterprise_id = :enterprise and period = :period and state = 'OPEN'
                returning asked_by
                """)
                .param("answer", answer.strip())
                .param("by", by())
                .param("id", query)
                .param("enterprise", enterprise)
                .param("period", period.iso())
                .query(String.class)
                .list();
        if (asked.isEmpty()) {
            throw new StepRefused("RT19", "该查询已经答复过了。", "That query has been answered already.");
        }
        if (view.openQueries().size() == 1) {
            Filing filing = view.versions().getFirst();
            move(view, filing.rowVersion(), view.state().answer(), null);
        }
        String title = view.enterprise().name() + "答复了" + period.chinese() + "月报的查询";
        notices.tell(addressees.named(asked.getFirst()), telling("query/" + query + "/answered", title, answer, view));
        audit(view, "return.answer", Map.of("query", query), answer);
    }

    /** Explains a finding of a return that is filed; figures stay as they are. */
    public void explain(long enterprise, Period period, String findingKey, String explanation) {
        ReturnView view = open(enterprise, period);
        Finding finding = view.finding(findingKey)
                .orElseThrow(() -> new StepRefused("RT20", "没有这处问题。", "There is no such finding."));
        Filing filing = view.versions().getFirst();
        jdbc.sql("update finding set explanation = :text where filing_id = :id and code = :code and item = :item")
                .param("text", explanation.strip())
                .param("id", filing.id())
                .param("code", finding.code())
                .param("item", finding.item())
                .update();
        jdbc.sql("""
                update filing set row_version = row_version + 1, unexplained =
                       (select count(*) from finding where filing_id = :id and severity = 'EXPLAIN' and coalesce(explanation, '') = '')
                where id = :id
                """).param("id", filing.id()).update();
        audit(view, "return.explain", Map.of("finding", findingKey), explanation);
    }

    public void accept(long enterprise, Period period, int rowVersion) {
        ReturnView view = open(enterprise, period);
        Filing filing = view.filing();
        ReturnState after = view.state().accept(filing == null ? 0 : filing.unexplained());
        move(view, rowVersion, after, by());
        jdbc.sql("""
                update query set state = 'SETTLED', settled_by = :by, settled_at = now()
                where enterprise_id = :enterprise and period = :period and state <> 'SETTLED'
                """)
                .param("by", by())
                .param("enterprise", enterprise)
                .param("period", period.iso())
                .update();
        audit(view, "return.accept", Map.of("version", filing == null ? 0 : filing.version()), null);
    }

    /**
     * Accepts every return within a region prefix that waits for the analyst and has nothing to be asked: no finding but
     * hints, or each explained when {@code explainedToo}.
     *
     * @return how many were accepted
     */
    public int acceptClean(Period period, String regionPrefix, boolean explainedToo) {
        List<String> accepted = jdbc.sql("""
                update filing f set state = 'ACCEPTED', accepted_by = :by, accepted_at = now(), row_version = row_version + 1
                from enterprise e
                where f.current and f.period = :period and f.state in ('FILED', 'ANSWERED') and f.unexplained = 0
                  and starts_with(f.region, :prefix) and e.id = f.enterprise_id
                  and (:explainedToo or not exists (
                        select 1 from finding x where x.filing_id = f.id and x.severity <> 'HINT'))
                returning e.credit_code
                """)
                .param("by", by())
                .param("period", period.iso())
                .param("prefix", regionPrefix)
                .param("explainedToo", explainedToo)
                .query(String.class)
                .list();
        audit.recordAll(accepted.stream()
                .sorted()
                .map(code -> new Change(
                        "return.accept", "return", code + " " + period.iso(), null, Map.of("clean", true), null))
                .toList());
        return accepted.size();
    }

    /** Says that an enterprise need not file for a period. */
    public void excuse(long enterprise, Period period, String reason) {
        ReturnView view = open(enterprise, period);
        if (view.filing() != null) {
            throw new StepRefused("RT24", "已经上报，不必免报。", "A return is filed: there is nothing to excuse.");
        }
        if (reason.isBlank()) {
            throw new StepRefused("RT25", "请写明免报的理由。", "Give the reason for excusing it.");
        }
        jdbc.sql("""
                insert into excuse (enterprise_id, period, region, reason, excused_by) values (:id, :period, :region, :reason, :by)
                on conflict (enterprise_id, period) do update set reason = excluded.reason, excused_by = excluded.excused_by, excused_at = now()
                """)
                .param("id", enterprise)
                .param("period", period.iso())
                .param("region", view.enterprise().region())
                .param("reason", reason.strip())
                .param("by", by())
                .update();
        audit(view, "return.excuse", Map.of(), reason);
    }

    private static Telling telling(String key, String title, String body, ReturnView view) {
        String page = "/returns/" + view.enterprise().id() + "/" + view.period().iso();
        return new Telling(key, "return", title, body.strip(), page);
    }

    private ReturnView open(long enterprise, Period period) {
        ReturnView view = desk.view(enterprise, period);
        if (view.closed()) {
            throw new StepRefused(
                    "RT23",
                    period.chinese() + "已经关账，月报不能再动；如有错误，请先申请重开。",
                    period.iso() + " is closed. Maybe ask for reopening first.");
        }
        return view;
    }

    private Filing move(ReturnView view, int rowVersion, ReturnState after, @Nullable String acceptedBy) {
        Filing filing = view.versions().getFirst();
        int moved = jdbc.sql("""
                update filing set state = :state, accepted_by = :by, row_version = row_version + 1,
                       accepted_at = case when :by::text is null then null else now() end
                where id = :id and row_version = :version and current
                """)
                .param("state", after.name())
                .param("by", acceptedBy, java.sql.Types.VARCHAR)
                .param("id", filing.id())
                .param("version", rowVersion)
                .update();
        if (moved == 0) {
            throw new StepRefused(
                    "RT26",
                    "该月报刚刚被别人处理或重新上报（现为第 " + filing.version() + " 版），请刷新后再试。",
                    "Somebody has just acted on this return or filed it anew (now version " + filing.version()
                            + "). Maybe reload and try again.");
        }
        return filing;
    }

    private void audit(ReturnView view, String action, Map<String, ?> after, @Nullable String reason) {
        audit.record(
                action,
                "return",
                view.enterprise().creditCode() + " " + view.period().iso(),
                Map.of("state", view.state().name()),
                after,
                reason);
    }

    private static String by() {
        return Callers.current().name();
    }
}
