package org.diaodu.server.policies;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes files of facts: a dry run says of each row what would happen, then all is written or nothing. */
@Component
public class FactImports {

    private final JdbcClient jdbc;
    private final FactRows rows;
    private final FactNames names;
    private final ClausesInForce clauses;
    private final BusinessClock clock;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json = JsonMapper.builder().build();

    FactImports(
            JdbcClient jdbc,
            FactRows rows,
            FactNames names,
            ClausesInForce clauses,
            BusinessClock clock,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.names = names;
        this.clauses = clauses;
        this.clock = clock;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A file as it was uploaded.
     *
     * @param written how many facts it brought; null before
     */
    public record Intake(
            UUID id,
            String fileName,
            String digest,
            Instant uploadedAt,
            FactReport report,
            @Nullable Integer written) {}

    /** Keeps the file with the report of its dry run. */
    public UUID upload(String fileName, byte[] content) {
        requireOfficer();
        UUID id = UUID.randomUUID();
        FactReport report = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return report(fileName, content);
        }));
        transaction.executeWithoutResult(status -> jdbc.sql("""
                insert into policy_intake (id, file_name, digest, content, state, report, uploaded_by)
                values (:id, :file, :digest, :content, 'CHECKED', :report::jsonb, :by)
                """)
                .param("id", id)
                .param("file", fileName)
                .param("digest", digest(content))
                .param("content", content)
                .param("report", json.writeValueAsString(report))
                .param("by", "" + Callers.current().userId())
                .update());
        return id;
    }

    /** The caller's own, the latest first. */
    public List<Intake> recent() {
        return Objects.requireNonNull(transaction.execute(status -> intakes(null)));
    }

    public Optional<Intake> find(UUID id) {
        return Objects.requireNonNull(transaction.execute(status -> intakes(id))).stream()
                .findFirst();
    }

    private List<Intake> intakes(@Nullable UUID id) {
        return jdbc.sql("""
                select id, file_name, digest, uploaded_at, report, written from policy_intake
                where :id::uuid is null or id = :id order by uploaded_at desc limit 20
                """)
                .param("id", id, java.sql.Types.OTHER)
                .query((row, number) -> new Intake(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getString("digest"),
                        row.getTimestamp("uploaded_at").toInstant(),
                        json.readValue(row.getString("report"), FactReport.class),
                        row.getObject("written", Integer.class)))
                .list();
    }

    /** Writes a file whose dry run found nothing wrong; written again it changes nothing. */
    public int commit(UUID id) {
        requireOfficer();
        return Objects.requireNonNull(transaction.execute(status -> {
            Intake intake = intakes(id).stream().findFirst().orElseThrow();
            byte[] content = jdbc.sql("select content from policy_intake where id = :id for update")
                    .param("id", id)
                    .query(byte[].class)
                    .single();
            FactSheet.Content read = read(intake.fileName(), content);
            if (report(read, 0, 0).errors() > 0) {
                throw new StepRefused("PF10", "试算没有通过，不能写入。", "The dry run found errors: the file cannot be written.");
            }
            int written = write(read);
            jdbc.sql("""
                    update policy_intake set state = 'WRITTEN', written = coalesce(written, 0) + :written, written_at = now()
                    where id = :id
                    """).param("written", written).param("id", id).update();
            audit.record(
                    "policy-facts.import",
                    "policy-facts",
                    intake.digest(),
                    null,
                    Map.of("file", intake.fileName(), "facts", written),
                    null);
            return written;
        }));
    }

    private FactReport report(String fileName, byte[] content) {
        FactSheet.Content read = read(fileName, content);
        FactReport wrong = report(read, 0, 0);
        if (wrong.errors() > 0 || read.facts().isEmpty()) return wrong;
        long before = jdbc.sql("select count(*) from policy_subject")
                .query(Long.class)
                .single();
        int fresh = write(read);
        long after = jdbc.sql("select count(*) from policy_subject")
                .query(Long.class)
                .single();
        return report(read, fresh, (int) (after - before));
    }

    private static FactReport report(FactSheet.Content read, int fresh, int subjects) {
        return new FactReport(
                read.rows(),
                fresh,
                read.facts().size() - fresh,
                subjects,
                read.faults().stream().map(FactReport.Problem::of).toList());
    }

    private FactSheet.Content read(String fileName, byte[] content) {
        LocalDate day = clock.today();
        PolicyBook book = clauses.on(day);
        Map<String, Optional<FactSheet.Listed>> seen = new HashMap<>();
        return new FactSheet(
                        kind -> names.of(book, kind),
                        code -> seen.computeIfAbsent(code, this::listed).orElse(null),
                        Callers.current().name(),
                        digest(content))
                .read(fileName, content);
    }

    private Optional<FactSheet.Listed> listed(String creditCode) {
        return jdbc.sql("select id, region from enterprise where credit_code = :code")
                .param("code", creditCode)
                .query((row, number) -> new FactSheet.Listed(row.getLong(1), row.getString(2)))
                .optional();
    }

    private int write(FactSheet.Content read) {
        rows.keep(read.parts().values());
        return rows.insert(read.facts());
    }

    private static void requireOfficer() {
        Caller caller = Callers.current();
        if (!caller.isSystem() && !caller.has(Role.POLICY)) {
            throw new Denied("PF11", "您不能导入事实：须由惠企政策经办办理。", "You may not import facts: that is for policy officers.");
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
