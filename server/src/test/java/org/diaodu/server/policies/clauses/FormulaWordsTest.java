package org.diaodu.server.policies.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import org.diaodu.server.policies.clauses.FormulaWords.Case;
import org.junit.jupiter.api.Test;

/** Formulas as officials read them. */
class FormulaWordsTest {

    @Test
    void aRateHasItsCapInWords() {
        assertThat(FormulaWords.of("if 资格 then round half up(min(合同额 * 0.10, 200), 6) else null", "万元", false))
                .containsExactly(new Case("符合条件", "合同额 × 10%，最高 200 万元"));
        assertThat(FormulaWords.of("if 资格 then min(20 + floor((增量 - 3000) / 2000) * 10, 500) else null", "万元", true))
                .containsExactly(new Case("entitled", "20 + ⌊（增量 − 3,000） ÷ 2,000⌋ × 10, at most 500 万元"));
    }

    @Test
    void everyGradeIsALineOfItsOwn() {
        assertThat(FormulaWords.of(
                        "if 资格 = \"大型\" then round half up(保险费 * 0.30, 2) else if 资格 = \"中小微\" then 5 else null",
                        "元",
                        false))
                .containsExactly(new Case("“大型”", "保险费 × 30%"), new Case("“中小微”", "5 元"));
    }

    @Test
    void whatHasNoWordsStandsAsItIsWritten() {
        String loop = "sum(for x in 各年 return x * 2)";
        assertThat(FormulaWords.of(loop, "元", false)).containsExactly(new Case("", loop));
    }
}
