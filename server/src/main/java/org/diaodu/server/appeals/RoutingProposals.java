package org.diaodu.server.appeals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.RoutingProposal.Return;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.database.LastLook;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.rulebook.Edition;
import org.diaodu.server.rulebook.NewRow;
import org.diaodu.server.rulebook.RuleDrafts;
import org.diaodu.server.rulebook.RuleRights;
import org.diaodu.server.rulebook.RuleSuggestions;
import org.diaodu.server.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What "not ours" teaches the rule on routing. Two returns of one region, subject and level to the same line make a proposal;
 * whoever edits rules takes it up, as a draft that goes the usual way of two people, or turns it down with a reason. Either way
 * the returns are used up.
 */
@Component
@Transactional
public class RoutingProposals implements RuleSuggestions {

    private static final int TWICE = 2;
    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final AppealRouting routing;
    private final MemberUnits units;
    private final Rulebook rulebook;
    private final RuleDrafts drafts;
    private final BusinessClock clock;
    private final Audit audit;
    private final LastLook<Scope, Integer> counts = new LastLook<>();

    RoutingProposals(
            JdbcClient jdbc,
            AppealRouting routing,
            MemberUnits units,
            Rulebook rulebook,
            RuleDrafts drafts,
            BusinessClock clock,
            Audit audit) {
        this.jdbc = jdbc;
        this.routing = routing;
        this.units = units;
        this.rulebook = rulebook;
        this.drafts = drafts;
        this.clock = clock;
        this.audit = audit;
    }

    private record Group(String region, Subject subject, Unit.Level level, String before, String line) {}

    private record Settled(Group group, Unit.Level to, Return one) {}

    /** Those open, the one with most returns first, as far as the caller sees the appeals they come from. */
    @Transactional(readOnly = true)
    public List<RoutingProposal> open() {
        Map<Group, List<Settled>> groups = settled().stream()
                .collect(Collectors.groupingBy(Settled::group, LinkedHashMap::new, Collectors.toList()));
        List<RoutingProposal> open = new ArrayList<>();
        groups.forEach((group, returns) -> {
            if (returns.size() >= TWICE && !isRuleAlready(group)) open.add(proposal(group, returns));
        });
        open.sort(java.util.Comparator.comparingInt(one -> -one.returns().size()));
        return open;
    }

    /** How many are open, counted again once something was written. */
    @Transactional(readOnly = true)
    public int count() {
        return counts.get(Callers.current().scope(), () -> open().size());
    }

    /** Whether the rule has been changed meanwhile. */
    private boolean isRuleAlready(Group group) {
        return routing.line(group.subject(), group.level(), group.region(), clock.today())
                .equals(group.line());
    }

    /** The level that returned it, and those up to the one that got it, which are asked where the level below has no such unit. */
    private static RoutingProposal proposal(Group group, List<Settled> returns) {
        Unit.Level highest =
                returns.stream().map(Settled::to).min(Unit.Level::compareTo).orElse(group.level());
        List<Unit.Level> levels = Stream.of(Unit.Level.COUNTY, Unit.Level.PREFECTURE, Unit.Level.PROVINCE)
                .filter(level -> level.compareTo(group.level()) <= 0 && level.compareTo(highest) >= 0)
                .toList();
        return new RoutingProposal(
                group.region(),
                group.subject(),
                levels.isEmpty() ? List.of(highest) : levels,
                group.before(),
                group.line(),
                returns.stream().map(Settled::one).toList());
    }

    /** Disputes about where the rule had sent an appeal that ended with a unit of another line, and taught nothing yet. */
    private List<Settled> settled() {
        Map<String, MemberUnit> byCode = units.all().stream().collect(Collectors.toMap(MemberUnit::code, unit -> unit));
        return jdbc
                .sql("""
                select r.id, r.at, r.unit as to_unit, g.unit as from_unit, a.number, a.subject, a.region, a.enterprise_name,
                       coalesce((select d.words from appeal_event d where d.appeal_id = r.appeal_id and d.id < r.id
                                 and d.kind = 'DISPUTED' order by d.id desc limit 1), '') as why
                from appeal_event r
                join appeal a on a.id = r.appeal_id
                cross join lateral (
                    select kind, unit from appeal_event e where e.appeal_id = r.appeal_id and e.id < r.id
                       and e.kind in ('RAISED', 'REROUTED', 'REOPENED', 'GIVEN') order by e.id desc limit 1) g
                where r.kind = 'REROUTED' and g.kind in ('RAISED', 'REOPENED') and r.unit <> g.unit
                  and not exists (select from routing_verdict v where v.events @> array[r.id])
                order by r.id
                """)
                .query((row, number) -> {
                    MemberUnit from = Objects.requireNonNull(byCode.get(row.getString("from_unit")));
                    MemberUnit to = Objects.requireNonNull(byCode.get(row.getString("to_unit")));
                    var group = new Group(
                            row.getString("region"),
                            Subject.valueOf(row.getString("subject")),
                            from.level(),
                            from.line(),
                            to.line());
                    return new Settled(
                            group,
                            to.level(),
                            new Return(
                                    row.getLong("id"),
                                    row.getString("number"),
                                    row.getString("enterprise_name"),
                                    Objects.requireNonNull(AppealRows.moment(row.getTimestamp("at"))),
                                    from.name(),
                                    to.name(),
                                    row.getString("why")));
                })
                .list()
                .stream()
                .filter(one -> !one.group().line().isEmpty()
                        && !one.group().line().equals(one.group().before()))
                .toList();
    }

    /** What became of the latest ones. */
    @Transactional(readOnly = true)
    public List<RoutingVerdict> decided(int most) {
        return jdbc.sql("select * from routing_verdict order by id desc limit :most")
                .param("most", most)
                .query((row, number) -> new RoutingVerdict(
                        row.getString("region"),
                        Subject.valueOf(row.getString("subject")),
                        Arrays.stream((String[]) row.getArray("levels").getArray())
                                .map(level -> Unit.Level.valueOf(level).zh())
                                .collect(Collectors.joining("、")),
                        row.getString("before"),
                        row.getString("line"),
                        ((Long[]) row.getArray("events").getArray()).length,
                        row.getObject("rule_version", Long.class),
                        row.getString("words"),
                        row.getString("decided_by_name"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    /** Whether the caller may take one up or turn it down. */
    @Transactional(readOnly = true)
    public boolean mayDecide() {
        return RuleRights.mayEdit(Callers.current());
    }

    /**
     * Takes a proposal up: the rule's draft, begun if there is none, has the row. Taken up a second time it gives the same draft.
     *
     * @throws Problem where it is not as it was, a version waits for approval, or the rule's table takes no such row
     */
    public Edition accept(String key) {
        requireEdit();
        Optional<Long> before = version(key);
        if (before.isPresent()) return rulebook.edition(AppealRouting.ID, before.get());
        Edition draft = drafts.begin(
                AppealRouting.ID, rulebook.asOf(AppealRouting.ID, clock.today()).id());
        Optional<Long> meanwhile = version(key);
        if (meanwhile.isPresent()) return rulebook.edition(AppealRouting.ID, meanwhile.get());
        RoutingProposal proposal = find(key);
        if (draft.state() != Edition.State.DRAFT) {
            throw Problem.conflict(
                    "AP36",
                    "“诉求分办”规则有一版正在等待批准；请先批准或退回，再采纳这条建议。",
                    "A version of the rule on routing waits for approval. Maybe approve or decline it first.");
        }
        try {
            Edition changed = drafts.lay(AppealRouting.ID, draft.id(), row(proposal));
            keep(proposal, changed.id(), "");
            return changed;
        } catch (RuleFault fault) {
            throw Problem.conflict(fault.code(), fault.chinese(), fault.english());
        }
    }

    /** Turns a proposal down for a reason; it is not made again of the same returns. */
    public void reject(String key, String reason) {
        requireEdit();
        String words = AppealForm.clean(reason);
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Problem.badRequest(
                    "AP37", "请用 1 到 1000 个字写明不采纳的理由。", "Give the reason for turning it down in 1 to 1000 characters.");
        }
        if (!isDecided(key)) keep(find(key), null, words);
    }

    private static NewRow row(RoutingProposal proposal) {
        String region = Regional.name(proposal.region());
        String levels =
                proposal.levels().stream().map(level -> quoted(level.zh())).collect(Collectors.joining(", "));
        String numbers = proposal.returns().stream().map(Return::number).collect(Collectors.joining("、"));
        Map<String, String> values = Map.of(
                AppealRouting.REGION,
                proposal.region(),
                "事项",
                proposal.subject().zh(),
                "层级",
                proposal.levels().getFirst().zh());
        return new NewRow(
                Map.of(
                        AppealRouting.REGION,
                        quoted(proposal.region()),
                        "事项",
                        quoted(proposal.subject().zh()),
                        "层级",
                        levels),
                quoted(proposal.line()),
                region + "：" + numbers + " 经归属争议裁定由" + proposal.line() + "条线承办",
                new NewRow.Example(
                        region + proposal.subject().zh() + "（" + proposal.levelsZh() + "）", values, proposal.line()));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private void keep(RoutingProposal proposal, @org.jspecify.annotations.Nullable Long version, String words) {
        jdbc.sql("""
                insert into routing_verdict (region, subject, levels, before, line, events, rule_version, words, decided_by,
                        decided_by_name)
                values (:region, :subject, :levels, :before, :line, :events, :version, :words, :by, :name)
                """)
                .param("region", proposal.region())
                .param("subject", proposal.subject().name())
                .param(
                        "levels",
                        proposal.levels().stream().map(Unit.Level::name).toArray(String[]::new))
                .param("before", proposal.before())
                .param("line", proposal.line())
                .param("events", events(proposal.key()))
                .param("version", version, java.sql.Types.BIGINT)
                .param("words", words)
                .param("by", Callers.current().name())
                .param("name", Callers.current().displayName())
                .update();
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("region", proposal.region());
        after.put("subject", proposal.subject().name());
        after.put("line", proposal.line());
        if (version != null) after.put("version", version);
        audit.record(
                version == null ? "appeal.routing-reject" : "appeal.routing-accept",
                "rule",
                AppealRouting.ID,
                Map.of("line", proposal.before()),
                after,
                words.isEmpty() ? null : words);
    }

    private RoutingProposal find(String key) {
        return open().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () -> Problem.conflict(
                                "AP35",
                                "这条建议已有变化：又有新的移交，或规则已经改过。请刷新页面再看。",
                                "The proposal has changed: there are further returns, or the rule was changed. Maybe reload the page."));
    }

    private Optional<Long> version(String key) {
        return jdbc.sql("select rule_version from routing_verdict where events = :events and rule_version is not null")
                .param("events", events(key))
                .query(Long.class)
                .optional();
    }

    private boolean isDecided(String key) {
        return jdbc.sql("select exists (select from routing_verdict where events = :events)")
                .param("events", events(key))
                .query(Boolean.class)
                .single();
    }

    private static Long[] events(String key) {
        return key.matches("\\d{1,18}(-\\d{1,18}){1,999}")
                ? Arrays.stream(key.split("-")).map(Long::valueOf).toArray(Long[]::new)
                : new Long[0];
    }

    private void requireEdit() {
        if (!mayDecide()) {
            throw new Denied(
                    "AP38", "分办规则的修改建议由省级运行监测人员处理。", "The province's analysts decide on proposals to change the rule.");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Suggestion> of(String rule) {
        if (!rule.equals(AppealRouting.ID)) return List.of();
        int open = count();
        return open == 0
                ? List.of()
                : List.of(new Suggestion(
                        "归属争议的裁定提出 " + open + " 条修改建议，请看依据后采纳或不采纳",
                        "Settled disputes suggest " + open + " changes: look at what they come from",
                        "/appeals/routing"));
    }
}
