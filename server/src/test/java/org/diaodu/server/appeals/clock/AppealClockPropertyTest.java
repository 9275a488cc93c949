package org.diaodu.server.appeals.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.diaodu.server.access.Unit;
import org.diaodu.server.rulebook.ShippedRules;
import org.diaodu.standards.WorkingDays;

/** What holds whatever people try, in whatever order and at whatever time. */
class AppealClockPropertyTest {
    private static final LocalDateTime BEGIN = LocalDateTime.of(2022, 1, 20, 8, 0);
    private static final Deadlines DEADLINES =
            new DeadlineRule(new ShippedRules()).of(BEGIN.toLocalDate(), Unit.Level.COUNTY, Urgency.ORDINARY);
    private static final Set<String> TOO_LATE = Set.of("AP11", "AP13", "AP15");

    /** Something tried: one of all steps, or one of those possible, so many minutes after the last. */
    record Attempt(boolean wild, int choice, int minutes) {}

    /** What came of attempts. */
    private record Tried(List<AppealEvent> accepted, LocalDateTime end) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3).map(n -> n == 0),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.integers().between(0, 600)),
                                Tuple.of(1, Arbitraries.integers().between(0, 9_000))))
                .as(Attempt::new)
                .list()
                .ofMaxSize(30);
    }

    private static Replay replay(List<AppealEvent> events) {
        Replay replay = Happenings.CLOCK.replay();
        events.forEach(replay::accept);
        return replay;
    }

    private static Tried tried(List<Attempt> attempts) {
        List<AppealEvent> accepted = new ArrayList<>(List.of(Happenings.event(Step.RAISED, BEGIN)));
        LocalDateTime at = BEGIN;
        for (Attempt attempt : attempts) {
            at = at.plusMinutes(attempt.minutes());
            Replay replay = replay(accepted);
            Reading before = replay.reading(at);
            List<Step> possible = before.state().possible();
            List<Step> choice = attempt.wild() || possible.isEmpty() ? List.of(Step.values()) : possible;
            Step step = choice.get(attempt.choice() % choice.size());
            AppealEvent event = Happenings.event(step, at);
            try {
                replay.accept(event);
                assertThat(possible).as("%s was accepted", step).contains(step);
                accepted.add(event);
            } catch (StepRefused refused) {
                assertThat(possible.contains(step))
                        .as("%s: %s", step, refused.getMessage())
                        .isEqualTo(TOO_LATE.contains(refused.explanation().code()));
                assertThat(refused.possible()).isSubsetOf(possible).doesNotContain(step);
                assertThat(replay.reading(at)).as("after a refusal").isEqualTo(before);
            }
        }
        return new Tried(accepted, at);
    }

    @Property(tries = 300)
    void aStepIsAcceptedExactlyWhereItIsPossibleAndARefusedOneChangesNothing(
            @ForAll("attempts") List<Attempt> attempts) {
        tried(attempts);
    }

    @Property(tries = 300)
    void everyStepNamedAsPossibleIs(@ForAll("attempts") List<Attempt> attempts) {
        Tried tried = tried(attempts);
        for (Step step : replay(tried.accepted()).reading(tried.end()).state().possible()) {
            try {
                replay(tried.accepted()).accept(Happenings.event(step, tried.end()));
            } catch (StepRefused late) {
                assertThat(late.explanation().code()).isIn(TOO_LATE);
            }
        }
    }

    @Property(tries = 300)
    void nothingIsDueBeforeTheEventItCountsFromNorEarlierForAPause(
            @ForAll("attempts") List<Attempt> attempts, @ForAll @IntRange(max = 60) int days) {
        Tried tried = tried(attempts);
        LocalDateTime now = tried.end().plusDays(days);
        var office = office();
        for (Round round : Happenings.CLOCK.read(tried.accepted(), now).rounds()) {
            for (Due due : round.dues()) {
                assertThat(due.by()).isAfterOrEqualTo(due.from());
                assertThat(due.by()).isAfterOrEqualTo(office.due(due.from(), DEADLINES.days(due.term()), List.of()));
            }
            assertThat(round.pauses())
                    .allSatisfy(pause -> assertThat(pause.workingDays())
                            .isBetween(
                                    0,
                                    office.calendar()
                                            .between(
                                                    office.dayOf(pause.from()),
                                                    office.dayOf(pause.to() == null ? now : pause.to()))));
        }
    }

    @Property(tries = 300)
    void aLaterAnswerNeverBringsAnythingForward(
            @ForAll @IntRange(max = 60_000) int asked,
            @ForAll @IntRange(max = 20_000) int waited,
            @ForAll @IntRange(max = 20_000) int longer) {
        Due earlier = resolveAfterWaiting(asked, waited);
        Due later = resolveAfterWaiting(asked, waited + longer);
        assertThat(later.by()).isAfterOrEqualTo(earlier.by());
    }

    private static Due resolveAfterWaiting(int asked, int waited) {
        LocalDateTime question = BEGIN.plusMinutes(10L + asked);
        List<AppealEvent> events = List.of(
                Happenings.event(Step.RAISED, BEGIN),
                Happenings.event(Step.TAKEN, BEGIN.plusMinutes(5)),
                Happenings.event(Step.ASKED, question),
                Happenings.event(Step.ANSWERED, question.plusMinutes(waited)));
        Round round =
                Happenings.CLOCK.read(events, question.plusMinutes(waited)).current();
        return Happenings.due(round, Term.RESOLVE);
    }

    @Property(tries = 300)
    void measuresComeInOrderAndAtMostOnceForWhatWasMissed(
            @ForAll("attempts") List<Attempt> attempts, @ForAll @IntRange(max = 60) int days) {
        Tried tried = tried(attempts);
        for (Round round : Happenings.CLOCK
                .read(tried.accepted(), tried.end().plusDays(days))
                .rounds()) {
            assertThat(round.escalations()).isSortedAccordingTo(Comparator.comparing(Escalation::at));
            Map<Term, Long> dues =
                    round.dues().stream().collect(Collectors.groupingBy(Due::term, Collectors.counting()));
            for (Term term : Term.values()) {
                Map<Measure, List<LocalDateTime>> taken = new EnumMap<>(Measure.class);
                round.escalations().stream()
                        .filter(one -> one.term() == term)
                        .forEach(one -> taken.computeIfAbsent(one.measure(), m -> new ArrayList<>())
                                .add(one.at()));
                int last = Integer.MAX_VALUE;
                for (Measure measure : Measure.values()) {
                    int count = taken.getOrDefault(measure, List.of()).size();
                    assertThat(count).isLessThanOrEqualTo(Math.toIntExact(dues.getOrDefault(term, 0L)));
                    assertThat(count).as("%s after the step before it", measure).isLessThanOrEqualTo(last);
                    last = count;
                }
            }
            assertThat(round.escalations()).allSatisfy(one -> {
                assertThat(office().calendar().isWorkingDay(one.at().toLocalDate()))
                        .isTrue();
                assertThat(round.pauses())
                        .noneMatch(pause -> !pause.from().isAfter(one.at())
                                && (pause.to() == null || one.at().isBefore(pause.to())));
            });
        }
    }

    @Property(tries = 300)
    void whatWasSaidOfThePastStandsWhateverHappensLater(
            @ForAll("attempts") List<Attempt> attempts, @ForAll @IntRange(max = 1_000) int cut) {
        Tried tried = tried(attempts);
        LocalDateTime end = tried.end().plusDays(40);
        long minutes = Duration.between(BEGIN, end).toMinutes();
        LocalDateTime middle = BEGIN.plusMinutes(minutes * cut / 1_000);
        Reading then = Happenings.CLOCK.read(tried.accepted(), middle);
        Reading whole = Happenings.CLOCK.read(tried.accepted(), end);
        for (Round round : then.rounds()) {
            Round later = whole.rounds().get(round.number() - 1);
            assertThat(later.escalations().stream().filter(one -> !one.at().isAfter(middle)))
                    .containsExactlyElementsOf(round.escalations());
            assertThat(later.dues())
                    .containsAll(round.dues().stream()
                            .filter(due -> due.ended() != null)
                            .toList());
            assertThat(later.pauses())
                    .containsAll(round.pauses().stream()
                            .filter(pause -> pause.to() != null)
                            .toList());
        }
    }

    @Property(tries = 300)
    void whereNothingHappensTheNextMeasureIsTheOneForetold(
            @ForAll("attempts") List<Attempt> attempts, @ForAll @IntRange(max = 40) int days) {
        Tried tried = tried(attempts);
        LocalDateTime now = tried.end().plusDays(days);
        LocalDateTime next = Happenings.CLOCK.read(tried.accepted(), now).next();
        Reading later = Happenings.CLOCK.read(tried.accepted(), next == null ? now.plusDays(100) : next);
        assertThat(later.current().escalations().stream()
                        .map(Escalation::at)
                        .filter(at -> at.isAfter(now))
                        .distinct()
                        .toList())
                .isEqualTo(next == null ? List.of() : List.of(next));
    }

    @Property(tries = 100)
    void goingOnFromAnyPrefixIsTheSameAsGoingThroughAll(
            @ForAll("attempts") List<Attempt> attempts, @ForAll @IntRange(max = 31) int cut) {
        Tried tried = tried(attempts);
        List<AppealEvent> events = tried.accepted();
        int at = Math.min(cut, events.size());
        Replay replay = replay(events.subList(0, at));
        if (at > 0) replay.reading(events.get(at - 1).at());
        events.subList(at, events.size()).forEach(replay::accept);
        Reading all = Happenings.CLOCK.read(events, tried.end());
        assertThat(replay.reading(tried.end())).isEqualTo(all).isEqualTo(Happenings.CLOCK.read(events, tried.end()));
    }

    private static OfficeDays office() {
        return new OfficeDays(WorkingDays.bundled(), DEADLINES.opens(), DEADLINES.closes());
    }
}
