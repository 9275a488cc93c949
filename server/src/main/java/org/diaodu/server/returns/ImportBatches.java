package org.diaodu.server.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The uploaded files of the caller. */
@Component
@Transactional
class ImportBatches {
    private static final String COLUMNS =
            "id, period, file_name, digest, state, uploader, uploaded_at, report, receipt, committed_at, failure";

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final JsonMapper json = JsonMapper.builder().build();

    ImportBatches(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    public void add(UUID id, Period period, String fileName, String digest, byte[] content) {
        Caller caller = Callers.current();
        jdbc.sql("""
                insert into import_batch (id, period, file_name, digest, content, state, uploaded_by, uploader)
                values (:id, :period, :file, :digest, :content, 'CHECKING', :by, :name)
                """)
                .param("id", id)
                .param("period", period.iso())
                .param("file", fileName)
                .param("digest", digest)
                .param("content", content)
                .param("by", Long.toString(caller.userId()))
                .param("name", caller.name())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<ImportBatch> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from import_batch where id = :id")
                .param("id", id)
                .query(this::batch)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<ImportBatch> recent() {
        return jdbc.sql("select " + COLUMNS + " from import_batch order by uploaded_at desc limit 20")
                .query(this::batch)
                .list();
    }

    @Transactional(readOnly = true)
    public byte[] content(UUID id) {
        return jdbc.sql("select content from import_batch where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** Moves a batch on if it stands where it should; false when somebody was faster. */
    public boolean move(UUID id, ImportBatch.State from, ImportBatch.State to) {
        return jdbc.sql("update import_batch set state = :to where id = :id and state = :from")
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("id", id)
                        .update()
                == 1;
    }

    public void checked(UUID id, ImportReport report) {
        jdbc.sql("update import_batch set state = 'CHECKED', report = :report::jsonb where id = :id")
                .param("report", json.writeValueAsString(report))
                .param("id", id)
                .update();
    }

    public void committed(UUID id, LoadReceipt receipt) {
        jdbc.sql(
                        "update import_batch set state = 'COMMITTED', receipt = :receipt::jsonb, committed_at = now() where id = :id")
                .param("receipt", json.writeValueAsString(Receipt.of(receipt)))
                .param("id", id)
                .update();
    }

    public void failed(UUID id, String why) {
        jdbc.sql("update import_batch set state = 'FAILED', failure = :why where id = :id")
                .param("why", why)
                .param("id", id)
                .update();
    }

    /** What was under way when the platform stopped was rolled back by the database. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional(propagation = Propagation.SUPPORTS)
    public void sayWhatWasInterrupted() {
        AsSystem.run(
                "imports interrupted by a stop",
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> jdbc.sql("""
                                update import_batch set state = 'FAILED',
                                       failure = '平台中途停止，数据没有任何变动，请重新上传 / the platform stopped; nothing was changed, upload the file again'
                                where state in ('CHECKING', 'COMMITTING')
                                """).update()));
    }

    private record Receipt(String period, int filed, int changed, int unchanged, long figures) {
        static Receipt of(LoadReceipt receipt) {
            return new Receipt(
                    receipt.period().iso(), receipt.filed(), receipt.changed(), receipt.unchanged(), receipt.figures());
        }

        LoadReceipt receipt() {
            return new LoadReceipt(Period.parse(period), filed, changed, unchanged, figures);
        }
    }

    private ImportBatch batch(ResultSet row, int number) throws SQLException {
        String report = row.getString("report");
        String receipt = row.getString("receipt");
        @Nullable Timestamp committed = row.getTimestamp("committed_at");
        return new ImportBatch(
                row.getObject("id", UUID.class),
                Period.parse(row.getString("period")),
                row.getString("file_name"),
                row.getString("digest"),
                ImportBatch.State.valueOf(row.getString("state")),
                row.getString("uploader"),
                row.getTimestamp("uploaded_at").toInstant(),
                report == null ? null : json.readValue(report, ImportReport.class),
                receipt == null ? null : json.readValue(receipt, Receipt.class).receipt(),
                committed == null ? null : committed.toInstant(),
                row.getString("failure"));
    }
}
