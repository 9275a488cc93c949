package org.diaodu.server.policies.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.Payment;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of payments for the treasury: numbered, made once, and the same whenever they are fetched. */
@Component
@Transactional
public class PaymentFiles {

    private static final String FILES = """
            select f.*, count(*) filter (where p.state = 'PAID') as paid,
                   coalesce(sum(p.amount_fen) filter (where p.state = 'PAID'), 0) as paid_fen,
                   count(*) filter (where p.state = 'RETURNED') as returned,
                   coalesce(sum(p.amount_fen) filter (where p.state = 'RETURNED'), 0) as returned_fen,
                   count(*) filter (where p.state = 'SENT') as open,
                   coalesce(sum(p.amount_fen) filter (where p.state = 'SENT'), 0) as open_fen
            from (select number, region, made_by, made_at, payments, total_fen, digest from policy_payment_file) f
            left join policy_payment p on p.file = f.number
            where (:number::text is null or f.number = :number)
            group by f.number, f.region, f.made_by, f.made_at, f.payments, f.total_fen, f.digest
            order by f.made_at desc, f.number desc
            """;

    private final JdbcClient jdbc;
    private final PaymentRows payments;
    private final EntitlementRows entitlements;
    private final EntitlementTimeline timeline;
    private final BusinessClock clock;
    private final Audit audit;

    PaymentFiles(
            JdbcClient jdbc,
            PaymentRows payments,
            EntitlementRows entitlements,
            EntitlementTimeline timeline,
            BusinessClock clock,
            Audit audit) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.entitlements = entitlements;
        this.timeline = timeline;
        this.clock = clock;
        this.audit = audit;
    }

    /** How many payments could go into a file now, and how much they come to, in fen. */
    public record Due(int payments, long fen) {}

    @Transactional(readOnly = true)
    public Due due() {
        return jdbc.sql("select count(*), coalesce(sum(amount_fen), 0) from policy_payment where state = 'DUE'")
                .query((row, number) -> new Due(row.getInt(1), row.getLong(2)))
                .single();
    }

    @Transactional(readOnly = true)
    public List<PaymentFile> all() {
        return files(null);
    }

    @Transactional(readOnly = true)
    public PaymentFile get(String number) {
        return files(number).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "PD41",
                        "没有付款文件 " + number + "，或它不在您的范围内。",
                        "There is no payment file " + number + ", or it is outside your own."));
    }

    @Transactional(readOnly = true)
    public List<Payment> payments(String number) {
        return payments.ofFile(number);
    }

    /** The file as it was made. */
    @Transactional(readOnly = true)
    public byte[] content(String number, boolean xlsx) {
        get(number);
        return jdbc.sql("select case when :xlsx then xlsx else csv end from policy_payment_file where number = :number")
                .param("xlsx", xlsx)
                .param("number", number)
                .query(byte[].class)
                .single();
    }

    private List<PaymentFile> files(@Nullable String number) {
        return jdbc.sql(FILES)
                .param("number", number, java.sql.Types.VARCHAR)
                .query((row, at) -> new PaymentFile(
                        row.getString("number"),
                        row.getString("region"),
                        row.getString("made_by"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getInt("payments"),
                        row.getLong("total_fen"),
                        row.getString("digest"),
                        new PaymentFile.Answered(
                                row.getInt("paid"),
                                row.getLong("paid_fen"),
                                row.getInt("returned"),
                                row.getLong("returned_fen"),
                                row.getInt("open"),
                                row.getLong("open_fen"))))
                .list();
    }

    /** Takes every payment that is due in the officer's region into a file; the same form sent again gives the file it made. */
    public Outcome make(String key) {
        return make(key, timeline.signature());
    }

    Outcome make(String key, Signature by) {
        DeliveryRights.requireOfficer();
        Optional<String> before = Forms.made(jdbc, "select number from policy_payment_file where form_key = :key", key);
        if (before.isPresent()) return new Outcome.Done(before.get());
        List<Payment> due = payments.lockDue();
        if (due.isEmpty()) {
            throw new StepRefused(
                    "PD40", "现在没有可付的款项；先审批，或登记节点。", "No payment is due now. Maybe approve, or record a milestone.");
        }
        String number = clock.today().getYear() + "-F"
                + jdbc.sql("select lpad(nextval('policy_payment_file_number')::text, 4, '0')")
                        .query(String.class)
                        .single();
        List<Row> rows = rows(due);
        byte[] csv = written(number, rows, false);
        byte[] xlsx = written(number, rows, true);
        jdbc.sql("""
                insert into policy_payment_file (number, region, made_by, made_at, form_key, payments, total_fen, digest, csv, xlsx)
                values (:number, :region, :by, :at, :key, :payments, :total, :digest, :csv, :xlsx)
                """)
                .param("number", number)
                .param("region", Forms.region())
                .param("by", by.name())
                .param("at", java.sql.Timestamp.from(by.at()))
                .param("key", key.isBlank() ? null : key, java.sql.Types.VARCHAR)
                .param("payments", due.size())
                .param("total", due.stream().mapToLong(Payment::amountFen).sum())
                .param("digest", Digest.sha256(csv))
                .param("csv", csv)
                .param("xlsx", xlsx)
                .update();
        payments.sent(due, number);
        for (Payment payment : due) {
            entitlements
                    .find(payment.entitlement())
                    .ifPresent(one -> timeline.took(one, "SEND", one.state(), payment.number() + " · " + number, by));
        }
        audit.record("payment-file.make", "payment-file", number, null, Map.of("payments", due.size()), null);
        return new Outcome.Done(number);
    }

    /** A line of the file. */
    private record Row(
            Payment payment, String creditCode, String enterprise, String subject, String clause, String title) {}

    /** To whom each goes as the register has it now: who was merged or given another code is paid under the new one. */
    private List<Row> rows(List<Payment> due) {
        List<Row> rows = new ArrayList<>();
        for (Payment payment : due) {
            rows.add(jdbc.sql("""
                    select k.credit_code, e.enterprise_name, e.subject_name, e.clause, e.title
                    from policy_payment p join entitlement e on e.id = p.entitlement_id
                    join enterprise k on k.id = p.enterprise_id where p.id = :id
                    """)
                    .param("id", payment.id())
                    .query((row, number) -> new Row(
                            payment,
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)))
                    .single());
        }
        return rows;
    }

    private static byte[] written(String number, List<Row> rows, boolean xlsx) {
        var bytes = new ByteArrayOutputStream();
        try (SheetWriter out = xlsx ? SheetWriter.xlsx(bytes) : SheetWriter.csv(bytes)) {
            out.sheet(
                    number,
                    List.of(
                            OutColumn.text(AnswerSheet.NUMBER).wide(16),
                            OutColumn.text("文件号"),
                            OutColumn.text("统一社会信用代码").wide(22),
                            OutColumn.text("收款单位").wide(36),
                            OutColumn.text("项目或产品").wide(30),
                            OutColumn.text("条款").wide(30),
                            OutColumn.text("政策").wide(36),
                            OutColumn.number("笔次", "0"),
                            OutColumn.text("节点"),
                            OutColumn.number(AnswerSheet.YUAN + "（元）", "0.00").wide(18),
                            OutColumn.text("分担（元）").wide(36)));
            for (Row row : rows) {
                out.row(
                        row.payment().number(),
                        number,
                        row.creditCode(),
                        row.enterprise(),
                        row.subject(),
                        row.clause(),
                        row.title(),
                        row.payment().part(),
                        row.payment().milestone(),
                        yuan(row.payment().amountFen()),
                        String.join(
                                "；",
                                row.payment().sharesFen().entrySet().stream()
                                        .map(share -> share.getKey() + " " + yuan(share.getValue()))
                                        .toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
