package org.diaodu.policy.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.diaodu.policy.PolicyFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyBookTest {

    @TempDir
    Path folder;

    @Test
    void aClauseIsReadWithItsTermsGroupsAndParameters() {
        PolicyBook book = PolicyBook.read(MadeBook.in(folder).folder());
        Terms terms = book.clauses().getFirst().terms();
        assertThat(terms.subject()).isEqualTo(SubjectKind.PROJECT);
        assertThat(terms.shares()).containsEntry("省", new BigDecimal("0.60"));
        assertThat(terms.facts()).containsEntry("一年期LPR", new Fact.Dated("lpr-1y", "入统日期"));
        assertThat(terms.priority()).isEqualTo(100);
        assertThat(book.stacking().groups().keySet()).containsExactly("技改贴息");
    }

    @Test
    void aParameterHoldsFromItsDayUntilTheNext() {
        Parameter lpr = Objects.requireNonNull(
                PolicyBook.read(MadeBook.in(folder).folder()).parameters().get("lpr-1y"));
        assertThat(lpr.on(LocalDate.of(2022, 1, 19))).isEqualByComparingTo("0.0425");
        assertThat(lpr.on(LocalDate.of(2022, 1, 20))).isEqualByComparingTo("0.0370");
        assertThat(lpr.on(LocalDate.of(2019, 8, 19))).isNull();
    }

    @Test
    void allThatIsWrongInTermsIsSaidAtOnceEachWithItsLine() {
        MadeBook made =
                MadeBook.in(folder).terms("分担: {省: 60%, 市县: 40%}\n", "分担: {省: 60%, 市县: 30%}\n办理时限: 15\n优先级: 1\n");
        assertThatThrownBy(() -> PolicyBook.read(made.folder()))
                .isInstanceOfSatisfying(
                        PolicyFault.class,
                        fault -> assertThat(fault.english())
                                .contains("terms.yaml line 12: the shares of \"分担\" add up to 90 %, not 100 %")
                                .contains("line 13: nobody applies, so there is no limit")
                                .contains("line 14: \"优先级\" is not known. Maybe \"优先\""));
    }

    @Test
    void theFactsOfTheTermsAreTheInputsOfTheModel() {
        MadeBook made = MadeBook.in(folder).terms("  已入统:", "  已经入统:");
        assertThat(BookReading.of(made.folder()).faults())
                .extracting(PolicyFault::english)
                .anyMatch(text -> text.contains("nobody is named who holds the model's input \"已入统\""))
                .anyMatch(text -> text.contains("no input \"已经入统\". Maybe \"已入统\" is meant"));
    }

    @Test
    void whatIsNamedMustBeThere() {
        MadeBook made = MadeBook.in(folder)
                .terms("互斥: [技改贴息]\n", "互斥: [技改贴]\n配套: {条款: demo-interest, 比例: 50%}\n叠加: [nobody]\n");
        List<String> said = BookReading.of(made.folder()).faults().stream()
                .map(PolicyFault::english)
                .toList();
        assertThat(said)
                .anyMatch(text -> text.contains("there is no group \"技改贴\". Maybe \"技改贴息\" is meant"))
                .anyMatch(text -> text.contains("there is no clause \"nobody\""))
                .anyMatch(text -> text.contains("no clause belongs to the group \"技改贴息\""))
                .anyMatch(text -> text.contains("supplements go in a circle: demo-interest → demo-interest"));
    }

    @Test
    void aRateOverTheWholeIsRefused() {
        MadeBook made = MadeBook.in(folder).terms("一次性: 每项目\n", "配套: {条款: other, 比例: 300%}\n");
        assertThat(BookReading.of(made.folder()).faults())
                .extracting(PolicyFault::code)
                .contains("policy.rate");
    }

    @Test
    void moneyTimesMoreThanOneIsARateOfTooMuch() {
        MadeBook made = MadeBook.in(folder).model("入统投资额 * 一年期LPR", "入统投资额 * 3").parameter("2019-08-20,4.25\n");
        assertThat(BookReading.of(made.folder()).faults())
                .extracting(PolicyFault::english)
                .anyMatch(text -> text.contains("\"入统投资额 * 3\" in 金额 is 300%, over 100 %"))
                .anyMatch(text -> text.contains("4.25 of 2019-08-20 is 425%"));
    }

    @Test
    void aCeilingIsAnAmountOrARateOfAFact() {
        MadeBook made = MadeBook.in(folder)
                .stacking("互斥组:\n  技改贴息: {规则: 择一}\n总额上限:\n  年度: {条款: [demo-interest], 金额: 500 万元, 按: 上年纳税额}\n");
        assertThat(BookReading.of(made.folder()).faults())
                .extracting(PolicyFault::code)
                .containsExactly("policy.ceiling");
    }

    @Test
    void aPercentSignIsNoFeelAndIsNotComputedBy() {
        MadeBook made = MadeBook.in(folder).model("入统投资额 * 一年期LPR", "入统投资额 * 一年期LPR * 50%");
        assertThat(BookReading.of(made.folder()).faults())
                .extracting(PolicyFault::code, PolicyFault::english)
                .anyMatch(told -> told.toList().getFirst().equals("policy.feel")
                        && told.toList().getLast().toString().contains("write 50 % as 0.50"));
    }

    /** FEEL goes to the else where the fact is null; the same is lawful where null is asked for first. */
    @Test
    void anIfOverAFactThatMayBeUnknownIsRefused() {
        MadeBook made = MadeBook.in(folder).model("min(入统投资额", "min((if 一年期LPR > 0.04 then 1 else 0.5) * 入统投资额");
        assertThat(BookReading.of(made.folder()).faults())
                .extracting(PolicyFault::code)
                .containsExactly("policy.unknown");
        made.model("min(入统投资额", "min((if 一年期LPR = null then null else if 一年期LPR > 0.04 then 1 else 0.5) * 入统投资额");
        assertThat(BookReading.of(made.folder()).faults()).isEmpty();
    }

    @Test
    void aCeilingByAFactNobodyAsksForIsRefused() {
        MadeBook made = MadeBook.in(folder)
                .stacking("互斥组:\n  技改贴息: {规则: 择一}\n总额上限:\n  年度: {条款: [demo-interest], 按: 入统投资, 比例: 100%}\n");
        assertThat(BookReading.of(made.folder()).faults())
                .extracting(PolicyFault::english)
                .singleElement()
                .asString()
                .contains("\"入统投资额\" is meant");
    }
}
