package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.appeals.AppealTimeline.Said;
import org.diaodu.server.appeals.clock.Due;
import org.diaodu.server.appeals.clock.OfficeDays;
import org.diaodu.server.appeals.clock.Round;
import org.diaodu.server.attachments.Brought;
import org.diaodu.server.dispatch.Agenda;
import org.diaodu.server.dispatch.AppealsOnAgenda;
import org.diaodu.server.steps.Signature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings overdue appeals and those nearly so before a meeting, and what it decides back into their timelines. */
@Component
@Transactional
class AppealsOfMeetings implements AppealsOnAgenda {

    private static final Logger log = LoggerFactory.getLogger(AppealsOfMeetings.class);

    private final JdbcClient jdbc;
    private final AppealRows rows;
    private final AppealTimeline timeline;
    private final AppealClocks clocks;
    private final AppealLight light;
    private final AppealSteps steps;
    private final AppealRouting routing;
    private final MemberUnits units;

    AppealsOfMeetings(
            JdbcClient jdbc,
            AppealRows rows,
            AppealTimeline timeline,
            AppealClocks clocks,
            AppealLight light,
            AppealSteps steps,
            AppealRouting routing,
            MemberUnits units) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
        this.clocks = clocks;
        this.light = light;
        this.steps = steps;
        this.routing = routing;
        this.units = units;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Agenda.Candidate> pressing(String prefix, int most) {
        LocalDateTime now = clocks.now();
        List<Appeal> first = jdbc.sql("""
                select * from appeal
                where due is not null and state not in ('closed', 'withdrawn') and starts_with(region, :prefix)
                order by due, id limit :most
                """)
                .param("prefix", prefix)
                .param("most", most)
                .query(AppealRows::appeal)
                .list();
        Map<Long, List<AppealEntry>> entries =
                timeline.of(first.stream().map(Appeal::id).toList());
        return first.stream()
                .flatMap(one -> candidate(one, entries.getOrDefault(one.id(), List.of()), now))
                .toList();
    }

    private Stream<Agenda.Candidate> candidate(Appeal one, List<AppealEntry> entries, LocalDateTime now) {
        try {
            Round round =
                    clocks.read(entries, one.urgency(), clocks.now(entries)).current();
            return round.dues().stream().filter(due -> due.ended() == null).min(Comparator.comparing(Due::by)).stream()
                    .flatMap(due -> candidate(one, due, light.of(round, due, now)));
        } catch (RuleFault fault) { // the others are shown; this one when the rule is mended
            log.warn("the clock of {} cannot be read: {}", one.number(), fault.getMessage());
            return Stream.empty();
        }
    }

    private Stream<Agenda.Candidate> candidate(Appeal one, Due due, AppealLight.Light found) {
        String title = one.raiser().name() + "：" + one.gist();
        String unit = units.find(one.unit()).map(MemberUnit::name).orElse(one.unit());
        String by = unit + "，" + due.term().zh() + "应于 " + OfficeDays.shown(due.by()) + " 前完成，";
        return switch (found.colour()) {
            case AppealLight.RED ->
                Stream.of(Agenda.Candidate.appeal(one.number(), title, "red", by + "已超期 " + found.over() + " 个工作日"));
            case AppealLight.YELLOW -> Stream.of(Agenda.Candidate.appeal(one.number(), title, "amber", by + "即将到期"));
            default -> Stream.empty();
        };
    }

    @Override
    public long decided(String number, String words, String unit, Signature by) {
        Appeal one = rows.lock(number);
        List<AppealEntry> entries = timeline.of(one);
        AppealSteps.requireOpen(one, () -> clocks.replay(entries, one.urgency()));
        Set<String> helpers = new LinkedHashSet<>(one.helpers());
        boolean mayHelp = routing.above(one.region()).stream()
                .anyMatch(other -> other.code().equals(unit));
        if (mayHelp && !unit.equals(one.unit())) helpers.add(unit);
        var turn = new AppealRows.Turn(one.unit(), new ArrayList<>(helpers), one.satisfied(), one.advice());
        var said = new Said(AppealEntry.MEETING, one.round(), AppealForm.clean(words), null, null, null);
        var signed = new Signed(by.name(), by.displayName(), by.unit(), clocks.now(entries));
        return steps.write(one, entries, said, Brought.NOTHING, turn, signed).id();
    }
}
