package org.diaodu.server.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.pages.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a dispatcher may do to the member units of the own government and of those below. */
@Component
@Transactional
public class MemberUnitChanges {

    private static final int LONGEST = 60;

    private final JdbcClient jdbc;
    private final MemberUnits members;
    private final Units units;
    private final Audit audit;

    MemberUnitChanges(JdbcClient jdbc, MemberUnits members, Units units, Audit audit) {
        this.jdbc = jdbc;
        this.members = members;
        this.units = units;
        this.audit = audit;
    }

    /** A member unit in the list, with the version a change must name and how many people work for it. */
    public record Listed(MemberUnit unit, int version, long people) {}

    /** Somebody who works for a member unit. */
    public record Person(String name, String displayName, boolean enabled) {}

    /** Those within the caller's region whose code or name holds the text, from the province down. */
    @Transactional(readOnly = true)
    public List<Listed> list(String text) {
        return jdbc.sql("""
                select u.code, u.name, u.region, u.closed, u.version,
                       (select count(*) from account a where a.member_unit = u.code and a.enabled) as people
                from member_unit u
                where starts_with(u.region, :prefix) and (:text = '' or strpos(u.code || ' ' || u.name, :text) > 0)
                order by u.closed, u.region, u.code
                """)
                .param("prefix", prefix())
                .param("text", text)
                .query((row, number) -> new Listed(
                        new MemberUnit(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("region"),
                                row.getBoolean("closed")),
                        row.getInt("version"),
                        row.getLong("people")))
                .list();
    }

    /** One within the caller's region. */
    @Transactional(readOnly = true)
    public Listed get(String code) {
        return list("").stream()
                .filter(one -> one.unit().code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "AC30",
                        "没有成员单位“" + code + "”，或它不在您的范围内。",
                        "There is no member unit \"" + code + "\", or it is outside your own."));
    }

    @Transactional(readOnly = true)
    public List<Person> people(String code) {
        return jdbc.sql("""
                select name, display_name, enabled from account where member_unit = :code order by not enabled, display_name, name
                """).param("code", code).query(Person.class).list();
    }

    /** Adds a member unit; gives the message key of what is wrong, or nothing. */
    public Optional<String> add(String code, String name, String region) {
        requireOwn(region);
        if (!code.matches("[0-9A-Z-]{2,24}")) return Optional.of("dispatch.units.fault.code");
        if (name.isBlank() || name.length() > LONGEST) return Optional.of("dispatch.units.fault.name");
        if (units.find(region).isEmpty()) return Optional.of("dispatch.units.fault.region");
        if (members.find(code).isPresent()) return Optional.of("dispatch.units.fault.there");
        if (isTaken(name, code)) return Optional.of("dispatch.units.fault.taken");
        members.create(new MemberUnit(code, name.strip(), region, false));
        return Optional.empty();
    }

    /** Renames, closes or opens a member unit unless somebody changed it since this version. */
    public Optional<String> change(String code, String name, boolean closed, int version) {
        Listed before = get(code);
        requireOwn(before.unit().region());
        if (name.isBlank() || name.length() > LONGEST) return Optional.of("dispatch.units.fault.name");
        if (isTaken(name, code)) return Optional.of("dispatch.units.fault.taken");
        if (!write(code, name, closed, version)) {
            String now = before.unit().name();
            throw Problem.conflict(
                    "AC31",
                    "成员单位 " + code + " 已被他人改动，现为“" + now + "”；您的“" + name + "”没有保存。",
                    "Member unit " + code + " has been changed by somebody else and is now \"" + now + "\"; your \""
                            + name + "\" was not saved.");
        }
        audit.record(
                "member-unit.change",
                "member-unit",
                code,
                Map.of("name", before.unit().name(), "closed", before.unit().closed()),
                Map.of("name", name.strip(), "closed", closed),
                null);
        return Optional.empty();
    }

    /** Whether the unit still was of this version; one that was given something meanwhile is not closed ({@link UnitRefused}). */
    private boolean write(String code, String name, boolean closed, int version) {
        return jdbc.sql("""
                update member_unit set name = :name, closed = :closed, version = version + 1
                where code = :code and version = :version
                """)
                        .param("name", name.strip())
                        .param("closed", closed)
                        .param("code", code)
                        .param("version", version)
                        .update()
                == 1;
    }

    private boolean isTaken(String name, String code) {
        return jdbc.sql("select exists (select from member_unit where name = :name and code <> :code)")
                .param("name", name.strip())
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private static String prefix() {
        String prefix = Callers.current().scope().regionPrefix();
        return prefix.equals("*") ? "" : prefix.isEmpty() ? "none" : prefix;
    }

    private static void requireOwn(String region) {
        Caller caller = Callers.current();
        boolean may = caller.isSystem()
                || (caller.has(Role.DISPATCHER) && caller.scope().allows(region));
        if (!may) {
            throw new Denied(
                    "AC32",
                    "成员单位由本级或上级工业专班管理；" + region + " 不在您的范围内。",
                    "Member units are kept by the dispatcher of their level or above; " + region
                            + " is outside your own.");
        }
    }
}
