package org.diaodu.server.policies.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diaodu.server.policies.Payment;
import org.diaodu.server.testing.Kills;
import org.diaodu.server.testing.ListedProvince;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** kill -9 in the middle of approving and of taking an answer: all of it or nothing, and done again it is done once. */
class DeliveryKilledTest extends DeliveredProvince {

    private static final String CLAUSE = "hlj-2022-high-tech-recognition";
    private static final int MANY = 40;

    @Autowired
    Kills kills;

    @Test
    void leavesAllOrNothing() throws Exception {
        List<ListedProvince.Made> made = made(MANY);
        written(file(made, "高企认定情形=首次认定"));
        match(made);
        List<String> numbers = stood(made, CLAUSE);
        String batch = done(as(OFFICER, () -> batches.propose(numbers, "", "")));
        kills.at(working -> working.waitFor(120, TimeUnit.MILLISECONDS), DeliveryCrashChild.class, "approve", batch);
        long after = payments(numbers);
        assertThat(after).isIn(0L, (long) MANY);
        assertThat(as(SECOND, () -> batches.get(batch)).state())
                .isEqualTo(after == 0 ? Batch.State.PROPOSED : Batch.State.APPROVED);
        if (after == 0) as(SECOND, () -> batches.approve(batch, 0, ""));
        assertThat(payments(numbers)).isEqualTo(MANY);

        String file = done(as(OFFICER, () -> files.make("")));
        var csv = new StringBuilder("付款编号,结果,金额,付款日期,退回原因\n");
        as(OFFICER, () -> files.payments(file))
                .forEach(payment -> csv.append(payment.number())
                        .append(",已付,")
                        .append(BigDecimal.valueOf(payment.amountFen(), 2))
                        .append(",2026-01-05,\n"));
        Path answer = Files.createTempFile("answer", ".csv");
        byte[] content = csv.toString().getBytes(StandardCharsets.UTF_8);
        Files.write(answer, content);
        kills.at(
                working -> working.waitFor(120, TimeUnit.MILLISECONDS),
                DeliveryCrashChild.class,
                "answer",
                answer.toString());
        long paid = paid(file);
        assertThat(paid).isIn(0L, (long) as(OFFICER, () -> files.payments(file)).size());
        AnswerReport again = as(OFFICER, () -> answers.take("answer.csv", content));
        assertThat(again.taken()).isEqualTo(paid == 0);
        assertThat(again.before()).isEqualTo(paid > 0);
        assertThat(paid(file))
                .isEqualTo((long) as(OFFICER, () -> files.payments(file)).size());
    }

    private long payments(List<String> numbers) {
        return asSystem(() -> jdbc.sql("""
                select count(*) from policy_payment p join entitlement e on e.id = p.entitlement_id where e.number = any(:numbers)
                """)
                .param("numbers", numbers.toArray(String[]::new))
                .query(Long.class)
                .single());
    }

    private long paid(String file) {
        return as(OFFICER, () -> files.payments(file)).stream()
                .filter(payment -> payment.state() == Payment.State.PAID)
                .count();
    }
}
