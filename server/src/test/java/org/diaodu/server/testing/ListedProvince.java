package org.diaodu.server.testing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.OperatingStatus;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.SizeClass;

/** Large food enterprises, in the register since 2019, each made for one test; the rule names them for supply. */
public class ListedProvince {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final RegisterLoading register;
    private final Enterprises enterprises;
    private final TestProvince province;
    private final BusinessClock clock;

    public ListedProvince(
            RegisterLoading register, Enterprises enterprises, TestProvince province, BusinessClock clock) {
        this.register = register;
        this.enterprises = enterprises;
        this.province = province;
        this.clock = clock;
    }

    /** An enterprise and its clerk. */
    public record Made(long id, String name, String creditCode, String clerk) {}

    public Made make(String county) {
        int number = MADE.incrementAndGet();
        String name = "示例保供企业" + number;
        var attributes = new Attributes(
                YearMonth.of(2019, 1),
                null,
                name,
                county,
                "1311",
                SizeClass.LARGE,
                Ownership.PRIVATE,
                "",
                "",
                false,
                OperatingStatus.OPERATING);
        String code = CreditCode.made(county, 90_000_000L + number).value();
        long id = AsSystem.call("listed province", () -> {
            register.load(new ArrayList<>(List.of(new RegisterEntry(code, null, List.of(attributes), List.of()))));
            return Objects.requireNonNull(enterprises
                            .byCreditCode(List.of(code), YearMonth.from(clock.today()))
                            .get(code))
                    .id();
        });
        return new Made(id, name, code, province.clerk(id, county));
    }
}
