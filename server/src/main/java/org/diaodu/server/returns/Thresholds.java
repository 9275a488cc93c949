package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The thresholds of the validation rules as they stand now. */
@Component
class Thresholds {

    private final JdbcClient jdbc;

    Thresholds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ValidationSettings current() {
        Map<String, BigDecimal> values = new HashMap<>();
        jdbc.sql("select key, value from validation_setting").query(row -> {
            values.put(row.getString(1), row.getBigDecimal(2));
        });
        return new ValidationSettings(values);
    }
}
