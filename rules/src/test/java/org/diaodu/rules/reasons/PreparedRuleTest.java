package org.diaodu.rules.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diaodu.rules.book.RuleBook;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.book.WorkedCase;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped rules, prepared: each worked case, whole and with one fact after another taken away. */
class PreparedRuleTest {

    private static final Path BOOK = Path.of("../server/src/main/resources/rulebook");

    static Stream<RuleVersion> versions() {
        return RuleBook.read(BOOK).rules().stream().flatMap(rule -> rule.versions().stream());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aPreparedRuleAnswersAsTheReferenceEngineWhateverIsMissing(RuleVersion version) {
        String decision = version.clause().decision();
        CaseRule rule = CaseRule.of(version.model(), decision);
        assertThat(rule.outcome()).isInstanceOf(Outcome.Carried.class);
        int told = 0;
        for (WorkedCase worked : version.cases().cases()) {
            List<String> facts = new ArrayList<>(worked.inputs().keySet());
            PreparedRule prepared = PreparedRule.of(rule, facts);
            for (int without = -1; without < facts.size(); without++) {
                Map<String, @Nullable Object> inputs = new LinkedHashMap<>(worked.inputs());
                if (without >= 0) {
                    inputs.put(facts.get(without), null);
                }
                @Nullable Object[] values = inputs.values().toArray();
                Object expected = version.model().evaluate(decision, inputs).value();
                assertThat(comparable(prepared.answer(values).value()))
                        .as("%s: %s", worked.name(), inputs)
                        .isEqualTo(comparable(expected));
                assertThat(comparable(rule.answer(inputs).value())).isEqualTo(comparable(expected));
                told++;
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void aRuleThatAsksForWhatIsNotGivenIsRefusedBeforeAnyCase() {
        RuleVersion size = RuleBook.read(BOOK).rule("size-class").versions().getFirst();
        CaseRule rule = CaseRule.of(size.model(), size.clause().decision());
        assertThatThrownBy(() -> PreparedRule.of(rule, List.of("从业人员")))
                .isInstanceOf(RuleFault.class)
                .hasMessageContaining("rules.no-fact")
                .hasMessageContaining("营业收入");
    }

    @Test
    void moreFactsThanTheRuleAsksForMayBeGivenInAnyOrder() {
        RuleVersion size = RuleBook.read(BOOK).rule("size-class").versions().getFirst();
        CaseRule rule = CaseRule.of(size.model(), size.clause().decision());
        PreparedRule prepared = PreparedRule.of(rule, List.of("地区", "营业收入", "从业人员"));
        assertThat(prepared.answer(new @Nullable Object[] {"230100", new BigDecimal("400000"), new BigDecimal("1000")})
                        .value())
                .isEqualTo("大型");
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number ->
                number.round(new java.math.MathContext(12)).stripTrailingZeros();
            case List<?> list ->
                list.stream().map(one -> String.valueOf(comparable(one))).toList();
            case Map<?, ?> map -> {
                Map<String, String> same = new java.util.TreeMap<>();
                map.forEach((key, one) -> same.put(String.valueOf(key), String.valueOf(comparable(one))));
                yield same;
            }
            case null, default -> value;
        };
    }
}
