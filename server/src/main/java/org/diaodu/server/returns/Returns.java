package org.diaodu.server.returns;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diaodu.server.access.Scope;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has been filed: the observations growth computes on, and how each period stands. */
@Component
@Transactional(readOnly = true)
public class Returns {

    /** Greater than the text of every period. */
    private static final String AFTER_ALL_PERIODS = "~";

    private final JdbcClient jdbc;
    private final ObservationReading filed;
    private final LakeObservations closed;

    Returns(JdbcClient jdbc, ObservationReading filed, LakeObservations closed) {
        this.jdbc = jdbc;
        this.filed = filed;
        this.closed = closed;
    }

    /**
     * Gross output of every enterprise in a month or a year to date, in the order of credit codes: from the lake once the
     * province has closed the period, else provisionally from the returns as filed.
     *
     * @param period a month from March on, January–February, or a year to date; also the first quarter and the year
     */
    public List<Observation> observationsFor(Period period, Scope scope) {
        boolean yearToDate = yearToDate(period);
        Period reporting = period.reporting();
        Optional<Integer> version = lakeVersion(reporting);
        return version.isPresent()
                ? closed.read(reporting, version.get(), yearToDate, scope)
                : filed.observations(reporting, yearToDate, scope);
    }

    /** The lake version of a period the province has closed. */
    public Optional<Integer> lakeVersion(Period reporting) {
        return jdbc.sql("""
                select lake_version from closing
                where period = :period and level = 'PROVINCE' and state <> 'REOPENED'
                """)
                .param("period", reporting.iso())
                .query(Integer.class)
                .optional();
    }

    /** The reporting periods there are returns for, oldest first. */
    public List<PeriodStanding> standings(Scope scope) {
        return jdbc.sql("""
                select f.period, count(*) as filed, count(*) filter (where f.state = 'ACCEPTED') as accepted,
                       max(f.filed_at) as last_change, max(f.id) || '.' || sum(f.row_version) as changes,
                       (select c.lake_version from closing c
                         where c.period = f.period and c.level = 'PROVINCE' and c.state <> 'REOPENED') as lake_version
                from filing f
                where f.current and (:prefix = '*' or (:prefix <> '' and starts_with(f.region, :prefix)) or f.enterprise_id = :enterprise)
                group by f.period order by f.period
                """)
                .param("prefix", scope.regionPrefix())
                .param("enterprise", scope.enterpriseId() == null ? -1L : scope.enterpriseId())
                .query((row, number) -> {
                    Timestamp last = row.getTimestamp("last_change");
                    return new PeriodStanding(
                            Period.parse(row.getString("period")),
                            row.getInt("filed"),
                            row.getInt("accepted"),
                            row.getObject("lake_version", Integer.class),
                            row.getString("changes"),
                            last == null ? null : last.toInstant());
                })
                .list();
    }

    /**
     * What the figures of each reporting period are read from, oldest period first: {@code v1}, a version of the lake, or
     * {@code r…}, which differs whenever a return has changed. Much cheaper than {@link #standings}: only the returns of
     * open periods are looked through, those before the first closed one, after the last, and reopened between.
     */
    public SortedMap<Period, String> versions(Scope scope) {
        SortedMap<Period, String> versions = new TreeMap<>();
        jdbc.sql("""
                select period, lake_version from closing
                where level = 'PROVINCE' and state <> 'REOPENED' and lake_version is not null
                """).query(row -> {
            versions.put(Period.parse(row.getString("period")), "v" + row.getInt("lake_version"));
        });
        Period first = versions.isEmpty() ? null : versions.firstKey();
        Period last = versions.isEmpty() ? null : versions.lastKey();
        String[] reopened = first == null || last == null
                ? new String[0]
                : Period.reportingFrom(first, last).stream()
                        .filter(period -> !versions.containsKey(period))
                        .map(Period::iso)
                        .toArray(String[]::new);
        jdbc.sql("""
                select f.period, 'r' || max(f.id) || '.' || sum(f.row_version) as changes
                from filing f
                where f.current and (f.period < :first or f.period > :last or f.period = any(:reopened))
                  and (:prefix = '*' or (:prefix <> '' and starts_with(f.region, :prefix)) or f.enterprise_id = :enterprise)
                group by f.period
                """)
                .param("first", first == null ? AFTER_ALL_PERIODS : first.iso())
                .param("last", last == null ? AFTER_ALL_PERIODS : last.iso())
                .param("reopened", reopened)
                .param("prefix", scope.regionPrefix())
                .param("enterprise", scope.enterpriseId() == null ? -1L : scope.enterpriseId())
                .query(row -> {
                    versions.put(Period.parse(row.getString("period")), row.getString("changes"));
                });
        return versions;
    }

    private static boolean yearToDate(Period period) {
        return switch (period.kind()) {
            case JAN_FEB, YEAR_TO_DATE, YEAR -> true;
            case MONTH -> {
                if (!period.isReporting()) {
                    throw new IllegalArgumentException(
                            period + " is not filed by itself. Maybe " + period.reporting() + ".");
                }
                yield false;
            }
            case QUARTER -> {
                if (period.number() != 1) {
                    throw new IllegalArgumentException(
                            period + " cannot be read from one return. Maybe " + period.toYearToDate() + ".");
                }
                yield true;
            }
        };
    }
}
