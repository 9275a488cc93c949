package org.diaodu.server.policies.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.Payment;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads what was delivered in the past by taking the same steps: what could not have happened is refused. */
@Component
@Transactional
public class DeliveryLoading {

    private final JdbcClient jdbc;
    private final Matching matching;
    private final MatchRuns runs;
    private final EntitlementRows rows;
    private final EntitlementTimeline timeline;
    private final PublicNotices notices;
    private final Batches batches;
    private final PaymentFiles files;
    private final AnswerFiles answers;

    DeliveryLoading(
            JdbcClient jdbc,
            Matching matching,
            MatchRuns runs,
            EntitlementRows rows,
            EntitlementTimeline timeline,
            PublicNotices notices,
            Batches batches,
            PaymentFiles files,
            AnswerFiles answers) {
        this.jdbc = jdbc;
        this.matching = matching;
        this.runs = runs;
        this.rows = rows;
        this.timeline = timeline;
        this.notices = notices;
        this.batches = batches;
        this.files = files;
        this.answers = answers;
    }

    /** Matches everything as of a day, in this transaction, and gives how many entitlements there are. */
    public int match(LocalDate day, String words, Signature by) {
        matching.runWithin(runs.open(day, words), by);
        return jdbc.sql("select count(*) from entitlement").query(Integer.class).single();
    }

    /** Those that are paid out by the treasury and wait for the enterprise, by row. */
    public List<Entitlement> waiting() {
        return jdbc.sql("select * from entitlement where state in ('FOUND', 'TOLD') and benefit = 'GRANT' order by id")
                .query(EntitlementRows::entitlement)
                .list();
    }

    /** The enterprises agreed. */
    public void agree(Collection<Entitlement> entitlements, String words, Signature by) {
        for (Entitlement one : Forms.all(rows, numbers(entitlements))) {
            EntitlementState after = one.state().consent();
            rows.move(one, after, by);
            timeline.took(one, "CONSENT", after, words, by);
        }
    }

    /** Gives the number of the notice. */
    public String publish(
            Collection<Entitlement> entitlements, String title, String contact, LocalDate day, Signature by) {
        return done(notices.publish(numbers(entitlements), title, contact, "", day, by));
    }

    /** Gives the number of the batch. */
    public String propose(Collection<Entitlement> entitlements, String words, LocalDate day, Signature by) {
        return done(batches.propose(numbers(entitlements), words, "", day, by));
    }

    public void approve(String batch, String words, Signature by) {
        done(batches.approve(batch, 0, words, by));
    }

    /** Sends all that is due and takes the treasury's answer; {@code returned} tells what came back. */
    public void pay(LocalDate paid, Predicate<Payment> returned, String reason, Signature by) {
        String file = done(files.make("", by));
        byte[] answer = answer(files.payments(file), paid, returned, reason);
        if (!answers.take(file + "-回执.csv", answer, by).taken()) {
            throw new IllegalStateException("PD90 the answer to " + file + " was not taken");
        }
    }

    private static byte[] answer(List<Payment> sent, LocalDate paid, Predicate<Payment> returned, String reason) {
        var bytes = new ByteArrayOutputStream();
        try (SheetWriter out = SheetWriter.csv(bytes)) {
            out.sheet(
                    "回执",
                    List.of(
                            OutColumn.text(AnswerSheet.NUMBER),
                            OutColumn.text("结果"),
                            OutColumn.number(AnswerSheet.YUAN, "0.00"),
                            OutColumn.text("付款日期"),
                            OutColumn.text("退回原因")));
            for (Payment payment : sent) {
                boolean back = returned.test(payment);
                out.row(
                        payment.number(),
                        back ? AnswerSheet.RETURNED : AnswerSheet.PAID,
                        BigDecimal.valueOf(payment.amountFen(), 2),
                        back ? "" : paid.toString(),
                        back ? reason : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> numbers(Collection<Entitlement> entitlements) {
        return entitlements.stream().map(Entitlement::number).toList();
    }

    private static String done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(String number)) return number;
        throw new IllegalStateException("PD91 " + outcome);
    }
}
