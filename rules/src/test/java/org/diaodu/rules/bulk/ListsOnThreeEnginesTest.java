package org.diaodu.rules.bulk;

import static org.diaodu.rules.bulk.Engines.every;
import static org.diaodu.rules.bulk.Engines.numbers;
import static org.diaodu.rules.bulk.Engines.of;
import static org.diaodu.rules.bulk.Written.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Child tables and plain lists. */
class ListsOnThreeEnginesTest extends OneRuleThreeEngines {

    private static final String ITEMS = """
            <itemDefinition name="明细" isCollection="true">
              <itemComponent name="品种"><typeRef>string</typeRef></itemComponent>
              <itemComponent name="产值"><typeRef>number</typeRef></itemComponent>
              <itemComponent name="在产"><typeRef>boolean</typeRef></itemComponent>
            </itemDefinition>
            <itemDefinition name="数列" isCollection="true"><typeRef>number</typeRef></itemDefinition>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(产品)",
                "sum(产品.产值)",
                "min(产品.产值)",
                "max(产品.产值)",
                "mean(产品.产值)",
                "count(产品[产值 > 限])",
                "sum(产品[品种 = \"钢\"].产值)",
                "max(产品[在产].产值)",
                "some x in 产品 satisfies x.产值 > 限",
                "every x in 产品 satisfies x.产值 > 限",
                "sum(产品[产值 > 0].产值) / 限 > 2",
                "count(产品[产值 > 限 and 在产]) >= 1",
                "if count(产品) = 0 then \"无明细\" else \"有\"",
                "all(产品.在产)",
                "any(产品.在产)",
                "min(产品[品种 = \"铜\"].品种)",
                "mean(产品[在产].产值)"
            })
    void rowsOfAChildTableAreSummarisedAlikeAlsoWhereThereAreNone(String feel) {
        List<@Nullable Object> lists = Arrays.asList(
                List.of(),
                List.of(of("品种", "钢", "产值", 3, "在产", true)),
                List.of(of("品种", "钢", "产值", 3, "在产", true), of("品种", "铜", "产值", -1.5, "在产", false)),
                List.of(of("品种", "钢", "产值", null, "在产", true), of("品种", "铜", "产值", 8, "在产", null)),
                List.of(of("品种", null, "产值", 0, "在产", false), of("品种", "铜", "产值", 2, "在产", true)));
        Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();
        values.put("产品", lists);
        values.put("限", numbers(null, "0", "2", "-2"));
        agree(model(List.of("产品:明细", "限:number"), ITEMS, "", Written.literal(feel)), every(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"count(数)", "sum(数)", "min(数)", "max(数)", "mean(数)", "count(数[item > 1])", "sum(数[item > 1])"})
    void aPlainListIsAChildTableOfOneColumn(String feel) {
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        cases.add(of("数", List.of()));
        cases.add(of("数", numbers("1")));
        cases.add(of("数", numbers("1", "2.5", "-3")));
        cases.add(of("数", numbers("1", null)));
        agree(model(List.of("数:数列"), ITEMS, "", Written.literal(feel)), cases);
    }
}
