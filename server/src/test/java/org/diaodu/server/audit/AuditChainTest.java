package org.diaodu.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.diaodu.server.audit.Verification.Fault;
import org.diaodu.server.audit.Verification.Fault.Kind;
import org.diaodu.server.database.Database;
import org.diaodu.server.testing.PlatformTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

class AuditChainTest extends PlatformTest {

    @Autowired
    private Audit audit;

    @Autowired
    private Database database;

    @Test
    void aChangeAndItsAuditRowCommitTogether() {
        String subject = subject();
        asSystem(() -> record(subject, Map.of("name", "甲"), Map.of("name", "乙")));
        assertThat(rowsOf(subject)).isEqualTo(1);
        assertThat(verdict().isWhole()).isTrue();
    }

    @Test
    void aRolledBackChangeLeavesNoAuditRow() {
        String subject = subject();
        assertThatThrownBy(() -> asSystem(() -> {
                    record(subject, null, Map.of("n", 1));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(rowsOf(subject)).isZero();
        assertThat(verdict().isWhole()).isTrue();
    }

    @Test
    void nothingIsWrittenDownOutsideATransaction() {
        assertThatThrownBy(() -> audit.record("test", "test", "1", null, null, null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whateverJsonTravelsThroughTheDatabaseKeepsItsDigest() {
        var odd = new LinkedHashMap<String, @Nullable Object>();
        odd.put("zwei", new BigDecimal("1.500"));
        odd.put("a", new BigDecimal("1E+30"));
        odd.put("tiny", new BigDecimal("1E-30"));
        odd.put("double", 0.1 + 0.2);
        odd.put("not a number", Double.NaN);
        odd.put("zero", new BigDecimal("0.00"));
        odd.put("text", "引号\" 反斜杠\\ 换行\n 空\0 \ud800 表情😀 \u007f");
        odd.put("nested", List.of(Map.of("b", 1, "a", 2), List.of(), Map.of()));
        odd.put("nothing", null);
        odd.put("yes", true);
        asSystem(() -> record("odd\0id", odd, List.of("列", 1)));
        assertThat(verdict().faults()).isEmpty();
    }

    @Test
    void manyWritersAtOnceMakeOneChain() throws Exception {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200)
                    .forEach(i -> writers.submit(() -> asSystem(() -> record("many-" + i, null, Map.of("i", i)))));
        }
        assertThat(asSystem(() -> jdbc.sql("select count(*) from audit_entry where subject_id like 'many-%'")
                        .query(Long.class)
                        .single()))
                .isEqualTo(200);
        assertThat(verdict().isWhole()).isTrue();
    }

    @Test
    void tenThousandChangesAreOneBatch() {
        String subject = subject();
        var changes = IntStream.range(0, 10_000)
                .mapToObj(i -> new Change(
                        "test.batch",
                        "test",
                        subject,
                        Map.of("gross_output", i, "revenue", i * 2),
                        Map.of("gross_output", i + 1, "revenue", i * 3),
                        "批量"))
                .toList();
        asSystem(() -> {
            audit.recordAll(changes);
            return true;
        });
        assertThat(rowsOf(subject)).isEqualTo(10_000);
        assertThat(verdict().isWhole()).isTrue();
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveNorEmpty() {
        asSystem(() -> record(subject(), null, Map.of("n", 1)));
        for (String sql : List.of(
                "update audit_entry set actor_name = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "insert into audit_head (id, seq, digest) values (false, 0, '')",
                "update audit_head set seq = 0")) {
            assertThatThrownBy(() -> asSystem(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isNotNull();
        }
        assertThat(verdict().isWhole()).isTrue();
    }

    @Test
    void notEvenTheOwnerOfTheTablesCan() throws SQLException {
        asSystem(() -> record(subject(), null, Map.of("n", 1)));
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("set diaodu.audit_prefix = '*'");
            assertThatThrownBy(() -> statement.execute("truncate audit_entry")).hasMessageContaining("AU01");
        }
    }

    @Test
    void aTamperedLogIsFoundAndTheRowNamed() throws SQLException {
        asSystem(() -> {
            IntStream.range(0, 20).forEach(i -> record("tamper", null, Map.of("i", i)));
            return true;
        });
        long last = verdict().head();
        assertThat(afterTampering("update audit_entry set after = '{\"i\": 99}' where seq = " + (last - 5)))
                .containsExactly(new Fault(Kind.CHANGED, last - 5, last - 5));
        assertThat(afterTampering("update audit_entry set at = at + interval '1 second' where seq = " + (last - 6)))
                .containsExactly(new Fault(Kind.CHANGED, last - 6, last - 6));
        assertThat(afterTampering("delete from audit_entry where seq between %d and %d".formatted(last - 8, last - 7)))
                .containsExactly(new Fault(Kind.MISSING, last - 8, last - 7));
        assertThat(afterTampering("delete from audit_entry where seq > " + (last - 3)))
                .containsExactly(new Fault(Kind.CUT_OFF, last - 2, last));
        assertThat(afterTampering("""
                        update audit_entry set seq = -seq where seq in (%1$d, %2$d);
                        update audit_entry set seq = case -seq when %1$d then %2$d else %1$d end where seq < 0
                        """.formatted(last - 10, last - 9)))
                .extracting(Fault::seq)
                .contains(last - 10, last - 9);
        assertThat(afterTampering("delete from audit_entry").getFirst().kind()).isEqualTo(Kind.CUT_OFF);
        assertThat(verdict().isWhole()).isTrue();
    }

    /** Does what only somebody who took over the database could do, looks, and takes it back. */
    private List<Fault> afterTampering(String sql) throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table audit_entry disable trigger user");
            statement.execute("alter table audit_entry no force row level security");
            statement.execute("alter table audit_entry drop constraint audit_entry_seq_check");
            statement.execute(sql);
            List<Fault> faults = Verification.walkIn(owner).faults();
            owner.rollback();
            return faults;
        }
    }

    private Verification.Verdict verdict() {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            return Verification.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
    }

    private boolean record(String subject, @Nullable Object before, @Nullable Object after) {
        audit.record("test.change", "test", subject, before, after, "试");
        return true;
    }

    private long rowsOf(String subject) {
        return asSystem(() -> jdbc.sql("select count(*) from audit_entry where subject_id = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single());
    }

    private static String subject() {
        return java.util.UUID.randomUUID().toString();
    }
}
