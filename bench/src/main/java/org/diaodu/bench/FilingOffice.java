package org.diaodu.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.diaodu.sample.Books;
import org.diaodu.sample.Slots;
import org.diaodu.sample.load.SampleOffice;
import org.diaodu.server.DiaoduServer;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Units;
import org.diaodu.server.access.Users;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.returns.BulkReturns;
import org.diaodu.server.returns.ImportBatch;
import org.diaodu.server.returns.LoadReceipt;
import org.diaodu.server.returns.ReturnImports;
import org.diaodu.server.returns.ReturnRow;
import org.diaodu.standards.Period;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The platform in this process with a register of its own and one analyst of the province at work. */
final class FilingOffice implements AutoCloseable {
    private static final String ANALYST = "bench";
    private static final String PASSWORD = "measure-everything-twice";

    private final ConfigurableApplicationContext platform;
    private final BulkReturns returns;
    private final ReturnImports imports;

    /** A batch that was filed. */
    record Filed(double milliseconds, long returns, long figures) {}

    /** A workbook that was imported; the time is that of the dry run and the commit. */
    record Imported(double dryRunMilliseconds, double milliseconds, long figures) {}

    FilingOffice(Path data) {
        platform = SpringApplication.run(
                DiaoduServer.class, "--diaodu.data=" + data, "--server.port=0", "--server.address=127.0.0.1");
        returns = platform.getBean(BulkReturns.class);
        imports = platform.getBean(ReturnImports.class);
    }

    /** Enters units, enterprises and the analyst, and signs the analyst in with the password. */
    void register(List<Books> books) {
        AsSystem.run("bench", () -> {
            SampleOffice.makeUnits(platform.getBean(Units.class));
            platform.getBean(RegisterLoading.class)
                    .load(SampleOffice.register(books.stream().map(Books::plant).toList()));
            platform.getBean(Users.class)
                    .create(new Users.NewUser(
                            ANALYST, "测速 bench", PASSWORD, Set.of(Role.ANALYST), "230000", null, false));
        });
        var signIn = platform.getBean(AuthenticationProvider.class);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(ANALYST, PASSWORD)));
        SecurityContextHolder.setContext(context);
    }

    void takeOver(List<Books> books, int slot) {
        returns.takeOver(Slots.month(slot), rows(books, slot));
    }

    Filed file(List<Books> books, int slot) {
        List<ReturnRow> rows = rows(books, slot);
        long began = System.nanoTime();
        LoadReceipt receipt = returns.load(Slots.month(slot), rows);
        return new Filed((System.nanoTime() - began) / 1e6, rows.size(), receipt.figures());
    }

    private static List<ReturnRow> rows(List<Books> books, int slot) {
        return books.stream()
                .filter(own -> own.plant().isListed(slot))
                .map(own -> SampleOffice.row(own, slot))
                .toList();
    }

    /** Copies the same figures into a table without rights, rules, keys or audit, the fastest way PostgreSQL has. */
    double copyBare(List<Books> books, int slot) throws SQLException, IOException {
        String text = BareFigures.text(rows(books, slot));
        try (Connection connection = platform.getBean(DataSource.class).getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute(BareFigures.TABLE);
            }
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bare from stdin", new StringReader(text));
            connection.commit();
            double milliseconds = (System.nanoTime() - began) / 1e6;
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("drop table bare");
            }
            return milliseconds;
        }
    }

    Imported importWorkbook(int slot, byte[] content) throws InterruptedException {
        Period period = Slots.month(slot);
        long began = System.nanoTime();
        UUID id = imports.upload(period, "returns.xlsx", content);
        await(id, ImportBatch.State.CHECKED);
        double dryRun = (System.nanoTime() - began) / 1e6;
        imports.commit(id);
        ImportBatch done = await(id, ImportBatch.State.COMMITTED);
        double all = (System.nanoTime() - began) / 1e6;
        LoadReceipt receipt = done.receipt();
        return new Imported(dryRun, all, receipt == null ? 0 : receipt.figures());
    }

    private ImportBatch await(UUID id, ImportBatch.State wanted) throws InterruptedException {
        while (true) {
            ImportBatch batch = imports.find(id).orElseThrow();
            if (!batch.isRunning()) {
                if (batch.state() != wanted) {
                    throw new IllegalStateException("the import ended as " + batch.state() + ": " + batch.failure());
                }
                return batch;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        platform.close();
    }
}
