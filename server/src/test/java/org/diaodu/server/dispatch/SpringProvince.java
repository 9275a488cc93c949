package org.diaodu.server.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.cockpit.GrowthParameter;
import org.diaodu.server.cockpit.GrowthParameters;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.OperatingStatus;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.returns.BulkReturns;
import org.diaodu.server.returns.Closings;
import org.diaodu.server.returns.Figure;
import org.diaodu.server.returns.ReturnRow;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.Period;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A hundred enterprises that file from 2018 to August 2019, when no other test's enterprises do. All of an industry fall
 * alike from January 2019; in April a case is opened for twelve of them, which then gain 20 points more than the others.
 */
@TestComponent
public class SpringProvince {

    static final int GAIN_PP = 20;
    private static final int SIZE = 100;
    private static final int CASES = 12;
    private static final List<String> COUNTIES = List.of("230102", "230103", "230202");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final RegisterLoading register;
    private final BulkReturns bulk;
    private final GrowthParameters parameters;
    private final Enterprises enterprises;
    private final Closings closings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private @Nullable List<String> numbers;

    SpringProvince(
            RegisterLoading register,
            BulkReturns bulk,
            GrowthParameters parameters,
            Enterprises enterprises,
            Closings closings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.bulk = bulk;
        this.parameters = parameters;
        this.enterprises = enterprises;
        this.closings = closings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Loads it once and gives the numbers of its cases, the first one's enterprise having no neighbours. */
    synchronized List<String> load() {
        List<String> known = numbers;
        if (known != null) return known;
        List<String> made = AsSystem.call("spring province", this::made);
        numbers = made;
        return made;
    }

    private List<String> made() {
        List<RegisterEntry> entries = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) entries.add(entry(i));
        register.load(entries);
        for (Period period : Period.reportingFrom(Period.janFeb(2018), Period.month(2019, 8))) {
            parameters.save(List.of(new GrowthParameter("", period, 0.25, 100.0, "示例")));
            List<ReturnRow> returns = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) returns.add(row(entries.get(i), i, period));
            bulk.takeOver(period, returns);
            if (period.compareTo(Period.month(2019, 8)) < 0) closings.closeProvince(period, "230000");
        }
        var byCode = enterprises.byCreditCode(
                entries.stream().map(RegisterEntry::creditCode).toList(),
                Period.month(2019, 3).last());
        List<String> made = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            made.add(opened(
                    Objects.requireNonNull(byCode.get(entries.get(i).creditCode()))
                            .id(),
                    entries.get(i),
                    i));
        }
        return made;
    }

    /** The case is written as an opening of that time would have written it. */
    private String opened(long id, RegisterEntry entry, int i) {
        Instant at = LocalDate.of(2019, 4, 22).atTime(9, 0).atZone(CHINA).toInstant();
        String county = COUNTIES.get(i % 3);
        String number = "2019-9" + (100 + i);
        transaction.executeWithoutResult(status -> jdbc.sql("""
                insert into dispatch_case (number, enterprise_id, enterprise_name, credit_code, industry, region, period, light,
                    reasons, level, lead_unit, units, causes, state, state_since, opened_by, opened_at)
                values (:number, :id, :name, :code, '3511', :region, '2019-03', '红', '{产值下降}', 'COUNTY', :lead, array[:lead],
                    :causes, 'SIGNED_OFF', :at, 'dispatcher', :at)
                """)
                .param("number", number)
                .param("id", id)
                .param("name", "示例春季企业" + i)
                .param("code", entry.creditCode())
                .param("region", county)
                .param("lead", "GX-" + county)
                .param("causes", new String[] {i % 2 == 0 ? "ORDERS" : "FUNDS"})
                .param("at", java.sql.Timestamp.from(at))
                .update());
        return number;
    }

    private static RegisterEntry entry(int i) {
        String county = COUNTIES.get(i % 3);
        var attributes = new Attributes(
                YearMonth.of(2018, 1),
                YearMonth.of(2019, 9),
                "示例春季企业" + i,
                county,
                i == 0 ? "0610" : "3511",
                SizeClass.MEDIUM,
                Ownership.PRIVATE,
                "",
                "",
                true,
                OperatingStatus.OPERATING);
        return new RegisterEntry(CreditCode.made(county, 870_000L + i).value(), null, List.of(attributes), List.of());
    }

    private static ReturnRow row(RegisterEntry entry, int i, Period period) {
        double base = 100_000.0 * (1 + i % 5) * period.months();
        boolean fallen = period.compareTo(Period.janFeb(2019)) >= 0;
        boolean after = period.compareTo(Period.month(2019, 4)) > 0;
        double noise = new SplittableRandom(i * 1_000L + period.iso().hashCode()).nextDouble() * 6 - 3;
        double growth = (fallen ? -25 : 4) + (after ? 10 : 0) + (after && i < CASES ? GAIN_PP : 0) + noise;
        double value = base * (1 + growth / 100);
        return new ReturnRow(
                entry.creditCode(),
                Map.of("gross_output", Figure.of(value, value, base, base), "electricity", Figure.of(50, 50, 50, 50)));
    }
}
