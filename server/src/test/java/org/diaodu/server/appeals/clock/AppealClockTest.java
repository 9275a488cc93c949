package org.diaodu.server.appeals.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diaodu.server.appeals.clock.Happenings.at;
import static org.diaodu.server.appeals.clock.Happenings.due;
import static org.diaodu.server.appeals.clock.Happenings.escalations;
import static org.diaodu.server.appeals.clock.Happenings.event;
import static org.diaodu.server.appeals.clock.Happenings.events;
import static org.diaodu.server.appeals.clock.Happenings.read;

import java.util.List;
import org.diaodu.server.access.Unit;
import org.junit.jupiter.api.Test;

/**
 * Worked by hand with a wall calendar of 2022: off were 31 January to 6 February, 30 April to 4 May and 1 to 7 October;
 * worked were Saturday 29 and Sunday 30 January, Sunday 24 April, Saturday 7 May, Saturday 8 and Sunday 9 October.
 */
class AppealClockTest {

    private static String by(Round round, Term term) {
        return OfficeDays.shown(due(round, term).by());
    }

    @Test
    void beforeSpringFestivalTheSwappedWeekendCountsAndTheHolidayDoesNot() {
        Round round = read("2022-01-27 10:00", "2022-01-27 10:00 raised");
        assertThat(by(round, Term.VERIFY)).isEqualTo("2022-01-28 17:30");
        assertThat(by(round, Term.REPLY)).isEqualTo("2022-01-30 17:30");
        assertThat(by(round, Term.RESOLVE)).isEqualTo("2022-02-22 17:30");
    }

    @Test
    void afterOfficeHoursCountsAsTheNextWorkingDay() {
        assertThat(by(read("2022-01-28 17:30", "2022-01-28 17:30 raised"), Term.VERIFY))
                .isEqualTo("2022-01-29 17:30");
        assertThat(by(read("2022-01-28 17:31", "2022-01-28 17:31 raised"), Term.VERIFY))
                .isEqualTo("2022-01-30 17:30");
    }

    @Test
    void inTheHolidayCountsAsTheFirstDayBackAtWork() {
        Round round = read("2022-02-02 09:00", "2022-02-02 09:00 raised");
        assertThat(by(round, Term.VERIFY)).isEqualTo("2022-02-08 17:30");
        assertThat(by(round, Term.REPLY)).isEqualTo("2022-02-10 17:30");
    }

    @Test
    void beforeTheOctoberHolidayAReplyIsDueOnTheSwappedSunday() {
        Round round = read("2022-10-17 09:00", """
                2022-09-29 10:00 raised
                2022-09-30 09:00 taken
                """);
        assertThat(by(round, Term.REPLY)).isEqualTo("2022-10-09 17:30");
        assertThat(escalations(round))
                .containsExactly(
                        "2022-10-10 08:30 REMINDER REPLY",
                        "2022-10-11 08:30 SUPERVISION REPLY",
                        "2022-10-14 08:30 BRIEF REPLY");
    }

    @Test
    void twoWorkingDaysOfWaitingMoveWhatIsDueByTwo() {
        Round round = read("2022-04-20 09:00", """
                2022-04-11 10:00 raised
                2022-04-11 15:00 taken
                2022-04-12 10:00 asked
                2022-04-14 16:00 answered
                """);
        assertThat(round.pauses()).containsExactly(new Pause(at("2022-04-12 10:00"), at("2022-04-14 16:00"), 2));
        assertThat(by(round, Term.REPLY)).isEqualTo("2022-04-18 17:30"); // 14 April without the pause
        assertThat(by(round, Term.RESOLVE)).isEqualTo("2022-05-06 17:30"); // 29 April without it
        assertThat(escalations(round))
                .containsExactly("2022-04-19 08:30 REMINDER REPLY", "2022-04-20 08:30 SUPERVISION REPLY");
    }

    @Test
    void aQuestionAnsweredBeforeTheOfficeClosesCostsNothing() {
        Round round = read("2022-04-12 17:00", """
                2022-04-11 10:00 raised
                2022-04-11 15:00 taken
                2022-04-12 09:00 asked
                2022-04-12 16:00 answered
                """);
        assertThat(round.pauses()).extracting(Pause::workingDays).containsExactly(0);
        assertThat(by(round, Term.REPLY)).isEqualTo("2022-04-14 17:30");
    }

    @Test
    void theDayOfRaisingIsNotCountedAndSoCannotBeLost() {
        Round round = read("2022-04-13 17:00", """
                2022-04-11 10:00 raised
                2022-04-11 11:00 taken
                2022-04-11 12:00 asked
                2022-04-13 09:00 answered
                """);
        assertThat(round.pauses()).extracting(Pause::workingDays).containsExactly(1);
        assertThat(by(round, Term.REPLY)).isEqualTo("2022-04-15 17:30");
    }

    @Test
    void waitingOverAHolidayLosesItsWorkingDaysOnly() {
        Round round = read("2022-05-09 09:00", """
                2022-04-27 10:00 raised
                2022-04-27 15:00 taken
                2022-04-29 10:00 asked
                2022-05-07 10:00 answered
                """);
        assertThat(round.pauses()).extracting(Pause::workingDays).containsExactly(3); // 29 April, 5 and 6 May
        assertThat(by(round, Term.REPLY)).isEqualTo("2022-05-09 17:30"); // counted: 28 April, 7 and 9 May
    }

    @Test
    void aQuestionOnTheLastDayKeepsThatDay() {
        String asked = """
                2022-04-11 10:00 raised
                2022-04-11 15:00 taken
                2022-04-14 10:00 asked
                """;
        assertThat(escalations(read("2022-04-29 12:00", asked))).isEmpty();
        Round answered = read("2022-05-09 12:00", asked + "2022-04-29 18:00 answered\n");
        assertThat(by(answered, Term.REPLY)).isEqualTo("2022-05-05 17:30");
        assertThat(escalations(answered))
                .containsExactly("2022-05-06 08:30 REMINDER REPLY", "2022-05-07 08:30 SUPERVISION REPLY");
    }

    @Test
    void whatWasMissedStaysMissedButTheNextStepsWaitToo() {
        Round round = read("2022-04-25 12:00", """
                2022-04-11 10:00 raised
                2022-04-12 15:00 taken
                2022-04-15 09:00 asked
                2022-04-20 09:00 answered
                """);
        assertThat(by(round, Term.REPLY)).isEqualTo("2022-04-14 17:30");
        assertThat(escalations(round)) // lost 15, 18 and 19 April; counted after the due 20, 21, 22, 24, 25
                .containsExactly(
                        "2022-04-15 08:30 REMINDER REPLY",
                        "2022-04-21 08:30 SUPERVISION REPLY",
                        "2022-04-25 08:30 BRIEF REPLY");
    }

    @Test
    void noMorningOfWaitingBringsAReminder() {
        Round round = read("2022-04-18 12:00", """
                2022-04-11 10:00 raised
                2022-04-12 15:00 taken
                2022-04-15 08:00 asked
                2022-04-15 12:00 answered
                """);
        assertThat(escalations(round))
                .containsExactly("2022-04-18 08:30 REMINDER REPLY", "2022-04-18 08:30 SUPERVISION REPLY");
    }

    @Test
    void askedAgainOnTheDayOfTheAnswerHoldsTheNextStepNoLongerThanBothQuestions() {
        Round round = read("2022-04-29 12:00", """
                2022-04-11 10:00 raised
                2022-04-12 15:00 taken
                2022-04-15 09:00 asked
                2022-04-18 12:00 answered
                2022-04-18 13:00 asked
                2022-04-20 08:00 answered
                """);
        assertThat(escalations(round)) // lost 15, 18 and 19 April
                .containsExactly(
                        "2022-04-15 08:30 REMINDER REPLY",
                        "2022-04-21 08:30 SUPERVISION REPLY",
                        "2022-04-25 08:30 BRIEF REPLY");
    }

    @Test
    void anExtensionGivesThirtyDaysFromTheBeginning() {
        Round round = read("2022-03-16 09:00", """
                2022-01-27 10:00 raised
                2022-01-27 15:00 taken
                2022-01-28 15:00 replied
                2022-02-21 17:30 extension_asked
                2022-02-22 09:00 extension_approved
                """);
        assertThat(due(round, Term.RESOLVE).outcome(at("2022-03-16 09:00"))).isEqualTo(Due.Outcome.EXTENDED);
        assertThat(by(round, Term.EXTENDED)).isEqualTo("2022-03-15 17:30");
        assertThat(escalations(round)).containsExactly("2022-03-16 08:30 REMINDER EXTENDED");
    }

    @Test
    void onTheLastDayItIsTooLateToAskForAnExtension() {
        assertThatThrownBy(() -> read("2022-02-22 09:00", """
                        2022-01-27 10:00 raised
                        2022-01-27 15:00 taken
                        2022-02-21 17:31 extension_asked
                        """))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("AP13")
                .hasMessageContaining("2022-02-21 17:30");
    }

    @Test
    void anExtensionApprovedLateLeavesTheReminderInTheRecord() {
        Round round = read("2022-03-01 09:00", """
                2022-01-27 10:00 raised
                2022-01-27 15:00 taken
                2022-01-28 15:00 replied
                2022-02-21 10:00 extension_asked
                2022-02-24 08:30 extension_approved
                """);
        assertThat(escalations(round)).containsExactly("2022-02-23 08:30 REMINDER RESOLVE");
    }

    @Test
    void aDisputeIsSettledTheSameWorkingDayAndTheNextUnitVerifiesAnew() {
        Round round = read("2022-04-15 09:00", """
                2022-04-11 10:00 raised
                2022-04-12 16:00 disputed
                2022-04-13 10:00 rerouted
                2022-04-14 09:00 taken
                """);
        assertThat(by(round, Term.SETTLE)).isEqualTo("2022-04-12 17:30");
        assertThat(due(round, Term.SETTLE).outcome(at("2022-04-15 09:00"))).isEqualTo(Due.Outcome.LATE);
        assertThat(by(round, Term.VERIFY)).isEqualTo("2022-04-14 17:30");
        assertThat(by(round, Term.REPLY)).isEqualTo("2022-04-14 17:30");
        assertThat(escalations(round))
                .containsExactly("2022-04-13 08:30 REMINDER SETTLE", "2022-04-15 08:30 REMINDER REPLY");
    }

    @Test
    void aDisputeRaisedTooLateIsRefused() {
        assertThatThrownBy(() -> read("2022-04-13 09:00", """
                        2022-04-11 10:00 raised
                        2022-04-12 17:31 disputed
                        """))
                .hasMessageContaining("AP11")
                .hasMessageContaining("taken, withdrawn");
    }

    @Test
    void notSatisfiedGoesOneLevelUpWithAFreshClock() {
        var reading = Happenings.CLOCK.read(events("""
                        2022-04-11 10:00 raised
                        2022-04-11 15:00 taken
                        2022-04-13 15:00 resolved
                        2022-04-14 18:00 reopened
                        2022-04-15 10:00 taken
                        2022-04-15 15:00 resolved
                        2022-04-18 10:00 closed
                        2022-04-19 10:00 reopened
                        2022-04-19 11:00 withdrawn
                        """), at("2022-12-01 09:00"));
        assertThat(reading.rounds())
                .extracting(Round::level)
                .containsExactly(Unit.Level.COUNTY, Unit.Level.PREFECTURE, Unit.Level.PROVINCE);
        assertThat(by(reading.rounds().get(1), Term.VERIFY)).isEqualTo("2022-04-18 17:30");
        assertThat(reading.rounds())
                .allSatisfy(round -> assertThat(round.escalations()).isEmpty());
        assertThat(reading.state()).isEqualTo(AppealState.WITHDRAWN);
        assertThat(reading.next()).isNull();
    }

    @Test
    void theNextMeasureIsKnownInAdvanceForATimer() {
        var raised = events("2022-04-11 10:00 raised");
        assertThat(Happenings.CLOCK.read(raised, at("2022-04-11 12:00")).next()).isEqualTo("2022-04-13T08:30");
        assertThat(Happenings.CLOCK.read(raised, at("2022-04-13 08:30")).next()).isEqualTo("2022-04-14T08:30");
    }

    @Test
    void anUrgentAppealHasLessTime() {
        var urgent = new AppealEvent.Raised(at("2022-04-11 10:00"), Unit.Level.COUNTY, Urgency.URGENT);
        Round round =
                Happenings.CLOCK.read(List.of(urgent), at("2022-04-11 10:00")).current();
        assertThat(by(round, Term.REPLY)).isEqualTo("2022-04-12 17:30");
        assertThat(by(round, Term.RESOLVE)).isEqualTo("2022-04-18 17:30");
    }

    @Test
    void aClockSetBackIsRefused() {
        assertThatThrownBy(() -> Happenings.CLOCK.read(
                        List.of(event(Step.RAISED, at("2022-04-11 10:00")), event(Step.TAKEN, at("2022-04-11 09:59"))),
                        at("2022-04-12 10:00")))
                .hasMessageContaining("AP16")
                .hasMessageContaining("taken, disputed, withdrawn");
    }
}
