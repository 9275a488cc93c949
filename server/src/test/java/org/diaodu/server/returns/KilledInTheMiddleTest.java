package org.diaodu.server.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diaodu.lake.Damage;
import org.diaodu.lake.Lake;
import org.diaodu.server.access.Scope;
import org.diaodu.server.audit.Verification;
import org.diaodu.server.database.Database;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.Enterprise;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.registry.Registered;
import org.diaodu.server.testing.Kills;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.TestProvince;
import org.diaodu.sheets.SheetWriter;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * kill -9 in the middle of an import and of a closing, twenty times in all: afterwards there is all of it or none, the audit
 * chain is whole and the lake holds exactly what the database points at.
 */
class KilledInTheMiddleTest extends PlatformTest {
    private static final int ROUNDS = 10;
    private static final int ENTERPRISES = 400;
    private static final int FIGURES = 12;

    @Autowired
    RegisterLoading register;

    @Autowired
    ReturnImports imports;

    @Autowired
    ReturnSheets sheets;

    @Autowired
    BulkReturns bulk;

    @Autowired
    Returns returns;

    @Autowired
    Items items;

    @Autowired
    LakeObservations observations;

    @Autowired
    Lake lake;

    @Autowired
    Database database;

    @Autowired
    Kills kills;

    @Test
    void leavesAllOrNothing() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<Integer> imported = pool.submit(this::importsAreKilled);
            Future<Integer> closed = pool.submit(this::closingsAreKilled);
            int completed = imported.get() + closed.get();
            System.out.println(completed + " of " + 2 * ROUNDS + " had committed when they were killed");
        }
        assertThat(auditIsWhole()).isTrue();
        assertThat(lake.verify()).extracting(Damage::kind).allMatch(kind -> kind == Damage.Kind.ORPHAN);
    }

    private int importsAreKilled() throws Exception {
        Random moments = new Random(1);
        List<RegisterEntry> entries = enterprises(1960, 1960 + ROUNDS);
        long longest = 1_500;
        int completed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Period period = Period.janFeb(1960 + round);
            byte[] file = file(entries, period);
            UUID id = province.as("analyst-230000", () -> imports.keep(period, "killed.xlsx", file));
            longest = kills.after(
                    round == 0 ? 60_000 : moments.nextLong(longest),
                    longest,
                    CrashChild.class,
                    "import",
                    id.toString());
            long filings = count("filing", period);
            long figures = count("figure", period);
            assertThat(filings).as("returns of %s", period).isIn(0L, (long) ENTERPRISES);
            assertThat(figures).isEqualTo(filings * FIGURES);
            boolean written = province.as(
                            "analyst-230000",
                            () -> imports.find(id).orElseThrow().state())
                    == ImportBatch.State.COMMITTED;
            assertThat(written).isEqualTo(filings > 0);
            assertThat(auditRows("return.file", period)).isEqualTo(filings);
            completed += written ? 1 : 0;
        }
        return completed;
    }

    private int closingsAreKilled() throws Exception {
        Random moments = new Random(2);
        List<RegisterEntry> entries = enterprises(1940, 1940 + ROUNDS);
        long longest = 1_500;
        int completed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Period period = Period.janFeb(1940 + round);
            asSystem(() -> bulk.takeOver(
                    period,
                    entries.stream()
                            .map(entry -> new ReturnRow(entry.creditCode(), SampleReturns.figures(1000, 1)))
                            .toList()));
            longest = kills.after(
                    round == 0 ? 60_000 : moments.nextLong(longest), longest, CrashChild.class, "close", period.iso());
            long closings = count("closing", period);
            assertThat(closings).as("closings of %s", period).isIn(0L, 6L);
            assertThat(auditRows("period.close", period)).isEqualTo(closings);
            new LakeOrphans(jdbc, observations).drop();
            assertThat(observations.table().versions(period.iso())).hasSize(closings > 0 ? 1 : 0);
            List<Observation> rows = asSystem(() -> returns.observationsFor(period, new Scope("23", null)));
            assertThat(rows).hasSize(ENTERPRISES);
            completed += closings > 0 ? 1 : 0;
        }
        return completed;
    }

    private List<RegisterEntry> enterprises(int from, int until) {
        List<RegisterEntry> entries = SampleReturns.enterprises(
                ENTERPRISES, TestProvince.COUNTY, YearMonth.of(from, 1), YearMonth.of(until, 1));
        asSystem(() -> register.load(entries));
        return entries;
    }

    private byte[] file(List<RegisterEntry> entries, Period period) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ReturnSheets.Prefilled> rows = new ArrayList<>();
        for (RegisterEntry entry : entries) {
            Attributes attributes = entry.history().getFirst();
            rows.add(new ReturnSheets.Prefilled(
                    new Registered(new Enterprise(0, entry.creditCode(), null, attributes.region(), 1), attributes),
                    FormFields.of(items.all(), Figures.of(SampleReturns.figures(1000, 1)))));
        }
        try (SheetWriter writer = SheetWriter.xlsx(out)) {
            sheets.write(writer, period, rows);
        }
        return out.toByteArray();
    }

    private long count(String table, Period period) {
        return asSystem(() -> jdbc.sql("select count(*) from " + table + " where period = :p")
                .param("p", period.iso())
                .query(Long.class)
                .single());
    }

    private long auditRows(String action, Period period) {
        return asSystem(
                () -> jdbc.sql("select count(*) from audit_entry where action = :a and subject_id like '%' || :p")
                        .param("a", action)
                        .param("p", period.iso())
                        .query(Long.class)
                        .single());
    }

    private boolean auditIsWhole() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword())) {
            return Verification.of(connection).isWhole();
        }
    }
}
