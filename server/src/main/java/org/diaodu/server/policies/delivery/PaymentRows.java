package org.diaodu.server.policies.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.Payment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code policy_payment} with their shares. */
@Component
class PaymentRows {

    private static final String PAYMENTS = """
            select p.*, e.number as entitlement_number,
                   (select json_object_agg(s.level, s.fen order by array_position(array['国家', '省', '市', '县', '市县'], s.level))
                    from policy_payment_share s where s.payment_id = p.id)::text as shares
            from policy_payment p join entitlement e on e.id = p.entitlement_id
            """;

    private final JdbcClient jdbc;

    PaymentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a payment; the database refuses a second one of the same part that is not returned or cancelled. */
    void insert(Entitlement one, Instalments.Part part, Payment.State state) {
        long id = jdbc.sql("""
                insert into policy_payment (number, entitlement_id, enterprise_id, root_enterprise, region, clause, once_key, part,
                        milestone, amount_fen, state)
                select e.year::text || '-K' || lpad(nextval('policy_payment_number')::text, 6, '0'), e.id, e.enterprise_id,
                       e.root_enterprise, e.region, e.clause, e.once_key, :part, :milestone, :fen, :state
                from entitlement e where e.id = :entitlement
                returning id
                """)
                .param("part", part.number())
                .param("milestone", part.milestone())
                .param("fen", part.fen())
                .param("state", state.name())
                .param("entitlement", one.id())
                .query(Long.class)
                .single();
        part.sharesFen()
                .forEach((level, fen) -> jdbc.sql("""
                insert into policy_payment_share (payment_id, enterprise_id, region, level, fen)
                values (:payment, :enterprise, :region, :level, :fen)
                """)
                        .param("payment", id)
                        .param("enterprise", one.subject().id().enterprise())
                        .param("region", one.region())
                        .param("level", level)
                        .param("fen", fen)
                        .update());
    }

    List<Payment> of(Entitlement one) {
        return read(jdbc.sql(PAYMENTS + "where p.entitlement_id = :id order by p.part, p.id")
                .param("id", one.id()));
    }

    List<Payment> ofFile(String file) {
        return read(jdbc.sql(PAYMENTS + "where p.file = :file order by p.id").param("file", file));
    }

    /** What may go into a payment file, nobody else taking it before this transaction ends. */
    List<Payment> lockDue() {
        return read(jdbc.sql(PAYMENTS + "where p.state = 'DUE' order by p.id for update of p"));
    }

    Map<String, Payment> lock(Collection<String> numbers) {
        Map<String, Payment> locked = new HashMap<>();
        read(jdbc.sql(PAYMENTS + "where p.number = any(:numbers) order by p.id for update of p")
                        .param("numbers", numbers.toArray(String[]::new)))
                .forEach(payment -> locked.put(payment.number(), payment));
        return locked;
    }

    Optional<Payment> find(String number) {
        return read(jdbc.sql(PAYMENTS + "where p.number = :number").param("number", number)).stream()
                .findFirst();
    }

    void sent(List<Payment> payments, String file) {
        jdbc.sql("update policy_payment set state = 'SENT', file = :file where id = any(:ids)")
                .param("file", file)
                .param("ids", payments.stream().map(Payment::id).toArray(Long[]::new))
                .update();
    }

    /** Changes the state; {@code paidOn} for what was paid, and the digest of the answer it came with. */
    void move(Payment one, Payment.State state, @Nullable LocalDate paidOn, String reason, @Nullable String answer) {
        jdbc.sql("""
                update policy_payment set state = :state, paid_on = :paid, reason = :reason, answer = :answer where id = :id
                """)
                .param("state", state.name())
                .param("paid", paidOn, Types.DATE)
                .param("reason", reason)
                .param("answer", answer, Types.VARCHAR)
                .param("id", one.id())
                .update();
    }

    private static List<Payment> read(JdbcClient.StatementSpec statement) {
        return statement.query(PaymentRows::payment).list();
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getLong("id"),
                row.getString("number"),
                row.getString("entitlement_number"),
                row.getInt("part"),
                row.getString("milestone"),
                row.getLong("amount_fen"),
                shares(row.getString("shares")),
                Payment.State.valueOf(row.getString("state")),
                row.getString("file"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("reason"));
    }

    private static Map<String, Long> shares(@Nullable String json) {
        Map<String, Long> shares = new LinkedHashMap<>();
        if (json != null) {
            Json.MAPPER
                    .readTree(json)
                    .properties()
                    .forEach(
                            share -> shares.put(share.getKey(), share.getValue().asLong()));
        }
        return shares;
    }

    /** Reads what the database writes. */
    private static final class Json {
        private static final tools.jackson.databind.json.JsonMapper MAPPER =
                tools.jackson.databind.json.JsonMapper.builder().build();
    }
}
