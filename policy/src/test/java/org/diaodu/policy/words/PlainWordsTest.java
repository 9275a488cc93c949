package org.diaodu.policy.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.diaodu.policy.book.AskedFact;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.match.Matched;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NotEntitled;
import org.diaodu.policy.whatif.Reach;
import org.diaodu.policy.whatif.WhatIf;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.typed.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sentences an enterprise reads, by the clauses that are shipped. */
class PlainWordsTest {

    private static final PolicyBook BOOK = PolicyBook.read(Path.of("src/main/resources/policies"));
    private static final LocalDate DAY = LocalDate.of(2022, 4, 25);

    private final Map<String, @Nullable Object> facts = new HashMap<>();

    private OneMatch clause(String id) {
        return OneMatch.of(BOOK.clause(id, DAY), BOOK);
    }

    private Subject subject(String clause) {
        return new Subject(BOOK.clause(clause, DAY).terms().subject(), "230100", facts);
    }

    private String said(String clause, Language language) {
        return new PlainWords(clause(clause).match(subject(clause), DAY), language).sentence();
    }

    private void renewal(String million) {
        facts.put("项目类型", "技术改造");
        facts.put("已入统", true);
        facts.put("入统日期", LocalDate.of(2022, 3, 20));
        facts.put("入统投资额", new BigDecimal(million));
    }

    private void output(String now) {
        facts.put("行业门类", "C");
        facts.put("规上工业企业", true);
        facts.put("本年产值", new BigDecimal(now));
        facts.put("上年产值", new BigDecimal("20000"));
    }

    /** 100 million at 3.70 % is 3.7 million. */
    @Test
    void whatIsDueIsSaidWithWhatDecided() {
        renewal("10000");
        assertThat(said("hlj-2022-tech-renewal-interest", Language.ZH))
                .isEqualTo("可得 370 万元：因为项目类型为技术改造，已入统，入统日期 2022-03-20，入统投资额 1 亿元");
        assertThat(said("hlj-2022-tech-renewal-interest", Language.EN)).startsWith("you get 3.7 million yuan: because");
    }

    @Test
    void whatIsMissingIsSaidInTheFigureThatCanStillChange() {
        output("22500");
        assertThat(said("harbin-2021-output-steps", Language.ZH)).isEqualTo("本年产值再增加 500 万元（达到 2.3 亿元）");
        assertThat(said("harbin-2021-output-steps", Language.EN))
                .isEqualTo("5 million yuan more of 本年产值 (to 230 million yuan)");
    }

    /** Growth of 30 million gives 200 000. */
    @Test
    void whoeverIsAlmostThereLearnsWhatThatWouldBring() {
        output("22500");
        String id = "harbin-2021-output-steps";
        Matched matched = clause(id).match(subject(id), DAY);
        assertThat(matched.verdict()).isInstanceOfSatisfying(NotEntitled.class, not -> {
            var nearest = Gap.almost(not.nearMisses()).getFirst();
            assertThat(Reach.of(clause(id), subject(id), nearest, DAY))
                    .isEqualTo(new Reach(Map.of("本年产值", new BigDecimal("23000.0000")), new BigDecimal("200000.00")));
        });
        facts.put("行业门类", "B"); // a mine is not almost a plant
        assertThat(clause(id).match(subject(id), DAY).verdict())
                .isInstanceOfSatisfying(
                        NotEntitled.class,
                        not -> assertThat(Gap.almost(not.nearMisses())).isEmpty());
    }

    @Test
    void anUnknownFactIsAskedOfWhoHoldsIt() {
        renewal("10000");
        facts.remove("已入统");
        assertThat(said("hlj-2022-tech-renewal-interest", Language.ZH)).isEqualTo("还不能判断，要先知道：已入统（统计局，固定资产投资统计）");
    }

    /** From 30 to 50 million of growth is one more step of 100 000. */
    @Test
    void whatIfComparesWithToday() {
        output("23000");
        String id = "harbin-2021-output-steps";
        Subject then = WhatIf.changed(subject(id), Map.of("本年产值", new BigDecimal("25000")));
        var effects = WhatIf.of(java.util.List.of(clause(id)), subject(id), then, DAY);
        assertThat(effects).singleElement().satisfies(effect -> {
            assertThat(effect.isChange()).isTrue();
            assertThat(effect.difference()).isEqualByComparingTo("100000");
            assertThat(effect.then().verdict()).isEqualTo(new Entitled(new BigDecimal("300000.00"), null));
        });
    }

    @Test
    void aTotalIsSaidToTwoPlacesOfWhatItIsCountedIn() {
        assertThat(new Quantity(Language.ZH).total(13_233_560_000L)).isEqualTo("1.32 亿元");
        assertThat(new Quantity(Language.EN).total(13_233_560_000L)).isEqualTo("132.34 million yuan");
        assertThat(new Quantity(Language.ZH).fen(13_233_560_000L)).isEqualTo("1.323356 亿元");
    }

    @Test
    void aFormKnowsWhatKindOfAnswerIsWanted() {
        var asked = AskedFact.of(BOOK.clause("hlj-2022-tech-renewal-interest", DAY));
        assertThat(asked).extracting(AskedFact::name).startsWith("项目类型", "已入统", "入统日期", "入统投资额");
        assertThat(asked).extracting(AskedFact::kind).startsWith(Kind.TEXT, Kind.TRUTH, Kind.DATE, Kind.NUMBER);
        assertThat(asked.getFirst().choices()).containsExactly("技术改造", "新建", "扩建", "其他");
        assertThat(asked.get(3).unit()).isEqualTo("万元");
    }
}
