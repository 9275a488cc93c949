package org.diaodu.server.pairing;

import java.util.UUID;
import java.util.function.Supplier;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.testing.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the tests of pairing sit: the leaders, their enterprises, and the days that go by. */
abstract class PairingDesk extends PlatformTest {

    @Autowired
    PairedProvince paired;

    @Autowired
    PairingSteps steps;

    @Autowired
    PairedEnterprises enterprises;

    @Autowired
    Leaders leaders;

    @Autowired
    Visits visits;

    @Autowired
    BusinessClock clock;

    static VisitForm form(String met, String notes, String next) {
        return new VisitForm(UUID.randomUUID().toString(), "2026-01-15", met, notes, next, "");
    }

    Pairing holding(long enterprise) {
        return asSystem(() -> enterprises.holding(enterprise)).orElseThrow();
    }

    long number(String user, String sql) {
        return inScopeOf(user, () -> jdbc.sql(sql).query(Long.class).single());
    }

    <T> T as(String user, Supplier<T> work) {
        return province.as(user, work);
    }
}
