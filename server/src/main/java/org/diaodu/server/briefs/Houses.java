package org.diaodu.server.briefs;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.bulletin.brief.Template;
import org.diaodu.server.access.Unit;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The wording of the house: a template for each unit and audience, which the next briefs begin with. */
@Component
@Transactional
public class Houses {

    private static final int LONGEST = 40_000;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ISSUER = 60;

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final Audit audit;

    Houses(JdbcClient jdbc, Signatures signatures, Audit audit) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.audit = audit;
    }

    /** The house's wording; the shipped one where nothing was changed. */
    @Transactional(readOnly = true)
    public House of(Unit unit, Audience audience) {
        return jdbc.sql("select * from brief_house where unit = :unit and audience = :audience")
                .param("unit", unit.code())
                .param("audience", audience.name())
                .query((row, _) -> new House(
                        row.getString("unit"),
                        audience,
                        row.getString("name"),
                        row.getString("issuer"),
                        row.getString("template"),
                        row.getBoolean("second_person"),
                        row.getInt("version")))
                .optional()
                .orElseGet(() -> House.shipped(unit, audience));
    }

    /** Changes the wording; {@code version} is the one the change was made on. A template that cannot be read is refused. */
    public Outcome save(Unit unit, House house) {
        BriefRights.requireWriting(unit.code());
        Map<String, String> faults = faults(house);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        Template.of(house.template());
        Signature by = signatures.now();
        House before = of(unit, house.audience());
        if (before.version() != house.version()) return new Outcome.Stale(before.version());
        int written = jdbc.sql("""
                insert into brief_house (unit, audience, name, issuer, template, second_person, changed_by, changed_at, version)
                values (:unit, :audience, :name, :issuer, :template, :second, :by, :at, 1)
                on conflict (unit, audience) do update set name = excluded.name, issuer = excluded.issuer,
                    template = excluded.template, second_person = excluded.second_person, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at, version = brief_house.version + 1
                where brief_house.version = :version
                """)
                .param("unit", unit.code())
                .param("audience", house.audience().name())
                .param("name", house.name().strip())
                .param("issuer", house.issuer().strip())
                .param("template", house.template())
                .param("second", house.secondPerson())
                .param("by", by.name())
                .param("at", Timestamp.from(by.at()))
                .param("version", house.version())
                .update();
        if (written == 0) return new Outcome.Stale(of(unit, house.audience()).version());
        audit.record(
                "brief.house",
                "brief",
                unit.code() + " " + house.audience(),
                Map.of("template", before.template(), "secondPerson", before.secondPerson()),
                Map.of("template", house.template(), "secondPerson", house.secondPerson()),
                null);
        return new Outcome.Done();
    }

    private static Map<String, String> faults(House house) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (house.name().isBlank() || house.name().strip().length() > LONGEST_NAME)
            faults.put("name", "briefs.fault.name");
        if (house.issuer().isBlank() || house.issuer().strip().length() > LONGEST_ISSUER)
            faults.put("issuer", "briefs.fault.issuer");
        if (house.template().isBlank() || house.template().length() > LONGEST)
            faults.put("template", "briefs.fault.template");
        return faults;
    }
}
