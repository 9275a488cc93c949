package org.diaodu.server.policies.delivery;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.policy.Fen;
import org.diaodu.policy.book.Terms;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.Payment;
import org.diaodu.server.policies.delivery.AnswerSheet.Answer;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the treasury's answers: every row must fit a payment that was sent, or nothing is written. */
@Component
@Transactional
public class AnswerFiles {

    private final JdbcClient jdbc;
    private final PaymentRows payments;
    private final EntitlementRows rows;
    private final EntitlementTimeline timeline;
    private final Commitments commitments;
    private final DeliveryNews news;
    private final Audit audit;

    AnswerFiles(
            JdbcClient jdbc,
            PaymentRows payments,
            EntitlementRows rows,
            EntitlementTimeline timeline,
            Commitments commitments,
            DeliveryNews news,
            Audit audit) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.rows = rows;
        this.timeline = timeline;
        this.commitments = commitments;
        this.news = news;
        this.audit = audit;
    }

    /**
     * Takes a file, or says what is wrong in it; the same file again changes nothing.
     *
     * @param name ends in .xlsx or .csv
     */
    public AnswerReport take(String name, byte[] content) {
        return take(name, content, timeline.signature());
    }

    AnswerReport take(String name, byte[] content, Signature by) {
        DeliveryRights.requireOfficer();
        String digest = Digest.sha256(content);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('treasury answer ' || :digest, 0))::text")
                .param("digest", digest)
                .query(String.class)
                .optional();
        Optional<Integer> before = jdbc.sql("select lines from policy_answer_file where digest = :digest")
                .param("digest", digest)
                .query(Integer.class)
                .optional();
        if (before.isPresent()) return AnswerReport.before(name, before.get());
        Map<String, Payment> locked = new HashMap<>();
        AnswerSheet.Content read = AnswerSheet.read(name, content, answers -> {
            locked.putAll(locked(answers));
            answers.forEach(answer -> check(answer, locked.get(answer.number())));
        });
        List<Answer> fresh = read.answers().stream()
                .filter(answer ->
                        locked.get(answer.number()) instanceof Payment payment && payment.state() == Payment.State.SENT)
                .toList();
        int paid = (int) fresh.stream()
                .filter(answer -> answer.state() == Payment.State.PAID)
                .count();
        int same = read.answers().size() - fresh.size();
        boolean sound = read.faults().stream().noneMatch(fault -> fault.severity() == org.diaodu.sheets.Severity.ERROR);
        if (sound && read.rows() > 0) {
            keep(digest, name, content, read.rows(), paid, fresh.size() - paid, by);
            fresh.forEach(answer -> apply(answer, locked.get(answer.number()), digest, by));
        }
        return new AnswerReport(
                name, read.rows(), paid, fresh.size() - paid, same, read.faults(), sound && read.rows() > 0, false);
    }

    /** The payments with their entitlements, these first, as everybody locks them. */
    private Map<String, Payment> locked(List<Answer> answers) {
        List<String> numbers = answers.stream().map(Answer::number).toList();
        List<String> entitlements = jdbc.sql("""
                select distinct e.number from policy_payment p join entitlement e on e.id = p.entitlement_id
                where p.number = any(:numbers)
                """)
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list();
        rows.lockAll(entitlements);
        return payments.lock(numbers);
    }

    private static void check(Answer answer, @Nullable Payment payment) {
        if (payment == null) {
            AnswerSheet.fault(
                    answer.row(),
                    "unknown",
                    "number",
                    "没有付款 " + answer.number(),
                    "there is no payment " + answer.number(),
                    "核对付款编号，或在其所属地区导入",
                    "check the number, or take the file in the region it belongs to");
            return;
        }
        if (payment.amountFen() != answer.fen()) {
            AnswerSheet.fault(
                    answer.row(),
                    "amount",
                    "yuan",
                    "金额与所付的 " + Fen.yuan(payment.amountFen()) + " 元不符",
                    "the amount is not the " + Fen.yuan(payment.amountFen()) + " yuan that were sent",
                    "退回财政核对",
                    "ask the treasury");
        }
        switch (payment.state()) {
            case SENT -> {}
            case PLANNED, DUE, CANCELLED ->
                AnswerSheet.fault(
                        answer.row(),
                        "not-sent",
                        "number",
                        "付款 " + answer.number() + " 没有送过财政",
                        "payment " + answer.number() + " was never sent",
                        "核对付款编号",
                        "check the number");
            case PAID, RETURNED -> {
                boolean same = payment.state() == answer.state()
                        && (payment.state() == Payment.State.RETURNED
                                ? payment.reason().equals(answer.reason())
                                : answer.day() != null && answer.day().equals(payment.paidOn()));
                if (!same) {
                    AnswerSheet.fault(
                            answer.row(),
                            "answered",
                            "number",
                            "付款 " + answer.number() + " 已有不同的回执",
                            "payment " + answer.number() + " was answered otherwise before",
                            "已付的退款走“登记退款”",
                            "record a refund of what was paid");
                }
            }
        }
    }

    private void keep(String digest, String name, byte[] content, int lines, int paid, int returned, Signature by) {
        jdbc.sql("""
                insert into policy_answer_file (digest, region, file_name, content, taken_by, taken_at, lines, paid, returned)
                values (:digest, :region, :name, :content, :by, :at, :lines, :paid, :returned)
                """)
                .param("digest", digest)
                .param("region", Forms.region())
                .param("name", name)
                .param("content", content)
                .param("by", by.name())
                .param("at", java.sql.Timestamp.from(by.at()))
                .param("lines", lines)
                .param("paid", paid)
                .param("returned", returned)
                .update();
        audit.record(
                "treasury-answer.take",
                "treasury-answer",
                digest,
                null,
                Map.of("file", name, "paid", paid, "returned", returned),
                null);
    }

    private void apply(Answer answer, @Nullable Payment payment, String digest, Signature by) {
        if (payment == null) return;
        Entitlement one = rows.lock(payment.entitlement());
        payments.move(
                payment,
                answer.state(),
                answer.state() == Payment.State.PAID ? answer.day() : null,
                answer.reason(),
                digest);
        String words = payment.number() + " · " + Fen.yuan(payment.amountFen()) + " 元";
        if (answer.state() == Payment.State.RETURNED) {
            timeline.took(one, "RETURN", one.state(), words + "：" + answer.reason(), by);
            return;
        }
        EntitlementState after = isComplete(one) ? one.state().pay() : one.state();
        timeline.took(one, "PAY", after, words, by);
        if (after instanceof EntitlementState.Paid && answer.day() instanceof LocalDate day) {
            rows.move(one, after, by);
            Terms.Clawback clawback = commitments.terms(one).clawback();
            rows.paid(one, day, clawback == null ? null : day.plusMonths(clawback.months()));
        }
        news.tell(one, "paid/" + payment.number(), one.title() + "：" + Fen.yuan(payment.amountFen()) + " 元已拨付", "");
    }

    /** Whether every part has been paid: of each part the last attempt counts. */
    private boolean isComplete(Entitlement one) {
        return payments.of(one).stream()
                .collect(Collectors.toMap(Payment::part, Function.identity(), (_, later) -> later))
                .values()
                .stream()
                .allMatch(payment -> payment.state() == Payment.State.PAID);
    }

    /** The files that were taken, the latest first. */
    @Transactional(readOnly = true)
    public List<Taken> latest(int most) {
        return jdbc.sql("""
                select file_name, taken_by, taken_at, lines, paid, returned from policy_answer_file
                order by taken_at desc limit :most
                """)
                .param("most", most)
                .query((row, number) -> new Taken(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6)))
                .list();
    }

    /** A file that was taken. */
    public record Taken(String fileName, String by, java.time.Instant at, int lines, int paid, int returned) {}
}
