package org.diaodu.server.policies.delivery;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.standards.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what enterprises agreed to, and shows notices to anybody. */
@Component
@Transactional
public class PublicNotices {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final EntitlementRows rows;
    private final EntitlementTimeline timeline;
    private final DeliveryProperties properties;
    private final BusinessClock clock;
    private final Audit audit;
    private final DeliveryNews news;
    private final WorkingDays calendar = WorkingDays.bundled().assumingWeekends();

    PublicNotices(
            JdbcClient jdbc,
            EntitlementRows rows,
            EntitlementTimeline timeline,
            DeliveryProperties properties,
            BusinessClock clock,
            Audit audit,
            DeliveryNews news) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
        this.properties = properties;
        this.clock = clock;
        this.audit = audit;
        this.news = news;
    }

    /** The last day of a notice that is made on a day. */
    public LocalDate until(LocalDate made) {
        return calendar.plus(made, properties.noticeDays());
    }

    /** Publishes all of these or none; the same form sent again gives the notice it made. */
    public Outcome publish(Collection<String> numbers, String title, String contact, String key) {
        return publish(numbers, title, contact, key, clock.today(), timeline.signature());
    }

    Outcome publish(Collection<String> numbers, String title, String contact, String key, LocalDate day, Signature by) {
        DeliveryRights.requireOfficer();
        Optional<String> before = Forms.made(jdbc, "select number from policy_notice where form_key = :key", key);
        if (before.isPresent()) return new Outcome.Done(before.get());
        Map<String, String> faults = new LinkedHashMap<>();
        if (title.isBlank() || title.length() > LONGEST) faults.put("title", "delivery.fault.title");
        if (contact.length() > LONGEST) faults.put("contact", "delivery.fault.long");
        if (numbers.isEmpty()) faults.put("number", "delivery.fault.none");
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        List<Entitlement> chosen = Forms.all(rows, numbers);
        LocalDate until = until(day);
        String number = insert(title.strip(), contact.strip(), key, day, until, by);
        for (Entitlement one : chosen) {
            requirePayable(one);
            EntitlementState after = one.state().publish(number, until);
            rows.move(one, after, by);
            timeline.took(one, "PUBLISH", after, number, by);
            line(number, one);
            news.tell(one, "notice/" + number, one.title() + "：公示至 " + until, "");
        }
        audit.record("policy-notice.publish", "policy-notice", number, null, Map.of("entries", chosen.size()), title);
        return new Outcome.Done(number);
    }

    private static void requirePayable(Entitlement one) {
        if (!one.isPaidOut()) {
            throw new StepRefused(
                    "PD04",
                    one.number() + "（" + one.title() + "）不由财政拨付，企业确认后即办结，不需要公示。",
                    one.number() + " is not paid by the treasury: it ends where the enterprise agrees.");
        }
        if (!one.doubt().isEmpty()) {
            throw new StepRefused(
                    "PD05",
                    one.number() + " 最近一次匹配存疑（" + one.doubt() + "），不能公示；请补齐事实后重新匹配。",
                    one.number() + " is in doubt since the last run (" + one.doubt()
                            + "). Maybe enter the fact and match again.");
        }
    }

    private String insert(String title, String contact, String key, LocalDate day, LocalDate until, Signature by) {
        return jdbc.sql("""
                insert into policy_notice (number, region, title, contact, from_day, until_day, made_by, made_at, form_key)
                values (:year || '-G' || lpad(nextval('policy_notice_number')::text, 4, '0'), :region, :title, :contact, :from,
                        :until, :by, :at, :key)
                returning number
                """)
                .param("year", "" + day.getYear())
                .param("region", Forms.region())
                .param("title", title)
                .param("contact", contact)
                .param("from", day)
                .param("until", until)
                .param("by", by.name())
                .param("at", java.sql.Timestamp.from(by.at()))
                .param("key", key.isBlank() ? null : key, java.sql.Types.VARCHAR)
                .query(String.class)
                .single();
    }

    private void line(String notice, Entitlement one) {
        jdbc.sql("""
                insert into policy_notice_line (notice, entitlement_id, region, enterprise_name, subject_name, title, amount_fen)
                values (:notice, :id, :region, :enterprise, :subject, :title, :fen)
                """)
                .param("notice", notice)
                .param("id", one.id())
                .param("region", one.region())
                .param("enterprise", one.subject().enterpriseName())
                .param("subject", one.subject().name())
                .param("title", one.title())
                .param("fen", one.dueFen(), java.sql.Types.BIGINT)
                .update();
    }

    /** A notice as anybody may read it, without an account. */
    @Transactional(readOnly = true)
    public Optional<PublicNotice> shown(String number) {
        List<PublicNotice.Line> lines = jdbc.sql("select * from policy_notice_lines_shown(:number)")
                .param("number", number)
                .query((row, at) -> new PublicNotice.Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5) == null ? null : (Long) row.getLong(5)))
                .list();
        return jdbc.sql("select * from policy_notice_shown(:number)")
                .param("number", number)
                .query((row, at) -> new PublicNotice(
                        number,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        lines))
                .optional();
    }

    /** The officer's own, the latest first. */
    @Transactional(readOnly = true)
    public List<PublicNotice> latest(int most) {
        return jdbc
                .sql("select number from policy_notice order by made_at desc limit :most")
                .param("most", most)
                .query(String.class)
                .list()
                .stream()
                .flatMap(number -> shown(number).stream())
                .toList();
    }
}
