package org.diaodu.policy.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cliffs of the clauses shipped, each to be checked by hand. */
class CurveTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

    private static PolicyBook book;

    @BeforeAll
    static void theShippedBook() {
        book = PolicyBook.read(Path.of("src/main/resources/policies"));
    }

    /** 20 at 30 million more, 10 for every 20 million beyond, 500 at most: 49 steps. */
    @Test
    void everyStepIsAJumpAndTheLastIsTheCap() {
        Curve curve = curve(
                "harbin-2021-output-steps",
                "本年产值",
                "230100",
                Map.of("行业门类", "C", "规上工业企业", true, "上年产值", number("20000")));
        assertThat(curve.exact()).isTrue();
        assertThat(curve.jumps()).hasSize(49).allSatisfy(jump -> {
            assertThat(jump.boundBelow()).isFalse();
            assertThat(jump.change())
                    .isEqualByComparingTo(jump.above().compareTo(number("23000")) == 0 ? "200000" : "100000");
        });
        Segment last = curve.segments().getLast();
        assertThat(last.shape()).isEqualTo(Shape.CAP);
        assertThat(last.from()).isEqualByComparingTo("119000");
        assertThat(last.toYuan()).isEqualByComparingTo("5000000");
    }

    /** At 3 million of taxable income 25 % become 5 %: the next yuan costs 600 000. */
    @Test
    void theBoundItselfBelongsToTheSideTheTextGivesIt() {
        Map<String, Object> small =
                Map.of("限制或禁止行业", false, "平均从业人数", number("300"), "平均资产总额", number("1000"));
        Curve curve = curve("national-2023-small-low-profit-tax", "年应纳税所得额", null, small);
        assertThat(curve.jumps()).singleElement().satisfies(jump -> {
            assertThat(jump.threshold()).isEqualByComparingTo("300");
            assertThat(jump.boundBelow()).isTrue();
            assertThat(jump.change()).isEqualByComparingTo("-600000");
        });
        assertThat(curve.at(number("299"))).satisfies(segment -> {
            assertThat(segment.shape()).isEqualTo(Shape.RISING);
            assertThat(segment.perUnit()).isEqualByComparingTo("2000"); // of 10 000 yuan: 20 %
        });
    }

    /** 0.10 yuan for each kWh more; under 30 000 yuan nothing; 800 000 at most, reached at 8 million kWh more. */
    @Test
    void belowTheFloorNothingIsDueAndAtTheCapNothingMore() {
        Curve curve = curve(
                "fujian-2026-first-quarter-electricity",
                "本年一季度用电量",
                "350100",
                Map.of(
                        "行业门类", "C", "在经营异常名录", false, "严重违法失信", false, "涉黑涉恶", false, "能效超限额", false,
                        "差别电价电量", number("0"), "上年同期有用电开票", true, "上年一季度用电量", number("4000000")));
        assertThat(curve.segments())
                .extracting(Segment::shape)
                .containsExactly(Shape.NOT_ENTITLED, Shape.BELOW_FLOOR, Shape.RISING, Shape.CAP);
        assertThat(curve.segments().get(2).from()).isEqualByComparingTo("4300000");
        assertThat(curve.segments().get(2).to()).isEqualByComparingTo("12000000");
    }

    /** 20 % of the income up to 3 million by the small enterprises' rate, beyond it the 10 % of the high-tech rate. */
    @Test
    void severalClausesAreTakenAsTheyAddUp() {
        List<PolicyClause> clauses = List.of(
                book.clause("national-2023-small-low-profit-tax", DAY),
                book.clause("national-2008-high-tech-income-tax", DAY));
        Map<String, @Nullable Object> facts = new HashMap<>(
                Map.of("限制或禁止行业", false, "平均从业人数", number("300"), "平均资产总额", number("1000"), "高新技术企业", true));
        Subject subject = new Subject(clauses.getFirst().terms().subject(), "230100", facts);
        Curve curve = BundleCurve.of(
                clauses,
                book,
                subject,
                LocalDate.of(2023, 6, 1),
                DrivingFact.find("年应纳税所得额", clauses),
                new CurveRange(BigDecimal.ZERO, number("1000")));
        assertThat(curve.jumps()).singleElement().satisfies(jump -> {
            assertThat(jump.belowYuan()).isEqualByComparingTo("600000");
            assertThat(jump.aboveYuan()).isEqualByComparingTo("300000");
        });
        assertThat(curve.segments())
                .filteredOn(segment -> segment.shape() == Shape.RISING)
                .extracting(segment -> segment.perUnit().intValueExact())
                .containsExactly(2000, 1000);
    }

    @Test
    void whatIsNotKnownIsNoZero() {
        Curve curve = curve("harbin-2021-output-steps", "本年产值", "230100", Map.of("行业门类", "C", "规上工业企业", true));
        assertThat(curve.segments()).singleElement().satisfies(segment -> {
            assertThat(segment.shape()).isEqualTo(Shape.NEEDS_FACTS);
            assertThat(segment.said().getFirst()).contains("上年产值（统计局，工业统计年报）");
        });
        assertThat(curve.jumps()).isEmpty();
    }

    @Test
    void aFigureThatDrivesNothingIsRefusedWithTheNearest() {
        assertThatThrownBy(() ->
                        DrivingFact.find("今年产值", List.of(book.clause("harbin-2021-output-steps", DAY))))
                .isInstanceOfSatisfying(
                        PolicyFault.class, fault -> assertThat(fault.english()).contains("Maybe 本年产值"));
    }

    /** Of every clause and every figure: at random positions the curve is what the match says, to the fen. */
    @Test
    void theCurveIsTheMatchAtEveryPosition() {
        Random random = new Random(7);
        int compared = 0;
        for (PolicyClause clause : book.clauses()) {
            LocalDate day = clause.text().validFrom();
            var worked = clause.version().cases().cases().stream()
                    .filter(one -> one.sound())
                    .findFirst()
                    .orElseThrow();
            String region = clause.terms().regions().isEmpty()
                    ? null
                    : clause.terms().regions().getFirst();
            Subject subject = new Subject(clause.terms().subject(), region, worked.inputs());
            for (DrivingFact over : DrivingFact.of(clause)) {
                Curve curve = ClauseCurve.of(clause, book, subject, day, over, CurveRange.chosen());
                if (!curve.exact()) {
                    continue;
                }
                ClauseOverFigure match = new ClauseOverFigure(clause, book, subject, day, over);
                Scale scale = match.scale();
                long last = scale.to(curve.segments().getLast().to());
                for (int i = 0; i < 20; i++) {
                    long at = random.nextLong(last + 1);
                    Segment segment = curve.at(scale.figure(at));
                    assertThat(segment).isNotNull();
                    BigDecimal line = segment.fromYuan()
                            .add(segment.perUnit().multiply(scale.figure(at).subtract(segment.from())));
                    assertThat(line.subtract(match.at(at).yuan()).abs())
                            .as(clause.id() + " over " + over.name() + " at " + scale.figure(at))
                            .isLessThanOrEqualTo(number("0.02"));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    private static Curve curve(String id, String over, @Nullable String region, Map<String, Object> facts) {
        PolicyClause clause = book.clause(id, LocalDate.of(2026, 2, 1));
        Subject subject = new Subject(clause.terms().subject(), region, new HashMap<>(facts));
        LocalDate day = clause.text().validFrom().plusDays(20);
        return ClauseCurve.of(clause, book, subject, day, DrivingFact.find(over, List.of(clause)), CurveRange.chosen());
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
