package org.diaodu.server.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.diaodu.server.access.Denied;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.testing.ListedProvince;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Who sees shortages and letters, and who may do what about them. */
class SupplyRightsTest extends SupplyDesk {

    @Test
    void whoeverIsNotEntitledIsRefusedWhateverTheyTry() {
        ListedProvince.Made made = listed().make("230102");
        String number = reported(made);
        for (String user :
                List.of("analyst-230102", "leader-230100", "officer-230102", "officer-230000", made.clerk())) {
            assertThatThrownBy(() -> as(user, () -> step(number, 0, Verb.CONFIRM, "")))
                    .as(user)
                    .isInstanceOf(Denied.class);
        }
        assertThatThrownBy(() -> as("dispatcher-230200", () -> step(number, 0, Verb.CONFIRM, "")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as(COUNTY, () -> step(number, 0, Verb.WITHDRAW, "不要了")))
                .isInstanceOf(Denied.class);
        as(COUNTY, () -> step(number, 0, Verb.CONFIRM, ""));
        as(COUNTY, () -> step(number, 1, Verb.PASS_UP, ""));
        for (String user : List.of(COUNTY, CITY, "analyst-230000", "leader-230000", "officer-230100", made.clerk())) {
            assertThatThrownBy(() -> as(user, () -> letters.write(number, 2, letterForm())))
                    .as(user)
                    .isInstanceOf(Denied.class);
        }
        assertThatThrownBy(() -> as(CITY, () -> steps.step(number, 2, Verb.SETTLE, "SOLVED", "好了")))
                .isInstanceOf(Denied.class);
        assertThat(as("officer-230000", () -> letters.write(number, 2, letterForm())))
                .as("an officer of a province's member unit")
                .isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> as("analyst-230000", () -> steps.report(form("k"))))
                .isInstanceOf(Denied.class);
    }

    @Test
    void whoSeesAReportAndWhomToCallIsDecidedByRegionAndDuty() {
        ListedProvince.Made made = listed().make("230102");
        String number = reported(made);
        escalated(number);
        String letter = written(number, 2);
        for (String sees :
                List.of(PROVINCE, CITY, COUNTY, "analyst-230102", "leader-230000", "officer-230100", made.clerk())) {
            assertThat(seen("supply_report", sees, number)).as(sees).isEqualTo(1);
            assertThat(as(sees, () -> desk.get(Long.parseLong(letter)).report()))
                    .isEqualTo(number);
        }
        for (String not : List.of(
                "dispatcher-230200",
                "analyst-230103",
                "officer-230200",
                "system-admin-230000",
                listed().make("230102").clerk())) {
            assertThat(seen("supply_report", not, number)).as(not).isZero();
        }
        for (String calls : List.of(PROVINCE, COUNTY, "officer-230000", made.clerk())) {
            assertThat(phone(calls, number)).as(calls).isEqualTo("13912345678");
        }
        for (String not : List.of("analyst-230102", "leader-230000", "officer-230100")) {
            assertThat(phone(not, number)).as(not).isEqualTo("139****5678");
        }
        assertThat(as(
                        made.clerk(),
                        () -> desk.get(Long.parseLong(letter)).contact().phone()))
                .as("whom the other province calls here")
                .isEqualTo("045****5678");
        assertThat(inScopeOf(
                        "officer-230100",
                        () -> jdbc.sql("update supply_report set version = 9 where number = :n")
                                .param("n", number)
                                .update()))
                .isZero();
    }

    @Test
    void whatHappenedAndWhatWasWrittenCannotBeChanged() {
        String number = reported(listed().make("230102"));
        escalated(number);
        written(number, 2);
        for (String forbidden : List.of(
                "update supply_event set words = 'x' where report_id = :id",
                "delete from supply_event where report_id = :id",
                "update supply_report set item = 'x' where id = :id",
                "delete from supply_report where id = :id",
                "update supply_letter set asked = 'x' where report_id = :id",
                "delete from supply_letter where report_id = :id")) {
            assertThatThrownBy(() -> asSystem(() ->
                            jdbc.sql(forbidden).param("id", find(number).id()).update()))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private String phone(String user, String number) {
        return as(user, () -> reports.get(number)).facts().contact().phone();
    }

    private long seen(String table, String user, String number) {
        return inScopeOf(
                user,
                () -> jdbc.sql("select count(*) from " + table + " where number = :n")
                        .param("n", number)
                        .query(Long.class)
                        .single());
    }
}
