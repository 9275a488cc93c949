package org.diaodu.policy.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.MadeBook;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NeedsFacts;
import org.diaodu.policy.match.Verdict.NotEntitled;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.diaodu.policy.match.Verdict.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneMatchTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

    @TempDir
    Path folder;

    private OneMatch match;
    private final Map<String, @Nullable Object> facts = new HashMap<>();

    @BeforeEach
    void anInvestmentOfAHundredMillion() {
        PolicyBook book = PolicyBook.read(MadeBook.in(folder).folder());
        match = OneMatch.of(book.clauses().getFirst(), book);
        facts.put("已入统", true);
        facts.put("入统日期", LocalDate.of(2022, 3, 20));
        facts.put("入统投资额", new BigDecimal("10000"));
    }

    private Verdict verdict() {
        return verdict(SubjectKind.PROJECT, "230100", DAY);
    }

    private Verdict verdict(SubjectKind kind, @Nullable String region, LocalDate day) {
        return match.match(new Subject(kind, region, facts), day).verdict();
    }

    /** 100 million at the LPR of 2022-01-20, 3.70 %, is 3.7 million. */
    @Test
    void theAmountIsInYuanAtTheRateOfTheDay() {
        assertThat(verdict()).isEqualTo(new Entitled(new BigDecimal("3700000.00"), null));
    }

    @Test
    void aFactNotKnownIsAskedOfWhoHoldsIt() {
        facts.remove("已入统");
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.missing())
                                .containsExactly(new MissingFact("已入统", "统计局", "固定资产投资统计", "", "")));
    }

    @Test
    void aFactNotKnownChangesNothingWhereAnotherConditionFails() {
        facts.remove("已入统");
        facts.put("入统投资额", new BigDecimal("1500"));
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        NotEntitled.class,
                        not -> assertThat(not.nearMisses().getFirst().zh()).contains("差 500"));
    }

    @Test
    void aDayBeforeTheFirstValueNeedsTheFigureAndIsNoRefusal() {
        facts.put("入统日期", LocalDate.of(2019, 3, 20));
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.missing().getFirst().en())
                                .isEqualTo("一年期LPR (lpr-1y has no value on 2019-03-20)"));
    }

    @Test
    void theRegionIsAFactAsWell() {
        assertThat(verdict(SubjectKind.PROJECT, null, DAY)).isInstanceOf(NeedsFacts.class);
        assertThat(verdict(SubjectKind.PROJECT, "220100", DAY))
                .isInstanceOfSatisfying(
                        OutOfScope.class, out -> assertThat(out.reason()).isEqualTo(Reason.OTHER_REGION));
        assertThatThrownBy(() -> verdict(SubjectKind.PROJECT, "999999", DAY)).isInstanceOf(PolicyFault.class);
    }

    @Test
    void aClauseSpeaksOnlyInItsDaysAndOfItsKind() {
        assertThat(verdict(SubjectKind.ENTERPRISE, "230100", DAY))
                .isInstanceOfSatisfying(
                        OutOfScope.class, out -> assertThat(out.reason()).isEqualTo(Reason.OTHER_KIND));
        assertThat(verdict(SubjectKind.PROJECT, "230100", LocalDate.of(2022, 3, 15)))
                .isInstanceOfSatisfying(
                        OutOfScope.class, out -> assertThat(out.reason()).isEqualTo(Reason.NOT_YET));
        assertThat(verdict(SubjectKind.PROJECT, "230100", LocalDate.of(2025, 1, 1)))
                .isInstanceOfSatisfying(
                        OutOfScope.class, out -> assertThat(out.reason()).isEqualTo(Reason.NO_LONGER));
    }

    private void formula(String text) {
        PolicyBook book = PolicyBook.read(MadeBook.in(folder)
                .model("round half up(min(入统投资额 * 一年期LPR, 800), 6)", text)
                .folder());
        match = OneMatch.of(book.clauses().getFirst(), book);
    }

    @Test
    void aNegativeAmountIsToldAndNeverPaid() {
        formula("入统投资额 * 一年期LPR - 1000");
        assertThatThrownBy(this::verdict)
                .isInstanceOfSatisfying(
                        PolicyFault.class,
                        fault -> assertThat(fault.chinese())
                                .contains("policy.amount")
                                .contains("金额是负数 -630")
                                .contains("入统投资额=10000"));
    }

    @Test
    void anAmountThatCannotBeComputedIsNoMissingFact() {
        formula("入统投资额 / (入统投资额 - 10000)");
        assertThatThrownBy(this::verdict)
                .isInstanceOfSatisfying(
                        PolicyFault.class,
                        fault -> assertThat(fault.english()).contains("the amount cannot be computed"));
        facts.remove("入统投资额");
        assertThat(verdict()).isInstanceOf(NeedsFacts.class);
    }

    @Test
    void anAmountBeyondAllReasonIsNotPaid() {
        formula("入统投资额 * 入统投资额");
        assertThatThrownBy(this::verdict)
                .isInstanceOfSatisfying(
                        PolicyFault.class, fault -> assertThat(fault.english()).contains("over 100 billion"));
    }

    @Test
    void belowAFloorNothingIsDue() {
        formula("if 入统投资额 &lt; 20000 then 0 else 100");
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.NotEntitled.class,
                        not -> assertThat(not.nothingDue()).isTrue());
    }
}
