package org.diaodu.server.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.testing.ListedProvince;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A shortage from its report to its outcome. */
class ReportLifeTest extends SupplyDesk {

    @Autowired
    ReportList list;

    @Test
    void fromTheReportToTheOutcomeEachStepIsTakenByWhoseTurnItIsAndTold() {
        ListedProvince.Made made = listed().make("230102");
        String number = reported(made);
        assertThat(told(COUNTY, number)).isEqualTo(1);
        assertThat(told(PROVINCE, number)).isZero();
        assertThat(as(COUNTY, () -> step(number, 0, Verb.CONFIRM, ""))).isEqualTo(new Outcome.Done(number));
        assertThat(as(CITY, () -> step(number, 1, Verb.PASS_UP, "请省里协调"))).isEqualTo(new Outcome.Done(number));
        assertThat(told(PROVINCE, number)).isEqualTo(1);
        String letter = written(number, 2);
        assertThat(letter(letter).number()).matches("黑工专函〔\\d{4}〕\\d+号");
        assertThat(find(number).due())
                .as("until the day the letter asks for")
                .isEqualTo(letter(letter)
                        .replyBy()
                        .atTime(17, 30)
                        .atZone(SupplyDeadlines.BEIJING)
                        .toInstant());
        assertThat(as(PROVINCE, () -> letters.reply(number, 3, today(), "已协调复工，27日发货")))
                .isEqualTo(new Outcome.Done(number));
        assertThat(letter(letter).state()).isEqualTo(new LetterState.Answered());
        assertThat(as(PROVINCE, () -> steps.step(number, 4, Verb.SETTLE, "SOLVED", "首批到货")))
                .isEqualTo(new Outcome.Done(number));
        assertThat(find(number).state()).isEqualTo(new ReportState.Settled(Result.SOLVED));
        assertThat(find(number).due()).isNull();
        assertThat(kinds(number)).containsExactly("REPORT", "CONFIRM", "PASS_UP", "WRITE", "REPLY", "SETTLE");
        assertThat(auditRows("supply", number)).isEqualTo(6);
        assertThat(told(made.clerk(), number)).isEqualTo(5);
        assertThatThrownBy(() -> as(PROVINCE, () -> step(number, 5, Verb.CONFIRM, "")))
                .hasMessageContaining("SP01");
    }

    @Test
    void ofTwoWhoActAtOnceOneIsTakenAndTheOtherIsTold() throws Exception {
        String number = reported(listed().make("230102"));
        List<Object> answers = atOnce(List.of(
                () -> as(COUNTY, () -> step(number, 0, Verb.CONFIRM, "")),
                () -> as(CITY, () -> step(number, 0, Verb.RETURN, "数量不对"))));
        assertThat(answers).contains(new Outcome.Done(number), new Outcome.Stale(1));
        assertThat(kinds(number)).hasSize(2);
    }

    @Test
    void whatIsReturnedIsCorrectedByTheEnterpriseAndKeptBesideWhatItWas() {
        ListedProvince.Made made = listed().make("230102");
        String number = reported(made);
        assertThat(as(COUNTY, () -> step(number, 0, Verb.RETURN, " "))).isInstanceOf(Outcome.Faulty.class);
        as(COUNTY, () -> step(number, 0, Verb.RETURN, "请写明规格"));
        assertThat(find(number).due()).as("waits for the enterprise").isNull();
        ReportForm better = new ReportForm(
                "",
                "PART",
                "后舱线束",
                "600",
                "套",
                "示例线束厂",
                "220000",
                "长春市",
                today(),
                "2",
                "800.5",
                "",
                "王强",
                "0451-8765432");
        assertThatThrownBy(() -> as(listed().make("230102").clerk(), () -> steps.supplement(number, 1, better, "")))
                .isInstanceOf(Problem.class);
        assertThat(as(made.clerk(), () -> steps.supplement(number, 0, better, "")))
                .isEqualTo(new Outcome.Stale(1));
        assertThat(as(made.clerk(), () -> steps.supplement(number, 1, better, "补了规格")))
                .isEqualTo(new Outcome.Done(number));
        assertThat(find(number).facts().item()).isEqualTo("后舱线束");
        assertThat(asSystem(
                        () -> jdbc.sql("""
                select count(*) from audit_entry where subject_type = 'supply' and subject_id = :n and action = 'supply.supplement'
                  and before::text like '%前舱线束%' and after::text like '%后舱线束%'
                """).param("n", number).query(Long.class).single()))
                .isEqualTo(1);
    }

    @Test
    void whatIsTypedWronglyIsToldByFieldAndHtmlStaysText() {
        ListedProvince.Made made = listed().make("230102");
        var wrong = new ReportForm(
                "", "x", " ", "-3", "", "z".repeat(1_000_000), "230102", "", "2999-01-01", "1.5", "a", "", "", "<b>");
        assertThat(as(made.clerk(), () -> steps.report(wrong)))
                .isEqualTo(new Outcome.Faulty(Map.ofEntries(
                        Map.entry("kind", "supply.fault.kind"),
                        Map.entry("item", "supply.fault.empty.item"),
                        Map.entry("amount", "supply.fault.amount"),
                        Map.entry("unit", "supply.fault.empty.unit"),
                        Map.entry("supplier", "supply.fault.long"),
                        Map.entry("province", "supply.fault.province"),
                        Map.entry("since", "supply.fault.since"),
                        Map.entry("stockDays", "supply.fault.stockDays"),
                        Map.entry("outputAtRisk", "supply.fault.outputAtRisk"),
                        Map.entry("contactName", "supply.fault.empty.contactName"),
                        Map.entry("contactPhone", "supply.fault.contactPhone"))));
        String number = reported(made);
        Visit visit = visit(COUNTY);
        String page = visit.get("/supply/" + number).body();
        assertThat(page).contains("&lt;b&gt;急", "=1+1 𠮷😀").doesNotContain("<b>急");
        assertThat(visit.get("/supply.csv?state=ALL&q=" + number).body())
                .contains("前舱线束")
                .doesNotContain("13912345678");
        assertThat(visit.get("/supply/letters/abc").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsLateIsFoundAsLate() {
        ListedProvince.Made made = listed().make("230102");
        String number = reported(made);
        var late = new ReportFilter(number, "", "", "OPEN", "", "true");
        assertThat(as(COUNTY, () -> list.count(late))).isZero();
        asSystem(() -> jdbc.sql("update supply_report set due = due - interval '30 days' where number = :n")
                .param("n", number)
                .update());
        assertThat(as(COUNTY, () -> list.count(late))).isEqualTo(1);
        assertThat(find(number).isOverdue(list.now())).isTrue();
    }

    private List<String> kinds(String number) {
        return asSystem(() -> reports.timeline(reports.get(number))).stream()
                .map(SupplyEvent::kind)
                .toList();
    }

    private long told(String user, String number) {
        return asSystem(() -> jdbc.sql("select count(*) from notice where account = :account and href = :href")
                .param("account", province.id(user))
                .param("href", "/supply/" + number)
                .query(Long.class)
                .single());
    }
}
