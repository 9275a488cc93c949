package org.diaodu.rules.bulk;

import static org.diaodu.rules.bulk.Engines.numbers;
import static org.diaodu.rules.bulk.Engines.of;
import static org.diaodu.rules.bulk.Written.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers: comparing, combining, dividing and rounding. */
class NumbersOnThreeEnginesTest extends OneRuleThreeEngines {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b",
                "a <= b",
                "a = b",
                "a != b",
                "a > b or b > 1",
                "a > b and b > 1",
                "not(a > b)",
                "a in [b..10]",
                "a in (b, 1, null)",
                "not(a in (1, 2))",
                "a between b and 10",
                "a in (< b, > 10)",
                "if a > b then \"x\" else \"y\"",
                "a = null",
                "(a > b) = null",
                "a + b",
                "a - b",
                "a * b",
                "a / b",
                "a / b > 2",
                "a / b < -1",
                "a / b = 2",
                "a / b >= 0",
                "2 > a / b",
                "a < 1 / 6",
                "1 / 6 <= a",
                "a = 1 / 6",
                "a != 200 / 3",
                "a / 3 + 104 / 3",
                "if a > b then 104 / 3 else a / 7",
                "max(104 / 3, a / 7)",
                "1 / 7 - a / b",
                "a in [1 / 7..20 / 7]",
                "a < 10000000000000000000000000000000000",
                "a + b > -10000000000000000000000000000000000",
                "a = 10000000000000000000000000000000000",
                "modulo(a, b)",
                "modulo(a, -3)",
                "modulo(a, 0.01)",
                "modulo(round up(a, -1), b / 100)",
                "modulo(a, 0.0007)",
                "modulo(a, 3)",
                "min(a, b)",
                "max(a, b, 1)",
                "sum(a, b)",
                "mean(a, b)",
                "count([a, b])",
                "min([a, b, 2])",
                "abs(a - b)",
                "a ** 2",
                "even(a)",
                "odd(a)",
                "string(a)",
                "-a",
                "sum([a, b][item > 1])",
                "count([a, b][item > 1])",
                "some x in [a, b] satisfies x > 1",
                "every x in [a, b] satisfies x > 1",
                "list contains([a, b], 1)",
                "{s: a + b, t: s * 2}.t",
                "(for x in [a, b] return x * 2)[1]",
                "all([a > 1, b > 1])",
                "any([a > 1, b > 1])",
                "(function(x) x + b)(a)",
                "if a then 1 else 2"
            })
    void numbersCompareAndCombineAlikeWithNullsZeroesAndSigns(String feel) {
        agree(expression(List.of("a:number", "b:number"), feel), pairs(NUMBERS, NUMBERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a / b",
                "(a + a + a) / b",
                "a * 1000000 / b",
                "a * 1000000 / 7",
                "1 / b + a",
                "a * 1000 / b > 0.5",
                "a / -3 + (b - 0.12345678901234567890)"
            })
    void quotientsOfTheLargestAmountsAgree(String feel) {
        agree(
                expression(List.of("a:number", "b:number"), feel),
                pairs(
                        numbers("99999999999999.9999", "-99999999999999.9999", "0.0001", "0", null),
                        numbers("3", "-7", "0.0003", "99999999999999.9999", "0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decimal(a, 0)",
                "decimal(a, 1)",
                "decimal(a, -1)",
                "floor(a)",
                "ceiling(a)",
                "floor(a, 1)",
                "ceiling(a, 1)",
                "round up(a, 0)",
                "round down(a, 0)",
                "round half up(a, 0)",
                "round half down(a, 0)",
                "round up(a, 1)",
                "round down(a, 1)",
                "round half up(a, 1)",
                "round half down(a, 1)",
                "round half up(a, -1)",
                "round half down(a, -1)",
                "decimal(a / 3, 2)",
                "round half up(a / 3, 2)"
            })
    void everyRoundingGoesTheSameWayAtTiesAndBelowZero(String feel) {
        List<@Nullable Object> values = numbers(
                null,
                "0",
                "0.5",
                "-0.5",
                "1.5",
                "-1.5",
                "2.5",
                "-2.5",
                "0.05",
                "-0.05",
                "0.15",
                "0.25",
                "-0.25",
                "0.35",
                "15",
                "-15",
                "25",
                "-25",
                "5",
                "-5",
                "2.45",
                "-2.45",
                "2.4999",
                "2.5001",
                "-2.5001",
                "99999.9995",
                "7.3333");
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        values.forEach(value -> cases.add(of("a", value)));
        agree(expression(List.of("a:number"), feel), cases);
    }
}
