package org.diaodu.server.attachments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands files that wait to the scanner's command, one after another; several platforms on one database share the work. A
 * scanner that does not answer leaves the file waiting, and it is asked again with the next turn.
 */
@Component
class Scanning {

    private static final Logger log = LoggerFactory.getLogger(Scanning.class);
    private static final int LONGEST_VERDICT = 500;

    private final AttachmentRows rows;
    private final FileStore store;
    private final AttachmentProperties properties;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Scanning(
            AttachmentRows rows,
            FileStore store,
            AttachmentProperties properties,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.store = store;
        this.properties = properties;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(
            initialDelayString = "${diaodu.attachments.scan-every:10s}",
            fixedDelayString = "${diaodu.attachments.scan-every:10s}")
    void scan() {
        if (!properties.scan().isEmpty()) scan(properties.scan());
    }

    /** Gives each file that waits now one turn. */
    void scan(List<String> command) {
        AsSystem.run("scan attachments", () -> {
            Long waiting = transaction.execute(status -> rows.waiting());
            for (long i = 0; waiting != null && i < waiting; i++) {
                transaction.executeWithoutResult(status -> rows.takeWaiting().ifPresent(file -> scan(file, command)));
            }
        });
    }

    private void scan(Attachment file, List<String> command) {
        List<String> line = new ArrayList<>(command);
        line.add(store.place(file.digest()).toAbsolutePath().toString());
        try {
            Process scanner = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .start();
            if (!scanner.waitFor(properties.scanWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                scanner.destroyForcibly();
                later(file, "no answer within " + properties.scanWithin());
                return;
            }
            String said = new String(scanner.getInputStream().readNBytes(LONGEST_VERDICT), StandardCharsets.UTF_8)
                    .replace(store.root().toAbsolutePath().toString(), "")
                    .replace("\0", "")
                    .strip();
            switch (scanner.exitValue()) {
                case 0 -> rows.scanned(file, Attachment.State.CLEAN, "");
                case 1 -> refuse(file, said);
                default -> later(file, "exit " + scanner.exitValue() + ": " + said);
            }
        } catch (IOException e) {
            later(file, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuse(Attachment file, String said) {
        rows.scanned(file, Attachment.State.REFUSED, said);
        audit.record("attachment.refuse", "attachment", "" + file.id(), null, Map.of("name", file.name()), said);
    }

    private void later(Attachment file, String why) {
        rows.scanned(file, Attachment.State.WAITING, "");
        log.warn("attachment {} could not be scanned: {}. Maybe check diaodu.attachments.scan.", file.id(), why);
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
