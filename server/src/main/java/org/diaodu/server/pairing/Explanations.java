package org.diaodu.server.pairing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Policies that leaders explain to their enterprises; the enterprise reads them and is told. */
@Component
@Transactional
public class Explanations {

    private final JdbcClient jdbc;
    private final PairingRows rows;
    private final PairingTimeline timeline;
    private final PairingNotices notices;

    Explanations(JdbcClient jdbc, PairingRows rows, PairingTimeline timeline, PairingNotices notices) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
        this.notices = notices;
    }

    /** Sends an explanation; the same form sent twice sends it once. */
    public Outcome send(long enterprise, String form, String title, String words, String link) {
        Pairing now = rows.holding(enterprise).orElseThrow(() -> PairedEnterprises.notThere(enterprise));
        PairingRights.requireServe(Callers.current(), now.leader());
        Map<String, String> faults = faults(form, title, words, link);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        Optional<Long> fresh = jdbc.sql("""
                insert into pairing_explanation (enterprise_id, region, leader, form, title, words, link, sent_by_name)
                values (:enterprise, :region, :leader, :form, :title, :words, :link, :by)
                on conflict (form) do nothing returning id
                """)
                .param("enterprise", enterprise)
                .param("region", now.region())
                .param("leader", now.leader().id())
                .param("form", form)
                .param("title", title.strip())
                .param("words", words.strip())
                .param("link", link.strip())
                .param("by", Callers.current().displayName())
                .query(Long.class)
                .optional();
        if (fresh.isPresent()) {
            timeline.add("EXPLAIN", enterprise, now.region(), title.strip());
            notices.explained(enterprise, fresh.get(), title.strip());
        }
        return new Outcome.Done(1);
    }

    private static Map<String, String> faults(String form, String title, String words, String link) {
        var faults = new LinkedHashMap<String, String>();
        if (title.isBlank() || title.strip().length() > 120) faults.put("title", "pairing.fault.title");
        if (words.isBlank()) faults.put("words", "pairing.fault.words");
        else if (words.length() > 4_000) faults.put("words", "pairing.fault.notes.long");
        if (!link.isBlank() && !link.strip().matches("https?://\\S{3,500}")) faults.put("link", "pairing.fault.link");
        if (!form.matches("[0-9a-zA-Z-]{8,64}")) faults.put("title", "pairing.fault.form");
        return faults;
    }

    /** What was explained to an enterprise, the latest first, as far as the caller sees. */
    @Transactional(readOnly = true)
    public List<Explanation> of(long enterprise) {
        return jdbc.sql("""
                select x.id, x.title, x.words, x.link, x.sent_by_name, x.sent_at, l.name || '（' || l.post || '）' as leader
                from pairing_explanation x join leader l on l.id = x.leader
                where x.enterprise_id = :enterprise order by x.id desc
                """)
                .param("enterprise", enterprise)
                .query((row, number) -> new Explanation(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("words"),
                        row.getString("link"),
                        row.getString("leader"),
                        row.getString("sent_by_name"),
                        row.getTimestamp("sent_at").toInstant()))
                .list();
    }
}
