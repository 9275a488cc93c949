package org.diaodu.server.policies.clauses;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of a stored version, one statement for each step. */
@Component
class VersionSteps {

    private final JdbcClient jdbc;

    VersionSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void propose(long id, String by) {
        jdbc.sql("""
                update policy_version set state = 'PROPOSED', proposed_by = :by, row_version = row_version + 1 where id = :id
                """).param("by", by).param("id", id).update();
    }

    void giveBack(long id) {
        jdbc.sql("""
                update policy_version set state = 'DRAFT', proposed_by = null, row_version = row_version + 1 where id = :id
                """).param("id", id).update();
    }

    void publish(long id, String by, LocalDate validFrom, @Nullable LocalDate validTo, Instant now) {
        jdbc.sql("""
                update policy_version set state = 'PUBLISHED', approved_by = :by, recorded_at = :now,
                       valid_from = :validFrom, valid_to = :validTo, row_version = row_version + 1
                 where id = :id
                """)
                .param("by", by)
                .param("now", VersionRows.at(now))
                .param("validFrom", validFrom)
                .param("validTo", validTo)
                .param("id", id)
                .update();
    }

    /** Ends what holds on a day; {@code successor} is the clause that takes its place, or null. */
    void end(long id, LocalDate validTo, @Nullable String successor, Instant now) {
        jdbc.sql("""
                update policy_version set valid_to = :validTo, valid_to_recorded_at = :now,
                       replaced_by = coalesce(:successor, replaced_by), row_version = row_version + 1
                 where id = :id
                """)
                .param("validTo", validTo)
                .param("now", VersionRows.at(now))
                .param("successor", successor)
                .param("id", id)
                .update();
    }

    void withdraw(long id, Instant now) {
        jdbc.sql("""
                update policy_version set state = 'WITHDRAWN', withdrawn_at = :now, row_version = row_version + 1
                 where id = :id
                """).param("now", VersionRows.at(now)).param("id", id).update();
    }

    /** Asks for an end, or with {@code by} null keeps the version. */
    void askEnd(long id, @Nullable String by, @Nullable LocalDate on, String reason) {
        jdbc.sql("""
                update policy_version set end_asked_by = :by, end_on = :on, end_reason = :reason,
                       row_version = row_version + 1
                 where id = :id
                """)
                .param("by", by)
                .param("on", on)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void agreeEnd(long id, String by) {
        jdbc.sql("update policy_version set ended_by = :by where id = :id")
                .param("by", by)
                .param("id", id)
                .update();
    }
}
