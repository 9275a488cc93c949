package org.diaodu.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.reasons.Explanation.Column;
import org.diaodu.rules.reasons.Explanation.Condition;
import org.diaodu.rules.reasons.Explanation.Row;
import org.diaodu.rules.reasons.Explanation.Table;
import org.diaodu.rules.reasons.Verdict;
import org.junit.jupiter.api.Test;
import org.kie.dmn.model.api.HitPolicy;

class OpenRowsTest {

    private static final Verdict HOLDS = Verdict.HOLDS;
    private static final Verdict FAILS = Verdict.FAILS;
    private static final Verdict UNKNOWN = Verdict.UNKNOWN;

    /** A row for each pair of how its only condition came out and what it gives. */
    private static OpenRows rows(HitPolicy policy, Object... verdictsAndOutputs) {
        List<Condition> conditions = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < verdictsAndOutputs.length; i += 2) {
            Verdict verdict = (Verdict) verdictsAndOutputs[i];
            int at = conditions.size();
            conditions.add(new Condition(0, "> 0", verdict, verdict == UNKNOWN ? List.of("甲") : List.of()));
            rows.add(new Row(
                    at + 1, List.of(at), verdict == HOLDS, List.of((String) verdictsAndOutputs[i + 1]), List.of()));
        }
        return OpenRows.of(
                new Table("资格", List.of(new Column("甲", null, List.of())), conditions, rows, List.of()), policy);
    }

    @Test
    void aPossibleRowBeforeTheOneThatMatchedKeepsTheVerdictOpen() {
        assertThat(rows(HitPolicy.FIRST, UNKNOWN, "false", HOLDS, "true").undecided())
                .isTrue();
        assertThat(rows(HitPolicy.FIRST, UNKNOWN, "\"甲等\"", HOLDS, "\"乙等\"").undecided())
                .isTrue();
    }

    @Test
    void aPossibleRowAfterTheOneThatMatchedIsNotAsked() {
        OpenRows rows = rows(HitPolicy.FIRST, HOLDS, "true", UNKNOWN, "true");
        assertThat(rows.undecided()).isFalse();
        assertThat(rows.entitled()).isTrue();
    }

    @Test
    void whereRowsExcludeEachOtherAMatchedRowIsEnough() {
        assertThat(rows(HitPolicy.UNIQUE, UNKNOWN, "true", HOLDS, "true").undecided())
                .isFalse();
    }

    @Test
    void aPossibleRowThatGivesNothingDoesNotAskForFactsInVain() {
        assertThat(rows(HitPolicy.FIRST, UNKNOWN, "false", FAILS, "true").undecided())
                .isFalse();
        assertThat(rows(HitPolicy.UNIQUE, FAILS, "true", FAILS, "true").undecided())
                .isFalse();
    }

    @Test
    void onlyTheFactsOfPossibleRowsAreMissing() {
        assertThat(rows(HitPolicy.UNIQUE, UNKNOWN, "true", FAILS, "true").missing())
                .containsExactly("甲");
    }
}
