package org.diaodu.rules.bulk;

import static org.diaodu.rules.bulk.Written.expression;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of any script, and truths of three values. */
class TextsOnThreeEnginesTest extends OneRuleThreeEngines {

    private static final List<@Nullable Object> TEXTS = Arrays.asList(
            null,
            "",
            "a",
            "A",
            "调度",
            "工业经济调度",
            "𠮷野家",
            "é",
            "a'b\"c",
            "line\nbreak",
            "\\",
            "50%",
            "a_b",
            "Straße",
            " x ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string length(a)",
                "upper case(a)",
                "lower case(a)",
                "substring(a, 1)",
                "substring(a, 2)",
                "substring(a, -1)",
                "substring(a, 2, 2)",
                "substring(a, -2, 1)",
                "substring(a, 0)",
                "substring(a, 9)",
                "contains(a, b)",
                "starts with(a, b)",
                "ends with(a, b)",
                "substring before(a, b)",
                "substring after(a, b)",
                "a + b",
                "a = b",
                "a < b",
                "a in (\"调度\", \"a'b\")",
                "a in (\"调度\", b)",
                "not(a in (\"调度\", \"é\"))",
                "string(a)",
                "number(a)",
                "date(a)",
                "a + \"; DROP TABLE x; --\"",
                "if a = \"\\\\\" then \"one\\nline\" else \"quote \\\" and '\""
            })
    void textsOfAnyScriptAreHandledByCodePoints(String feel) {
        agree(expression(List.of("a:string", "b:string"), feel), pairs(TEXTS, TEXTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a and b", "a or b", "not(a)", "a = b", "a != b", "if a then b else not(b)", "a in (true, null)"
            })
    void ternaryLogicAgrees(String feel) {
        List<@Nullable Object> truths = Arrays.asList(null, true, false);
        agree(expression(List.of("a:boolean", "b:boolean"), feel), pairs(truths, truths));
    }
}
