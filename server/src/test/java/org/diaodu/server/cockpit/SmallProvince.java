package org.diaodu.server.cockpit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.OperatingStatus;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.returns.BulkReturns;
import org.diaodu.server.returns.Figure;
import org.diaodu.server.returns.ReturnRow;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.targets.PastTarget;
import org.diaodu.server.targets.TargetForm;
import org.diaodu.server.targets.TargetLoading;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.Period;
import org.diaodu.standards.SizeClass;
import org.springframework.boot.test.context.TestComponent;

/**
 * Ninety enterprises in three counties that file from 2050 to March 2051, when no other test's enterprises do. The
 * first enterprise is by far the largest; every seventh falls.
 */
@TestComponent
public class SmallProvince {
    static final Period MONTH = Period.month(2051, 3);
    static final Period YEAR_TO_DATE = Period.yearToDate(2051, 3);
    private static final int SIZE = 90;
    private static final List<String> COUNTIES = List.of("230102", "230103", "230202");
    private static final List<String> INDUSTRIES = List.of(
            "0610", "0711", "1311", "1441", "1511", "2511", "2611", "2710", "3011", "3211", "3411", "3511", "3611",
            "3811", "3911", "4411", "4511");
    private final RegisterLoading register;
    private final BulkReturns bulk;
    private final GrowthParameters parameters;
    private final Comparators comparators;
    private final TargetLoading targets;
    private boolean loaded;

    SmallProvince(
            RegisterLoading register,
            BulkReturns bulk,
            GrowthParameters parameters,
            Comparators comparators,
            TargetLoading targets) {
        this.register = register;
        this.bulk = bulk;
        this.parameters = parameters;
        this.comparators = comparators;
        this.targets = targets;
    }

    synchronized void load() {
        if (loaded) return;
        loaded = true;
        AsSystem.run("small province", () -> {
            List<RegisterEntry> enterprises = enterprises();
            register.load(enterprises);
            for (Period period : Period.reportingFrom(Period.janFeb(2050), MONTH)) {
                bulk.takeOver(period, returns(enterprises, period));
                if (period.year() == 2051) rates(period);
            }
            rates(YEAR_TO_DATE);
            comparators.save(List.of(
                    new PublishedFigure(
                            YEAR_TO_DATE,
                            PublishedFigure.VALUE_ADDED,
                            PublishedFigure.NATION,
                            6.5,
                            "示例公报",
                            "https://example.org/bulletin",
                            LocalDate.of(2051, 4, 18)),
                    new PublishedFigure(YEAR_TO_DATE, PublishedFigure.GDP, "230000", 5.4, "示例公报", "", null)));
            targets.load(List.of(target()));
        });
    }

    private static PastTarget target() {
        var form = new TargetForm(
                "small-province-growth",
                "TARGET",
                "规模以上工业增加值增速",
                "230000",
                "",
                "",
                "6.0",
                "",
                "GE",
                "%",
                "RATE",
                "",
                "2051-01-01",
                "2051-12-31",
                "VALUE_ADDED_GROWTH",
                "",
                "示例政府工作报告",
                "");
        var by = new Signature("system", "示例", "", Instant.parse("2051-01-20T02:00:00Z"));
        return new PastTarget(form, by, by, List.of(), List.of());
    }

    private void rates(Period period) {
        parameters.save(List.of(
                new GrowthParameter("", period, 0.25, 103.0, "示例"),
                new GrowthParameter("C", period, 0.22, 101.5, "示例"),
                new GrowthParameter("06", period, 0.45, 118.0, "示例")));
    }

    private static List<RegisterEntry> enterprises() {
        List<RegisterEntry> entries = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            String region = COUNTIES.get(i % COUNTIES.size());
            var attributes = new Attributes(
                    YearMonth.of(2050, 1),
                    null,
                    "示例" + INDUSTRIES.get(i % INDUSTRIES.size()) + "工业有限公司" + (i + 1),
                    region,
                    INDUSTRIES.get(i % INDUSTRIES.size()),
                    SizeClass.values()[i % 3],
                    Ownership.values()[i % 4],
                    i % 5 == 0 ? "示例经济开发区" : "",
                    i % 4 == 0 ? "示例装备产业链" : "",
                    i < 20,
                    OperatingStatus.OPERATING);
            String code = CreditCode.made(region, 910_000 + i).value();
            entries.add(new RegisterEntry(code, null, List.of(attributes), List.of()));
        }
        return entries;
    }

    private static List<ReturnRow> returns(List<RegisterEntry> enterprises, Period period) {
        List<ReturnRow> rows = new ArrayList<>();
        for (int i = 0; i < enterprises.size(); i++) {
            double base = 1_000_000.0 / (i + 1);
            int months = period.last().getMonthValue();
            double growth = i % 7 == 6 ? -0.12 : 0.04 + 0.01 * (i % 9) + 0.002 * months;
            double month = base * (1 + growth) * period.months();
            double before = base * period.months();
            double soFar = base * (1 + growth) * months;
            rows.add(new ReturnRow(
                    enterprises.get(i).creditCode(),
                    Map.of("gross_output", Figure.of(month, soFar, before, base * months))));
        }
        return rows;
    }
}
