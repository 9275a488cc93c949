package org.diaodu.server.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what many enterprises have filed before a period, in one query. */
@Component
class PastReturns {
    private static final int PERIODS_BACK = 13;

    private final JdbcClient jdbc;
    private final Items items;

    PastReturns(JdbcClient jdbc, Items items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    /** By enterprise; one without any past is missing from the map. */
    Map<Long, Past> before(Period period, Collection<Long> enterprises) {
        String previous = period.previousReporting().iso();
        boolean sameYear = period.previousReporting().year() == period.year();
        Period lastYear = period.samePeriodLastYear();
        List<String> window = IntStream.rangeClosed(1, PERIODS_BACK)
                .mapToObj(back -> period.plusReporting(-back).iso())
                .toList();
        Set<String> flows =
                items.all().stream().filter(Item::isFlow).map(Item::code).collect(Collectors.toSet());
        Map<Long, Gathering> gathered = new HashMap<>();
        jdbc.sql("""
                select f.enterprise_id, f.period, g.item, g.month_value, g.ytd_value, g.month_base, g.ytd_base
                from filing f join figure g on g.filing_id = f.id
                where f.current and f.enterprise_id = any(:ids) and f.period = any(:window)
                order by f.enterprise_id, f.period
                """)
                .param("ids", enterprises.toArray(Long[]::new))
                .param("window", window.toArray(String[]::new))
                .query(row -> {
                    gathered.computeIfAbsent(row.getLong(1), id -> new Gathering())
                            .add(row, sameYear ? previous : "", lastYear.iso(), flows);
                });
        Map<Long, Past> result = new HashMap<>();
        gathered.forEach((id, gathering) -> result.put(id, gathering.past()));
        return result;
    }

    private static final class Gathering {
        private final Map<String, Figure> previous = new TreeMap<>();
        private final Map<String, Figure> lastYear = new TreeMap<>();
        private final Map<String, double[]> history = new HashMap<>();
        private final Map<String, Integer> lengths = new HashMap<>();

        void add(ResultSet row, String previousPeriod, String lastYearPeriod, Set<String> flows) throws SQLException {
            String period = row.getString(2);
            String item = row.getString(3);
            if (period.equals(previousPeriod)) {
                previous.put(item, figure(row));
            }
            if (period.equals(lastYearPeriod)) {
                lastYear.put(item, figure(row));
            }
            double month = row.getDouble(4);
            if (!row.wasNull()) {
                boolean two = period.length() > 7 && flows.contains(item);
                int length = lengths.merge(item, 1, Integer::sum);
                history.computeIfAbsent(item, code -> new double[PERIODS_BACK])[length - 1] = two ? month / 2 : month;
            }
        }

        private static Figure figure(ResultSet row) throws SQLException {
            return new Figure(
                    row.getBigDecimal(4), row.getBigDecimal(5), row.getBigDecimal(6), row.getBigDecimal(7), null);
        }

        Past past() {
            Map<String, double[]> values = new HashMap<>();
            history.forEach(
                    (item, padded) -> values.put(item, java.util.Arrays.copyOf(padded, lengths.getOrDefault(item, 0))));
            return new Past(
                    previous.isEmpty() ? null : Figures.of(previous),
                    lastYear.isEmpty() ? null : Figures.of(lastYear),
                    new History(values));
        }
    }
}
