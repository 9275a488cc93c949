package org.diaodu.server.appeals.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.diaodu.server.access.Unit;
import org.junit.jupiter.api.Test;

/**
 * A year of 5 000 appeals, raised, disputed, asked about, extended and reopened at any hour of any day, once by the clock
 * and once by {@link DayWalker}, which knows nothing of it.
 */
class SimulatedYearTest {
    private static final int APPEALS = 5_000;
    private static final LocalDateTime END = LocalDateTime.of(2023, 3, 31, 12, 0);
    private static final LocalDateTime RESTART = LocalDateTime.of(2022, 7, 1, 8, 30);

    @Test
    void everyDuePauseAndMeasureEqualsAWalkThroughTheDays() {
        var random = new Random(20220425);
        int measures = 0;
        int pauses = 0;
        int rounds = 0;
        for (int appeal = 0; appeal < APPEALS; appeal++) {
            List<AppealEvent> events = timeline(random);
            DayWalker walker = new DayWalker(events, END);
            Reading reading = Happenings.CLOCK.read(events, END);
            assertThat(said(reading)).as("appeal %d: %s", appeal, events).isEqualTo(walker.said());
            measures += reading.rounds().stream()
                    .mapToInt(round -> round.escalations().size())
                    .sum();
            pauses += reading.rounds().stream()
                    .mapToInt(round -> round.pauses().size())
                    .sum();
            rounds += reading.rounds().size();
        }
        assertThat(measures).as("measures taken").isGreaterThan(10_000);
        assertThat(pauses).as("pauses").isGreaterThan(2_000);
        assertThat(rounds).as("rounds").isGreaterThan(6_000);
    }

    @Test
    void sweptAtAnyTimeAndRestartedInTheMiddleNothingIsToldTwiceAndNothingMissed() {
        var random = new Random(131);
        for (int appeal = 0; appeal < APPEALS; appeal++) {
            List<AppealEvent> events = timeline(random);
            List<Told> told = new ArrayList<>();
            LocalDateTime now = LocalDateTime.of(2022, 1, 1, 0, 0);
            boolean restarted = false;
            Set<Told> known = new HashSet<>();
            while (now.isBefore(END)) {
                now = now.plusMinutes(1 + random.nextInt(60 * 24 * 30));
                if (now.isAfter(END)) now = END;
                if (!restarted && !now.isBefore(RESTART)) {
                    known = new HashSet<>(told); // what the record of notices holds is all that is left
                    restarted = true;
                }
                for (Told one : measures(events, now)) if (known.add(one)) told.add(one);
            }
            List<Told> whole = measures(events, END);
            assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(whole);
        }
    }

    /** A measure as a record of notices would keep it. */
    private record Told(int round, Escalation escalation, int nth) {}

    private static List<Told> measures(List<AppealEvent> events, LocalDateTime now) {
        List<Told> all = new ArrayList<>();
        if (events.getFirst().at().isAfter(now)) return all;
        for (Round round : Happenings.CLOCK.read(events, now).rounds()) {
            for (Escalation escalation : round.escalations()) {
                int nth = 0;
                while (all.contains(new Told(round.number(), escalation, nth))) nth++;
                all.add(new Told(round.number(), escalation, nth));
            }
        }
        return all;
    }

    /** Steps tried at random until the year is over or the appeal is; refused ones left out. */
    private static List<AppealEvent> timeline(Random random) {
        LocalDateTime at =
                LocalDate.of(2022, 1, 1).plusDays(random.nextInt(330)).atTime(0, 0);
        at = at.plusSeconds(random.nextInt(86_400));
        if (random.nextInt(8) == 0) at = at.withHour(17).withMinute(30).withSecond(0);
        Unit.Level level = Unit.Level.values()[random.nextInt(3)];
        Urgency urgency = random.nextInt(4) == 0 ? Urgency.URGENT : Urgency.ORDINARY;
        Replay replay = Happenings.CLOCK.replay();
        List<AppealEvent> events = new ArrayList<>(List.of(new AppealEvent.Raised(at, level, urgency)));
        replay.accept(events.getFirst());
        for (int tries = 2 + random.nextInt(16); tries > 0; tries--) {
            List<Step> possible = replay.reading(at).state().possible();
            if (possible.isEmpty()) break;
            Step step = possible.get(random.nextInt(possible.size()));
            if (step == Step.WITHDRAWN && random.nextInt(4) > 0) continue;
            at = later(random, at);
            if (at.isAfter(END)) break;
            AppealEvent event = Happenings.event(step, at);
            try {
                replay.accept(event);
                events.add(event);
            } catch (StepRefused late) {
                assertThat(late.explanation().code()).isIn("AP11", "AP13", "AP15");
            }
        }
        return events;
    }

    /** Minutes, hours, days or weeks later, now and then at the very moment of opening or close. */
    private static LocalDateTime later(Random random, LocalDateTime at) {
        int most = List.of(30, 600, 3_000, 9_000, 30_000).get(random.nextInt(5));
        LocalDateTime then = at.plusMinutes(random.nextInt(most));
        LocalDateTime sharp = random.nextBoolean()
                ? then.toLocalDate().atTime(8, 30)
                : then.toLocalDate().atTime(17, 30);
        return random.nextInt(6) == 0 && !sharp.isBefore(at) ? sharp : then;
    }

    private static List<String> said(Reading reading) {
        List<String> lines = new ArrayList<>();
        for (Round round : reading.rounds()) {
            for (Due due : round.dues()) {
                boolean provisional = due.ended() == null && round.state() instanceof AppealState.Asked;
                lines.add(round.number() + " due " + due.term() + " " + due.from() + " "
                        + (provisional ? "stands" : due.by()) + " " + due.ended());
            }
            for (Pause pause : round.pauses()) {
                lines.add(round.number() + " pause " + pause.from() + " " + pause.to() + " " + pause.workingDays());
            }
            for (Escalation one : round.escalations()) {
                lines.add(round.number() + " " + one.measure() + " " + one.term() + " " + one.at());
            }
        }
        return lines.stream().sorted().toList();
    }
}
