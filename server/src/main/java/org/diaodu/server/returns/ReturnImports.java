package org.diaodu.server.returns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.standards.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports one file for many enterprises: a dry run in the background, then all of it in one transaction or nothing. Memory is
 * that of a batch of rows, whatever the file's length.
 */
@Component
public class ReturnImports {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnImports.class);

    private final ImportBatches batches;
    private final ReturnSheets sheets;
    private final Judging judging;
    private final BulkReturns bulk;
    private final TransactionTemplate transaction;
    private final Map<UUID, Long> progress = new ConcurrentHashMap<>();

    ReturnImports(
            ImportBatches batches,
            ReturnSheets sheets,
            Judging judging,
            BulkReturns bulk,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.sheets = sheets;
        this.judging = judging;
        this.bulk = bulk;
        this.transaction = new TransactionTemplate(transactions);
    }

    public List<ImportBatch> recent() {
        return batches.recent();
    }

    public Optional<ImportBatch> find(UUID id) {
        return batches.find(id);
    }

    /** Rows done so far of a file being worked on. */
    public long progress(UUID id) {
        return progress.getOrDefault(id, 0L);
    }

    /** Keeps the file and begins its dry run in the background. */
    public UUID upload(Period period, String fileName, byte[] content) {
        UUID id = keep(period, fileName, content);
        background(id, () -> dryRun(id));
        return id;
    }

    /** Begins to write a file whose dry run found nothing wrong; a second click does nothing. */
    public void commit(UUID id) {
        ImportBatch batch = batches.find(id).orElseThrow();
        ImportReport report = batch.report();
        if (report == null || !report.canBeWritten()) {
            throw new StepRefused("RT43", "试算没有通过，不能写入。", "The dry run found errors: the file cannot be written.");
        }
        if (batches.move(id, ImportBatch.State.CHECKED, ImportBatch.State.COMMITTING)) {
            background(id, () -> write(id));
        }
    }

    UUID keep(Period period, String fileName, byte[] content) {
        ReportingPeriods.require(period);
        UUID id = UUID.randomUUID();
        batches.add(id, period, fileName, digest(content), content);
        return id;
    }

    void dryRun(UUID id) {
        ImportBatch batch = batches.find(id).orElseThrow();
        byte[] content = batches.content(id);
        ImportReport report = transaction.execute(status -> {
            status.setRollbackOnly();
            try (SheetReader sheet = sheets.open(new ByteArrayInputStream(content), batch.fileName())) {
                return new ImportDryRun(batch.period(), judging, sheets).run(sheet, done -> progress.put(id, done));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        batches.checked(id, java.util.Objects.requireNonNull(report));
    }

    /** Writes returns, audit and receipt in one transaction. */
    void write(UUID id) {
        ImportBatch batch = batches.find(id).orElseThrow();
        byte[] content = batches.content(id);
        transaction.executeWithoutResult(status -> {
            try (SheetReader sheet = sheets.open(new ByteArrayInputStream(content), batch.fileName())) {
                LoadReceipt receipt = bulk.load(
                        batch.period(),
                        () -> rows(sheet),
                        Filing.Source.IMPORT,
                        batch.fileName() + " sha256:" + batch.digest(),
                        done -> progress.put(id, done));
                batches.committed(id, receipt);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Iterator<ReturnRow> rows(SheetReader sheet) {
        Iterator<SheetRow> rows = sheet.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public ReturnRow next() {
                return sheets.read(rows.next());
            }
        };
    }

    private void background(UUID id, Runnable work) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException | Error failure) {
                LOG.warn("import {} was not completed; nothing was written", id, failure);
                batches.failed(id, told(failure));
            } finally {
                progress.remove(id);
            }
        };
        Thread.ofVirtual().name("import-" + id).start(new DelegatingSecurityContextRunnable(guarded));
    }

    private static String told(Throwable failure) {
        String message = failure.getMessage();
        String text = message == null ? failure.getClass().getSimpleName() : message;
        return text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
