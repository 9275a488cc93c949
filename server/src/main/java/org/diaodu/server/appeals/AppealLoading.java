package org.diaodu.server.appeals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.AppealTimeline.Said;
import org.diaodu.server.appeals.clock.AppealClock;
import org.diaodu.server.appeals.clock.Reading;
import org.diaodu.server.appeals.clock.Round;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.attachments.AttachmentLoading;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.Registered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads appeals of the past by replaying what happened to them: what could not have happened is refused, and nobody is told. */
@Component
@Transactional
public class AppealLoading {

    private final AppealRows rows;
    private final AppealTimeline timeline;
    private final AppealClocks clocks;
    private final AppealRouting routing;
    private final Escalations escalations;
    private final Enterprises enterprises;
    private final AttachmentLoading attachments;

    AppealLoading(
            AppealRows rows,
            AppealTimeline timeline,
            AppealClocks clocks,
            AppealRouting routing,
            Escalations escalations,
            Enterprises enterprises,
            AttachmentLoading attachments) {
        this.rows = rows;
        this.timeline = timeline;
        this.clocks = clocks;
        this.routing = routing;
        this.escalations = escalations;
        this.enterprises = enterprises;
        this.attachments = attachments;
    }

    /** The unit the rule gives an appeal of a region to, asked from a level upwards. */
    @Transactional(readOnly = true)
    public MemberUnit unitFor(Subject subject, Unit.Level from, String region, LocalDate day) {
        return routing.route(subject, from, region, day);
    }

    /** Loads appeals as they stand at a moment, with the measures taken until then, and gives their numbers. */
    public List<String> load(List<PastAppeal> appeals, LocalDateTime asOf) {
        List<Escalations.Looked> looked = new ArrayList<>();
        for (PastAppeal past : appeals) looked.add(load(past, asOf));
        escalations.writeQuietly(looked);
        return looked.stream().map(one -> one.one().number()).toList();
    }

    private Escalations.Looked load(PastAppeal past, LocalDateTime asOf) {
        Registered registered = enterprises
                .find(past.enterpriseId(), YearMonth.from(past.raised().at()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "AP23 enterprise " + past.enterpriseId() + " is not in the register. Maybe load it first."));
        var raiser = new Appeal.Raiser(registered.id(), registered.name(), registered.region());
        Subject subject = Subject.valueOf(past.form().subject());
        LocalDate day = past.raised().at().toLocalDate();
        MemberUnit unit = routing.route(subject, Unit.Level.COUNTY, raiser.region(), day);
        Appeal one = rows.insert(raiser, past.form(), unit, past.raised(), past.passedOnBy())
                .orElseThrow(() ->
                        new IllegalArgumentException("the form " + past.form().key() + " was loaded before"));
        var told = new Telling(one, subject, unit);
        told.add(
                new Said(
                        Step.RAISED.name(),
                        1,
                        past.form().words(),
                        unit.level(),
                        unit.code(),
                        past.form().once()),
                past.files(),
                past.raised());
        for (PastAppeal.Row row : past.rows()) told.row(row);
        Reading reading = clocks.read(told.entries, one.urgency(), asOf);
        rows.move(one, reading, told.turn());
        return new Escalations.Looked(one, told.entries, reading);
    }

    /** A timeline while it is told again. */
    private final class Telling {
        private final Appeal one;
        private final Subject subject;
        private final List<AppealEntry> entries = new ArrayList<>();
        private final Set<String> helpers = new LinkedHashSet<>();
        private String unit;
        private String advice = "";
        private @Nullable Boolean satisfied;

        Telling(Appeal one, Subject subject, MemberUnit unit) {
            this.one = one;
            this.subject = subject;
            this.unit = unit.code();
        }

        AppealRows.Turn turn() {
            return new AppealRows.Turn(unit, List.copyOf(helpers), satisfied, advice);
        }

        void add(Said said, List<PastAppeal.File> files, Signed by) {
            AppealEntry entry = timeline.add(one, said, "", by);
            entries.add(entry);
            var added = new AttachmentLoading.Added(
                    by.name(),
                    by.displayName(),
                    by.at().atZone(AppealClock.BEIJING).toInstant());
            for (PastAppeal.File file : files)
                attachments.load(
                        AppealFiles.KIND,
                        entry.id(),
                        file.name(),
                        file.content().get(),
                        added);
        }

        void row(PastAppeal.Row row) {
            Signed by = row.by();
            Round before = clocks.read(entries, one.urgency(), by.at()).current();
            @Nullable String to = null;
            switch (row.kind()) {
                case AppealEntry.HELPERS -> helpers.add(row.unit());
                case AppealEntry.NOTE -> {}
                case AppealEntry.RATED -> satisfied = true;
                case "CLOSED" -> satisfied = true;
                case "RESOLVED" -> advice = row.advice();
                case "DISPUTED" -> to = row.unit().isEmpty() ? null : row.unit();
                case "REROUTED" -> unit = to = row.unit();
                case "REOPENED" -> to = reopened(before.level(), by.at().toLocalDate());
                default -> {}
            }
            int round = before.number() + (row.kind().equals("REOPENED") ? 1 : 0);
            add(new Said(row.kind(), round, row.words(), null, to, null), row.files(), by);
            clocks.replay(entries, one.urgency());
        }

        private String reopened(Unit.Level level, LocalDate day) {
            Unit.Level above = level == Unit.Level.COUNTY ? Unit.Level.PREFECTURE : Unit.Level.PROVINCE;
            helpers.add(unit);
            unit = routing.route(subject, above, one.region(), day).code();
            helpers.remove(unit);
            satisfied = null;
            advice = "";
            return unit;
        }
    }
}
