package org.diaodu.server.dispatch;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.cockpit.GrowthParameter;
import org.diaodu.server.cockpit.GrowthParameters;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.OperatingStatus;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.returns.BulkReturns;
import org.diaodu.server.returns.Figure;
import org.diaodu.server.returns.ReturnRow;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.Period;
import org.diaodu.standards.SizeClass;
import org.springframework.boot.test.context.TestComponent;

/**
 * Key enterprises in three counties that file for one year only, a year of their own for each test: of three in a row the
 * first has lost 40 %, the second 15 %, the third grows by 5 %.
 */
@TestComponent
public class FallingProvince {

    static final List<String> COUNTIES = List.of("230102", "230103", "230202");
    private static final AtomicInteger YEAR = new AtomicInteger(2060);

    private final RegisterLoading register;
    private final BulkReturns bulk;
    private final GrowthParameters parameters;
    private final Enterprises enterprises;

    FallingProvince(RegisterLoading register, BulkReturns bulk, GrowthParameters parameters, Enterprises enterprises) {
        this.register = register;
        this.bulk = bulk;
        this.parameters = parameters;
        this.enterprises = enterprises;
    }

    /** The March of a year and the enterprises that filed it, by number; the i-th lies in county i modulo 3. */
    public record Made(Period period, List<Long> ids) {

        /** Those of one county that fall, two of three. */
        public List<Long> falling() {
            List<Long> falling = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) if (i / 3 % 3 != 2) falling.add(ids.get(i));
            return falling;
        }
    }

    public Made make(int size) {
        return AsSystem.call("falling province", () -> made(size, YEAR.incrementAndGet()));
    }

    private Made made(int size, int year) {
        List<RegisterEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) entries.add(entry(i, year));
        register.load(entries);
        Period march = Period.month(year, 3);
        for (Period period : List.of(Period.janFeb(year), march)) {
            parameters.save(List.of(new GrowthParameter("", period, 0.25, 100.0, "示例")));
            List<ReturnRow> rows = new ArrayList<>();
            for (int i = 0; i < size; i++) rows.add(row(entries.get(i), i, period));
            bulk.takeOver(period, rows);
        }
        var byCode = enterprises.byCreditCode(
                entries.stream().map(RegisterEntry::creditCode).toList(), march.last());
        return new Made(
                march,
                entries.stream()
                        .map(entry -> java.util.Objects.requireNonNull(byCode.get(entry.creditCode()))
                                .id())
                        .toList());
    }

    private static RegisterEntry entry(int i, int year) {
        String county = COUNTIES.get(i % 3);
        var attributes = new Attributes(
                YearMonth.of(year, 1),
                YearMonth.of(year + 1, 1),
                "示例减产企业" + year + "-" + i,
                county,
                "3511",
                SizeClass.MEDIUM,
                Ownership.PRIVATE,
                "",
                "",
                true,
                OperatingStatus.OPERATING);
        return new RegisterEntry(
                CreditCode.made(county, 20_000_000L + year * 5_000L + i).value(), null, List.of(attributes), List.of());
    }

    private static ReturnRow row(RegisterEntry entry, int i, Period period) {
        double base = 100_000.0 * period.months();
        boolean january = period.months() == 2;
        double rate = january ? 1.1 : List.of(0.6, 0.85, 1.05).get(i / 3 % 3);
        double soFarBase = january ? base : base * 3;
        double soFar = january ? base * rate : base * 2 * 1.1 + base * rate;
        return new ReturnRow(
                entry.creditCode(),
                Map.of(
                        "gross_output", Figure.of(base * rate, soFar, base, soFarBase),
                        "electricity", Figure.of(50, 150, 50, 150)));
    }
}
