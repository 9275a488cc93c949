package org.diaodu.server.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The member units of the task force. */
@Component
@Transactional
public class MemberUnits {

    private final JdbcClient jdbc;
    private final Audit audit;

    MemberUnits(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Adds a member unit; one that is there already stays as it is. */
    public void create(MemberUnit unit) {
        int added = jdbc.sql("""
                insert into member_unit (code, name, region, closed, line)
                values (:code, :name, :region, :closed, :line)
                on conflict (code) do nothing
                """)
                .param("code", unit.code())
                .param("name", unit.name())
                .param("region", unit.region())
                .param("closed", unit.closed())
                .param("line", unit.line())
                .update();
        if (added == 1) {
            Map<String, Object> after = Map.of("name", unit.name(), "region", unit.region(), "line", unit.line());
            audit.record("member-unit.create", "member-unit", unit.code(), null, after, null);
        }
    }

    @Transactional(readOnly = true)
    public Optional<MemberUnit> find(String code) {
        return jdbc.sql("select code, name, region, closed, line from member_unit where code = :code")
                .param("code", code)
                .query(MemberUnit.class)
                .optional();
    }

    /** An open unit, which nobody closes before this transaction ends; empty where it is closed. */
    public Optional<MemberUnit> hold(String code) {
        return jdbc.sql("""
                select code, name, region, closed, line from member_unit where code = :code and not closed for share
                """).param("code", code).query(MemberUnit.class).optional();
    }

    /** Every member unit, closed ones too, from the province down. */
    @Transactional(readOnly = true)
    public List<MemberUnit> all() {
        return jdbc.sql("select code, name, region, closed, line from member_unit order by region, code")
                .query(MemberUnit.class)
                .list();
    }

    /** The open member units of the governments whose codes begin with these digits; "*" for all of them. */
    @Transactional(readOnly = true)
    public List<MemberUnit> within(String prefix) {
        return all().stream()
                .filter(unit -> !unit.closed())
                .filter(unit -> prefix.equals("*")
                        || (!prefix.isEmpty() && unit.region().startsWith(prefix)))
                .toList();
    }
}
