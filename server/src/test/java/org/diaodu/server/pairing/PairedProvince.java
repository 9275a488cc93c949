package org.diaodu.server.pairing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.OperatingStatus;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.testing.TestProvince;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.SizeClass;
import org.springframework.boot.test.context.TestComponent;

/** Key enterprises to be paired, and the users of the test province as leaders. */
@TestComponent
public class PairedProvince {

    private static final AtomicInteger MADE = new AtomicInteger(30_000_000);

    private final RegisterLoading register;
    private final Enterprises enterprises;
    private final Leaders leaders;
    private final TestProvince province;

    PairedProvince(RegisterLoading register, Enterprises enterprises, Leaders leaders, TestProvince province) {
        this.register = register;
        this.enterprises = enterprises;
        this.leaders = leaders;
        this.province = province;
    }

    /** Key enterprises of a county, by number. */
    List<Long> enterprises(String county, SizeClass size, int count) {
        List<RegisterEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = MADE.incrementAndGet();
            var attributes = new Attributes(
                    YearMonth.of(2020, 1),
                    null,
                    "示例包联企业" + number,
                    county,
                    "3511",
                    size,
                    Ownership.PRIVATE,
                    "",
                    "",
                    true,
                    OperatingStatus.OPERATING);
            entries.add(
                    new RegisterEntry(CreditCode.made(county, number).value(), null, List.of(attributes), List.of()));
        }
        return AsSystem.call("paired province", () -> {
            register.load(entries);
            var byCode = enterprises.byCreditCode(
                    entries.stream().map(RegisterEntry::creditCode).toList(), YearMonth.of(2022, 1));
            return entries.stream()
                    .map(entry -> java.util.Objects.requireNonNull(byCode.get(entry.creditCode()))
                            .id())
                    .toList();
        });
    }

    /** Somebody who does not sign in. */
    long leader(String name, String unit) {
        return AsSystem.call("paired province", () -> leaders.create(name, "副职", unit, null));
    }

    /** The leader this user is, made once. */
    long leaderOf(String user, String unit) {
        return province.as(user, () -> leaders.self())
                .map(Leader::id)
                .orElseGet(() -> AsSystem.call(
                        "paired province", () -> leaders.create("领导" + user, "副职", unit, province.id(user))));
    }
}
