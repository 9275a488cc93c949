package org.diaodu.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BusinessClockTest extends PlatformTest {

    private static final LocalDate DAY = LocalDate.of(2022, 4, 25);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whoAsksWhileADayIsBeingSetHidesItFromNobody() {
        var clock = new BusinessClock(jdbc, audit, "");
        LocalDate before = clock.today();
        AsSystem.run(
                "test",
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    clock.fix(DAY);
                    assertThat(CompletableFuture.supplyAsync(clock::today).join())
                            .as("asked beside the transaction")
                            .isEqualTo(before);
                    assertThat(clock.today()).as("asked in it").isEqualTo(DAY);
                    status.setRollbackOnly();
                }));
        assertThat(clock.today()).as("the day was not kept, nor is it known").isEqualTo(before);
    }
}
