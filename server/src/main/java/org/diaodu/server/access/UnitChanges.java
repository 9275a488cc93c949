package org.diaodu.server.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.pages.Problem;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a system administrator may do to units, inside the own one. */
@Component
@Transactional
@PreAuthorize("hasRole('SYSTEM_ADMIN')")
public class UnitChanges {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Units units;

    UnitChanges(JdbcClient jdbc, Audit audit, Units units) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.units = units;
    }

    /** A unit in the list, with how many units are directly below it and the version a change must name. */
    public record Listed(Unit unit, boolean closed, int version, long children) {}

    /** One page of the units inside the caller's own whose code or name holds the text; pages count from 1. */
    @Transactional(readOnly = true)
    public List<Listed> page(String text, String level, int page, int size) {
        return matching("""
                select u.code, u.name, u.level, u.closed, u.version,
                       (select count(*) from unit c where c.parent = u.code) as units
                """, text, level, " order by u.code limit :size offset :skip")
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query((row, n) -> new Listed(
                        Units.unit(row, n), row.getBoolean("closed"), row.getInt("version"), row.getLong("units")))
                .list();
    }

    @Transactional(readOnly = true)
    public long count(String text, String level) {
        return matching("select count(*)", text, level, "").query(Long.class).single();
    }

    /** Adds the unit of a region inside the caller's own; its parent must be a unit already. Returns a fault or none. */
    public Optional<String> add(String code) {
        Region region = Regions.bundled().find(code.strip());
        if (region == null) return Optional.of("units.fault.unknown");
        requireOwn(region.code());
        Region parent = Regions.bundled().parentOf(region.code());
        if (parent == null || units.find(parent.code()).isEmpty()) return Optional.of("units.fault.parent");
        if (units.find(region.code()).isPresent()) return Optional.of("units.fault.there");
        Unit.Level level = region.code().endsWith("00") ? Unit.Level.PREFECTURE : Unit.Level.COUNTY;
        units.create(region.code(), region.name(), level, parent.code());
        return Optional.empty();
    }

    /** Renames, closes or reopens a unit unless somebody changed it since this version. */
    public void change(String code, String name, boolean closed, int version) {
        requireOwn(code);
        if (name.isBlank() || name.length() > 60) {
            throw Problem.badRequest("AC12", "单位名称应为 1 到 60 个字", "A unit's name has 1 to 60 characters");
        }
        var before = jdbc.sql("select name, closed from unit where code = :code")
                .param("code", code)
                .query()
                .listOfRows();
        int changed = jdbc.sql("""
                update unit set name = :name, closed = :closed, version = version + 1
                where code = :code and version = :version
                """)
                .param("name", name.strip())
                .param("closed", closed)
                .param("code", code)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw Problem.conflict(
                    "AC13",
                    "单位 " + code + " 已被他人改动，现为 " + before + "；您的改动 " + name + " 没有保存",
                    "Unit " + code + " has been changed by somebody else and is now " + before + "; your change " + name
                            + " was not saved");
        }
        audit.record(
                "unit.change", "unit", code, before.getFirst(), Map.of("name", name.strip(), "closed", closed), null);
    }

    private JdbcClient.StatementSpec matching(String select, String text, String level, String end) {
        return jdbc.sql(select + """
                 from unit u
                where starts_with(u.code, :own) and (:level = '' or u.level = :level)
                  and (:text = '' or strpos(u.code || ' ' || u.name, :text) > 0)
                """ + end)
                .param("own", Callers.current().ownUnit().prefix())
                .param("level", level)
                .param("text", text);
    }

    private static void requireOwn(String code) {
        Unit own = Callers.current().ownUnit();
        if (!own.contains(code)) {
            throw new Denied("AC01", "单位 " + code + " 不在您的管理范围内", "Unit " + code + " is outside your own");
        }
    }
}
