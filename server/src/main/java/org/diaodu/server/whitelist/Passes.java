package org.diaodu.server.whitelist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues and revokes passes, one at a time for each entry, and answers the checkpoint. */
@Component
@Transactional
public class Passes {

    private static final int LONGEST_WORDS = 4_000;

    private final JdbcClient jdbc;
    private final EntryRows entries;
    private final EntryTimeline timeline;
    private final WhiteListProperties limits;
    private final BusinessClock clock;
    private final Notices notices;
    private final Addressees addressees;

    Passes(
            JdbcClient jdbc,
            EntryRows entries,
            EntryTimeline timeline,
            WhiteListProperties limits,
            BusinessClock clock,
            Notices notices,
            Addressees addressees) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.timeline = timeline;
        this.limits = limits;
        this.clock = clock;
        this.notices = notices;
        this.addressees = addressees;
    }

    /** What a checkpoint is told of a valid pass, and all it is told. */
    public record Shown(Plate plate, LocalDate validUntil) {}

    /** Whether somebody holds a valid pass by this code today: anybody may ask; empty for whatever else it may be. */
    public Optional<Shown> shown(PassCode code) {
        return jdbc.sql("select plate, valid_until from pass_shown(:code, :today)")
                .param("code", code.value())
                .param("today", clock.today())
                .query((row, number) ->
                        new Shown(new Plate(row.getString("plate")), row.getObject("valid_until", LocalDate.class)))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Pass> of(WhiteListEntry entry) {
        return jdbc.sql("""
                select p.*, e.number as entry from white_list_pass p join white_list_entry e on e.id = p.entry_id
                where p.entry_id = :id order by p.id desc
                """).param("id", entry.id()).query(Passes::pass).list();
    }

    @Transactional(readOnly = true)
    public Pass get(String number) {
        return jdbc.sql("""
                select p.*, e.number as entry from white_list_pass p join white_list_entry e on e.id = p.entry_id
                where p.number = :number
                """)
                .param("number", number)
                .query(Passes::pass)
                .optional()
                .orElseThrow(() -> notThere(number));
    }

    /** Whether the caller may issue and revoke passes of the entry as it stands. */
    @Transactional(readOnly = true)
    public boolean mayIssue(WhiteListEntry entry) {
        return entry.state() instanceof EntryState.Granted && WhiteListRights.mayPass(Callers.current(), entry);
    }

    /** Issues a pass for a vehicle; a form that is sent again gives the pass it made. */
    public Outcome issue(String number, PassForm form) {
        WhiteListEntry entry = entries.lock(number);
        WhiteListRights.require(WhiteListRights.mayPass(Callers.current(), entry), "签发通行证", "issue passes");
        Optional<String> before = ofForm(entry, form.key());
        if (before.isPresent()) return new Outcome.Done(before.get());
        return issue(entry, form, timeline.signature());
    }

    /** Issues it signed by whoever did; for loading as well. */
    Outcome issue(WhiteListEntry entry, PassForm form, Signature by) {
        Validity days = entry.state().requirePasses();
        Map<String, String> faults = form.faults(days, clock.today());
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        requireRoom(entry);
        Plate plate = Plate.typed(form.plate()).orElseThrow();
        String number = jdbc.sql("""
                with numbered as (update white_list_entry set passes = passes + 1 where id = :entry returning passes)
                insert into white_list_pass (number, entry_id, enterprise_id, region, code, plate, goods, from_place, to_place,
                        valid_from, valid_until, issued_by, issued_at, form_key)
                select :prefix || lpad(passes::text, 2, '0'), :entry, :enterprise, :region, :code, :plate, :goods, :from, :to,
                       :first, :last, :by, :at, :key from numbered
                returning number
                """)
                .param("entry", entry.id())
                .param("prefix", entry.number() + "-")
                .param("enterprise", entry.subject().enterpriseId())
                .param("region", entry.region())
                .param("code", PassCode.random().value())
                .param("plate", plate.value())
                .param("goods", form.goods().strip())
                .param("from", form.from().strip())
                .param("to", form.to().strip())
                .param("first", LocalDate.parse(form.validFrom().strip()))
                .param("last", LocalDate.parse(form.validUntil().strip()))
                .param("by", by.name())
                .param("at", Timestamp.from(by.at()))
                .param("key", form.key().isBlank() ? null : form.key(), java.sql.Types.VARCHAR)
                .query(String.class)
                .single();
        timeline.add(entry, "PASS", number + " " + plate.shown(), by, Map.of("pass", number, "plate", plate.value()));
        return new Outcome.Done(number);
    }

    /** Takes a pass back; its code is not valid from now on. */
    public Outcome revoke(String number, String words) {
        WhiteListEntry entry = entries.lock(get(number).entry());
        WhiteListRights.require(WhiteListRights.mayPass(Callers.current(), entry), "撤销通行证", "revoke passes");
        Pass pass = get(number);
        if (pass.standing(clock.today()) == Pass.Standing.REVOKED
                || pass.standing(clock.today()) == Pass.Standing.EXPIRED) {
            throw new StepRefused(
                    "WL04",
                    "通行证 " + number + " 已撤销或已到期，不能再撤销；需要时请另行签发。",
                    "Pass " + number + " is revoked or expired already. Maybe issue another.");
        }
        if (words.isBlank()) return new Outcome.Faulty(Map.of("words", "whitelist.fault.words"));
        if (words.length() > LONGEST_WORDS) return new Outcome.Faulty(Map.of("words", "whitelist.fault.long"));
        revoke(entry, pass, words, timeline.signature());
        if (Callers.current().enterpriseId() == null) {
            notices.tell(
                    addressees.ofEnterprise(entry.subject().enterpriseId()),
                    new Telling(
                            "white-list/pass/" + number + "/revoked",
                            "white-list",
                            "通行证 " + number + "（" + pass.plate().shown() + "）已撤销",
                            words,
                            "/whitelist/" + entry.number()));
        }
        return new Outcome.Done(number);
    }

    void revoke(WhiteListEntry entry, Pass pass, String words, Signature by) {
        jdbc.sql("update white_list_pass set revoked = true where number = :number")
                .param("number", pass.number())
                .update();
        String told = pass.number() + " " + pass.plate().shown() + "：" + words;
        timeline.add(entry, "PASS_REVOKE", told, by, Map.of("pass", pass.number(), "revoked", true));
    }

    private void requireRoom(WhiteListEntry entry) {
        long valid = jdbc.sql("""
                select count(*) from white_list_pass where entry_id = :id and not revoked and valid_until >= :today
                """)
                .param("id", entry.id())
                .param("today", clock.today())
                .query(Long.class)
                .single();
        if (valid >= limits.passesPerEntry()) {
            throw new StepRefused(
                    "WL05",
                    "该条目已有 " + valid + " 张有效通行证，达到上限；请先撤销不用的，再签发。",
                    "The entry has " + valid + " valid passes, which is the limit. Maybe revoke one that is not used.");
        }
    }

    private Optional<String> ofForm(WhiteListEntry entry, String key) {
        return jdbc.sql("select number from white_list_pass where entry_id = :id and form_key = :key")
                .param("id", entry.id())
                .param("key", key)
                .query(String.class)
                .optional();
    }

    private static Problem notThere(String number) {
        return Problem.notFound(
                "WL22",
                "没有通行证 " + number + "，或它不在您的范围内。",
                "There is no pass " + number + ", or it is outside your own.");
    }

    private static Pass pass(ResultSet row, int number) throws SQLException {
        return new Pass(
                row.getString("number"),
                row.getString("entry"),
                new PassCode(row.getString("code")),
                new Plate(row.getString("plate")),
                row.getString("goods"),
                row.getString("from_place"),
                row.getString("to_place"),
                new Validity(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class)),
                row.getBoolean("revoked"),
                row.getString("issued_by"),
                row.getTimestamp("issued_at").toInstant());
    }
}
