package org.diaodu.server.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.diaodu.server.access.Denied;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.server.testing.ListedProvince;
import org.junit.jupiter.api.Test;

/** Letters to other provinces and from them. */
class LetterLifeTest extends SupplyDesk {

    @Test
    void aFormSentTwiceMakesOneReportAndOneLetter() throws Exception {
        ListedProvince.Made made = listed().make("230102");
        ReportForm form = form("form-" + made.id());
        List<Callable<Object>> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) clicks.add(() -> as(made.clerk(), () -> steps.report(form)));
        List<Object> answers = atOnce(clicks);
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(as(made.clerk(), reports::mine)).hasSize(1);
        String number = ((Outcome.Done) answers.getFirst()).number();
        escalated(number);
        LetterForm letter = letterForm();
        List<Object> sent = atOnce(List.of(
                () -> as(PROVINCE, () -> letters.write(number, 2, letter)),
                () -> as(PROVINCE, () -> letters.write(number, 2, letter))));
        assertThat(sent).containsOnly(sent.getFirst());
        assertThat(asSystem(() -> reports.letters(reports.get(number)))).hasSize(1);
    }

    @Test
    void lettersAreNumberedWithoutAGapThoughManyAreWrittenAtOnce() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            numbers.add(reported(listed().make("230103")));
            escalated(numbers.getLast());
        }
        List<Callable<Object>> desks = new ArrayList<>();
        for (String number : numbers) desks.add(() -> as(PROVINCE, () -> letters.write(number, 2, letterForm())));
        List<Integer> serials = atOnce(desks).stream()
                .map(done -> letter(((Outcome.Done) done).number()).number())
                .map(number -> Integer.valueOf(number.replaceFirst(".*〕(\\d+)号", "$1")))
                .sorted()
                .toList();
        for (int i = 1; i < serials.size(); i++) assertThat(serials.get(i)).isEqualTo(serials.getFirst() + i);
    }

    @Test
    void aLetterFromAnotherProvinceIsRegisteredOnceGivenToAUnitAndAnsweredByIt() {
        LetterForm form = incoming();
        String id = ((Outcome.Done) as(PROVINCE, () -> letters.register(form))).number();
        assertThat(as(PROVINCE, () -> letters.register(form))).isEqualTo(new Outcome.Done(id));
        LetterForm again = new LetterForm(
                "other",
                form.number(),
                form.province(),
                form.office(),
                form.subject(),
                form.asked(),
                form.dated(),
                form.replyBy(),
                form.contactName(),
                form.contactPhone());
        assertThatThrownBy(() -> as(PROVINCE, () -> letters.register(again)))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("SP07");
        assertThat(seenLetter("officer-230100", id)).as("before it is given").isZero();
        assertThat(as(PROVINCE, () -> give(id, 0, "none"))).isInstanceOf(Outcome.Faulty.class);
        assertThat(as(PROVINCE, () -> give(id, 0, "GX-230100"))).isEqualTo(new Outcome.Done(id));
        assertThat(seenLetter("officer-230100", id)).isEqualTo(1);
        assertThat(seenLetter("dispatcher-230100", id)).isZero();
        assertThatThrownBy(() -> as("officer-230200", () -> answer(id, 1))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as("officer-230100", () -> give(id, 1, "GX-230200")))
                .isInstanceOf(Denied.class);
        assertThat(as("officer-230100", () -> answer(id, 1))).isEqualTo(new Outcome.Done(id));
        assertThat(letter(id).reply()).isEqualTo("已放行");
        assertThatThrownBy(() -> as(PROVINCE, () -> give(id, 2, "GX-230200"))).hasMessageContaining("SP02");
        assertThat(asSystem(() -> desk.timeline(desk.get(Long.parseLong(id)))))
                .extracting(SupplyEvent::kind)
                .containsExactly("REGISTER", "GIVE", "ANSWER");
        assertThat(auditRows("supply-letter", id)).isEqualTo(3);
        assertThatThrownBy(() -> as(CITY, () -> letters.register(incoming()))).isInstanceOf(Denied.class);
    }

    private LetterForm incoming() {
        String until = clock.today().plusDays(3).toString();
        String unique = UUID.randomUUID().toString();
        return new LetterForm(
                unique,
                "吉工信函〔2022〕" + unique,
                "220000",
                "吉林省工业和信息化厅",
                "关于请放行运粮车辆的函",
                "请放行",
                today(),
                until,
                "孙处",
                "0431-12345678");
    }

    private Outcome give(String id, int version, String unit) {
        return letters.step(Long.parseLong(id), version, LetterState.Verb.GIVE, unit, "", "请协调");
    }

    private Outcome answer(String id, int version) {
        return letters.step(Long.parseLong(id), version, LetterState.Verb.ANSWER, "", today(), "已放行");
    }

    private long seenLetter(String user, String id) {
        return inScopeOf(
                user,
                () -> jdbc.sql("select count(*) from supply_letter where id = :id")
                        .param("id", Long.parseLong(id))
                        .query(Long.class)
                        .single());
    }
}
