package org.diaodu.rules.bulk;

import static org.diaodu.rules.bulk.Engines.every;
import static org.diaodu.rules.bulk.Engines.numbers;
import static org.diaodu.rules.bulk.Written.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One rule put to the reference engine, to the typed form and to the SQL on DuckDB, which answer alike. */
abstract class OneRuleThreeEngines {

    static final List<@Nullable Object> NUMBERS =
            numbers(null, "-2", "-1", "0", "0.5", "1", "2", "2.5", "3", "10", "11", "100000.0001");

    private static @Nullable Engines engines;

    @BeforeAll
    static void start() {
        engines = new Engines();
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(engines).close();
    }

    static void agree(RuleModel model, List<Map<String, @Nullable Object>> cases) {
        Objects.requireNonNull(engines).agree(model, cases);
    }

    static List<Map<String, @Nullable Object>> pairs(List<@Nullable Object> a, List<@Nullable Object> b) {
        Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();
        values.put("a", a);
        values.put("b", b);
        return every(values);
    }
}
