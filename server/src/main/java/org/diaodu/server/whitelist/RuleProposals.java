package org.diaodu.server.whitelist;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.diaodu.rules.book.Clause;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.audit.Change;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.diaodu.server.rulebook.Population;
import org.diaodu.server.rulebook.Populations;
import org.diaodu.server.rulebook.RuleShelf;
import org.diaodu.server.rulebook.Rules;
import org.diaodu.server.rulebook.ShelvedRule;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who would enter the list by the rule {@value #RULE}, and enters those chosen in one statement: all or none, and nobody who is
 * on the list already.
 */
@Component
@Transactional
public class RuleProposals {

    static final String RULE = "white-list";

    private final Populations populations;
    private final Population population;
    private final Rules rules;
    private final JdbcClient jdbc;
    private final EntryRows rows;
    private final EntryTimeline timeline;
    private final Audit audit;
    private final BusinessClock clock;
    private final WhiteListProperties limits;
    private final Notices notices;
    private final Addressees addressees;

    RuleProposals(
            Populations populations,
            Population whiteListPopulation,
            RuleShelf rules,
            JdbcClient jdbc,
            EntryRows rows,
            EntryTimeline timeline,
            Audit audit,
            BusinessClock clock,
            WhiteListProperties limits,
            Notices notices,
            Addressees addressees) {
        this.populations = populations;
        this.population = whiteListPopulation;
        this.rules = rules;
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
        this.limits = limits;
        this.notices = notices;
        this.addressees = addressees;
    }

    /**
     * An enterprise the rule names.
     *
     * @param grounds the row of the rule that does
     * @param entry the number of its open or valid entry; null where it would enter
     */
    public record Proposal(
            long enterprise,
            String name,
            String creditCode,
            String region,
            Kind kind,
            String grounds,
            @Nullable String entry) {

        public boolean isFresh() {
            return entry == null;
        }
    }

    /**
     * Whom the rule names.
     *
     * @param all in the order of their counties, those on the list already too
     * @param clause where the rule comes from
     */
    public record Preview(List<Proposal> all, Clause clause) {

        public List<Proposal> fresh() {
            return all.stream().filter(Proposal::isFresh).toList();
        }
    }

    /** How many entered, and how many of those asked for did not: on the list already, or no longer named by the rule. */
    public record Listed(int entered, int left) {}

    /** Whom the rule names today within the caller's unit, for one kind. */
    @Transactional(readOnly = true)
    public Preview preview(Kind kind) {
        return new Preview(named(kind, _ -> true), rules.rule(RULE).clause(clock.today()));
    }

    /** What is wrong with the last day as it was typed: faults by field, as message keys. */
    public Map<String, String> faults(String until) {
        LocalDate last = PassForm.day(until);
        if (last == null) return Map.of("until", "whitelist.fault.day");
        if (last.isBefore(clock.today())) return Map.of("until", "whitelist.fault.past");
        return last.isAfter(clock.today().plusDays(limits.longestDays() - 1L))
                ? Map.of("until", "whitelist.fault.longest")
                : Map.of();
    }

    /** Enters those chosen, from today until this day; asked for a second time it enters nobody. */
    public Listed enter(Kind kind, Collection<Long> enterprises, LocalDate until) {
        WhiteListRights.require(WhiteListRights.mayList(Callers.current()), "按规则列入", "enter anybody by rule");
        Unit.Level level = Callers.current().ownUnit().level();
        Set<Long> asked = new HashSet<>(enterprises);
        List<Proposal> chosen = named(kind, asked::contains);
        var validity = new Validity(clock.today(), until);
        int entered = insert(kind, chosen, level, validity, timeline.signature());
        return new Listed(entered, asked.size() - entered);
    }

    private record Entered(long id, String number, long enterprise, String region, String grounds) {}

    /** Gives how many entered; for loading as well. */
    int insert(Kind kind, List<Proposal> chosen, Unit.Level level, Validity validity, Signature by) {
        Long[] enterprises = chosen.stream().map(Proposal::enterprise).toArray(Long[]::new);
        rows.endExpired(List.of(enterprises), kind);
        List<Entered> entered = jdbc.sql("""
                insert into white_list_entry (number, enterprise_id, enterprise_name, credit_code, industry, region, kind, origin,
                        level, grounds, state, state_since, valid_from, valid_until, applied_by, applied_at, decided_by)
                select :year || '-B' || lpad(nextval('white_list_number')::text, 4, '0'), e.id, a.name, e.credit_code, a.industry,
                       a.region, :kind, 'RULE', :level, n.grounds, 'GRANTED', :at, :from, :until, :by, :at, :by
                from unnest(:enterprises::bigint[], :grounds::text[]) with ordinality as n(enterprise, grounds, position)
                join enterprise e on e.id = n.enterprise
                join enterprise_attributes a on a.enterprise_id = e.id and a.valid_from <= :today
                     and (a.valid_to is null or a.valid_to > :today)
                where not exists (select from white_list_entry w where w.enterprise_id = e.id and w.kind = :kind
                                  and w.state in ('APPLIED', 'GRANTED') and not w.over)
                order by n.position
                on conflict (enterprise_id, kind) where state in ('APPLIED', 'GRANTED') and not over do nothing
                returning id, number, enterprise_id, region, grounds
                """)
                .param("year", "" + clock.today().getYear())
                .param("kind", kind.name())
                .param("level", level.name())
                .param("at", Timestamp.from(by.at()))
                .param("from", validity.from())
                .param("until", validity.until())
                .param("today", clock.today())
                .param("by", by.name())
                .param("enterprises", enterprises)
                .param("grounds", chosen.stream().map(Proposal::grounds).toArray(String[]::new))
                .query((row, number) -> new Entered(
                        row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5)))
                .list();
        tell(kind, entered, validity, by);
        return entered.size();
    }

    private void tell(Kind kind, List<Entered> entered, Validity validity, Signature by) {
        jdbc.sql("""
                insert into white_list_event (entry_id, enterprise_id, region, at, kind, state, actor, actor_name, actor_unit, words)
                select n.id, n.enterprise, n.region, :at, 'LIST', 'GRANTED', :actor, :name, :unit, n.grounds
                from unnest(:ids::bigint[], :enterprises::bigint[], :regions::text[], :grounds::text[])
                     as n(id, enterprise, region, grounds)
                """)
                .param("at", Timestamp.from(by.at()))
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("ids", entered.stream().map(Entered::id).toArray(Long[]::new))
                .param("enterprises", entered.stream().map(Entered::enterprise).toArray(Long[]::new))
                .param("regions", texts(entered, Entered::region))
                .param("grounds", texts(entered, Entered::grounds))
                .update();
        List<Change> changes = new ArrayList<>();
        for (Entered one : entered) {
            Map<String, Object> after = Map.of(
                    "state",
                    "GRANTED",
                    "enterprise",
                    one.enterprise(),
                    "until",
                    validity.until().toString());
            changes.add(
                    new Change(EntryTimeline.action("LIST"), "white-list", one.number(), null, after, one.grounds()));
            notices.tell(
                    addressees.ofEnterprise(one.enterprise()),
                    new Telling(
                            "white-list/" + one.number() + "/LIST",
                            "white-list",
                            "本企业已列入" + kind.zh() + "白名单，" + validity.until() + " 前有效",
                            one.grounds(),
                            "/whitelist/" + one.number()));
        }
        audit.recordAll(changes);
    }

    /** The enterprises the rule names today, of those wanted. */
    List<Proposal> named(Kind kind, Predicate<Long> wanted) {
        ShelvedRule rule = rules.rule(RULE);
        var table = rule.asOf(clock.today(), kind.zh());
        Map<Long, String> open = open(kind);
        List<Proposal> named = new ArrayList<>();
        for (Populations.Member member : populations.members(population, clock.today())) {
            if (!wanted.test(member.id())) continue;
            if (table.answer(member.inputs()).value() instanceof String grounds) {
                named.add(new Proposal(
                        member.id(),
                        member.name(),
                        member.creditCode(),
                        member.region(),
                        kind,
                        grounds,
                        open.get(member.id())));
            }
        }
        return named;
    }

    /** The number of the open or valid entry by enterprise. */
    private Map<Long, String> open(Kind kind) {
        Map<Long, String> open = new HashMap<>();
        jdbc.sql("""
                select enterprise_id, number from white_list_entry
                where kind = :kind and not over and (state = 'APPLIED' or (state = 'GRANTED' and valid_until >= :today))
                """).param("kind", kind.name()).param("today", clock.today()).query(row -> {
            open.put(row.getLong(1), row.getString(2));
        });
        return open;
    }

    private static String[] texts(List<Entered> entered, Function<Entered, String> text) {
        return entered.stream().map(text).toArray(String[]::new);
    }
}
