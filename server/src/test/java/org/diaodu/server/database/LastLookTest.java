package org.diaodu.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LastLookTest extends PlatformTest {

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Database database;

    private final AtomicInteger looked = new AtomicInteger();
    private final LastLook<String, Integer> last = new LastLook<>(Duration.ofMinutes(5), System::nanoTime);

    private int look() {
        return last.get("key", looked::incrementAndGet);
    }

    @Test
    void oneLookServesUntilSomethingIsWritten() {
        assertThat(look()).isEqualTo(1);
        reading().executeWithoutResult(_ -> assertThat(look()).isEqualTo(1));
        assertThat(look()).isEqualTo(1);
        asSystem(() -> jdbc.sql("update setting set version = version + 1 where name = 'sample'")
                .update());
        assertThat(look()).isEqualTo(2);
        assertThat(look()).isEqualTo(2);
    }

    @Test
    void aLookThatNamesItsTablesServesWhileOthersAreWritten() {
        LastLook<String, Integer> units = new LastLook<>("unit");
        assertThat(units.get("key", looked::incrementAndGet)).isEqualTo(1);
        asSystem(() -> jdbc.sql("update setting set version = version + 1").update());
        assertThat(units.get("key", looked::incrementAndGet)).isEqualTo(1);
        asSystem(() -> jdbc.sql("update unit set name = name").update());
        assertThat(units.get("key", looked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whatIsWrittenBesideThePlatformIsHeard() throws Exception {
        LastLook<String, Integer> settings = new LastLook<>("setting");
        assertThat(settings.get("key", looked::incrementAndGet)).isEqualTo(1);
        try (var beside = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = beside.createStatement()) {
            statement.execute("update setting set version = version + 1");
        }
        for (int waited = 0; waited < 100 && settings.get("key", looked::incrementAndGet) == 1; waited++) {
            Thread.sleep(100);
        }
        assertThat(settings.get("key", looked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void everyTableSaysWhatIsWrittenToItButThoseNobodyKeepsALookOf() {
        assertThat(asSystem(() -> jdbc.sql("""
                        select tablename from pg_tables where schemaname = current_schema()
                        and not exists (select from pg_trigger g where g.tgname = 'says_what_was_written'
                                        and g.tgrelid = format('%I.%I', schemaname, tablename)::regclass)
                        """).query(String.class).list()))
                .as("a new table calls watch_what_is_written in its migration")
                .containsExactlyInAnyOrder(
                        "flyway_schema_history",
                        "audit_entry",
                        "audit_head",
                        "credential",
                        "notice",
                        "notice_delivery",
                        "appeal_look",
                        "draft",
                        "saved_view",
                        "rule_save",
                        "effect_run",
                        "policy_save",
                        "match_run",
                        "access_token");
    }

    @Test
    void oneLookServesNoLongerThanItsTime() {
        AtomicLong now = new AtomicLong();
        LastLook<String, Integer> brief = new LastLook<>(Duration.ofSeconds(5), now::get);
        assertThat(brief.get("key", looked::incrementAndGet)).isEqualTo(1);
        now.set(4_999_999_999L);
        assertThat(brief.get("key", looked::incrementAndGet)).isEqualTo(1);
        now.set(5_000_000_000L);
        assertThat(brief.get("key", looked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whatATransactionSeesOfItsOwnIsShownToNobodyElse() {
        assertThat(look()).isEqualTo(1);
        asSystem(() -> {
            assertThat(look()).isEqualTo(2);
            jdbc.sql("update setting set version = version + 1").update();
            assertThat(look()).isEqualTo(3);
            return true;
        });
        assertThat(look()).isEqualTo(4);
    }

    @Test
    void eachKeyHasALookOfItsOwn() {
        assertThat(last.get("one", () -> 1)).isEqualTo(1);
        assertThat(last.get("other", () -> 2)).isEqualTo(2);
        assertThat(last.get("one", () -> 3)).isEqualTo(1);
    }

    @Test
    void whoHoldsAConnectionDoesNotWaitForOneWhoHasNone() throws Exception {
        var looking = new CountDownLatch(1);
        var found = new CompletableFuture<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outside = threads.submit(() -> last.get("key", () -> {
                looking.countDown();
                return found.join();
            }));
            looking.await();
            var within = threads.submit(() -> reading().execute(_ -> last.get("key", () -> 2)));
            try {
                assertThat(within.get(10, TimeUnit.SECONDS)).isEqualTo(2);
            } finally {
                found.complete(1);
            }
            assertThat(outside.get()).isEqualTo(1);
        }
    }

    private TransactionTemplate reading() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        return reading;
    }
}
