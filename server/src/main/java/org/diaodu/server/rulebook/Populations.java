package org.diaodu.server.rulebook;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The enterprises each rule judges, with the values it asks for, within the caller's unit. */
@Component
@Transactional(readOnly = true)
public class Populations {

    private final JdbcClient jdbc;
    private final Map<String, Population> byRule;

    Populations(JdbcClient jdbc, ObjectProvider<Population> populations) {
        this.jdbc = jdbc;
        this.byRule = populations.stream().collect(Collectors.toMap(Population::rule, Function.identity()));
    }

    /**
     * An enterprise with the values the rule asks for.
     *
     * @param inputs FEEL values by input name; null where missing
     */
    public record Member(
            long id,
            String creditCode,
            String name,
            String region,
            Map<String, @Nullable Object> inputs) {}

    /** The population bound to a rule, or null. */
    public @Nullable Population of(String rule) {
        return byRule.get(rule);
    }

    public List<Member> members(Population population, LocalDate day) {
        return jdbc.sql(population.sql())
                .param("day", day)
                .query((row, number) -> member(population, row))
                .list();
    }

    /** The enterprise with this credit code, as the population of that day has it. */
    public @Nullable Member member(Population population, LocalDate day, String creditCode) {
        return members(population, day).stream()
                .filter(member -> member.creditCode().equals(creditCode.strip()))
                .findFirst()
                .orElse(null);
    }

    private static Member member(Population population, ResultSet row) throws SQLException {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        for (Map.Entry<String, String> input : population.inputs().entrySet()) {
            Object value = row.getObject(input.getValue());
            inputs.put(input.getKey(), value instanceof Number number ? new BigDecimal(number.toString()) : value);
        }
        return new Member(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("region"),
                inputs);
    }
}
