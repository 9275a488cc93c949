package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.Map;

/** Thresholds of the validation rules by key, as stored in {@code validation_setting}. */
record ValidationSettings(Map<String, BigDecimal> values) {

    BigDecimal exact(String key) {
        BigDecimal value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("validation setting " + key
                    + " is missing. Maybe the table validation_setting was edited by hand.");
        }
        return value;
    }

    double number(String key) {
        return exact(key).doubleValue();
    }
}
