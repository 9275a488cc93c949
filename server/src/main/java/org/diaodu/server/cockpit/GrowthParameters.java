package org.diaodu.server.cockpit;

import java.util.List;
import java.util.Map;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.database.LastLook;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Value-added rates and price indices by industry and period. Saving a line again replaces it. */
@Component
@Transactional
public class GrowthParameters {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final LastLook<String, Long> revision = new LastLook<>("growth_parameter");

    GrowthParameters(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public void save(List<GrowthParameter> lines) {
        for (GrowthParameter line : lines) {
            jdbc.sql("""
                    insert into growth_parameter (industry, period, va_rate, price_index, source)
                    values (:industry, :period, :vaRate, :priceIndex, :source)
                    on conflict (industry, period) do update
                    set va_rate = excluded.va_rate, price_index = excluded.price_index, source = excluded.source,
                        version = growth_parameter.version + 1
                    """)
                    .param("industry", line.industry())
                    .param("period", line.period().iso())
                    .param("vaRate", line.vaRate())
                    .param("priceIndex", line.priceIndex())
                    .param("source", line.source())
                    .update();
        }
        audit.record("cockpit.parameters.save", "growth_parameter", "", null, Map.of("lines", lines.size()), null);
    }

    /** Changes one line that still has the version it was read with; false if somebody changed it meanwhile. */
    public boolean change(GrowthParameter line, String reason) {
        GrowthParameter before = of(line.period()).stream()
                .filter(known -> known.industry().equals(line.industry()))
                .findFirst()
                .orElse(null);
        int changed = jdbc.sql("""
                update growth_parameter
                set va_rate = :vaRate, price_index = :priceIndex, source = :source, version = version + 1
                where industry = :industry and period = :period and version = :version
                """)
                .param("industry", line.industry())
                .param("period", line.period().iso())
                .param("vaRate", line.vaRate())
                .param("priceIndex", line.priceIndex())
                .param("source", line.source())
                .param("version", line.version())
                .update();
        if (changed == 0 || before == null) return false;
        audit.record(
                "cockpit.parameter.change",
                "growth_parameter",
                line.industry() + " " + line.period().iso(),
                told(before),
                told(line),
                reason);
        return true;
    }

    private static Map<String, Object> told(GrowthParameter line) {
        return Map.of(
                "vaRate", String.valueOf(line.vaRate()),
                "priceIndex", String.valueOf(line.priceIndex()),
                "source", line.source());
    }

    /** The lines of one period, by industry. */
    @Transactional(readOnly = true)
    public List<GrowthParameter> of(Period period) {
        return jdbc.sql("""
                select industry, va_rate, price_index, source, version from growth_parameter
                where period = :period order by industry
                """)
                .param("period", period.iso())
                .query((row, number) -> new GrowthParameter(
                        row.getString("industry"),
                        period,
                        row.getObject("va_rate", Double.class),
                        row.getObject("price_index", Double.class),
                        row.getString("source"),
                        row.getInt("version")))
                .list();
    }

    /** A number that differs after any change of any line. */
    @Transactional(readOnly = true)
    long revision() {
        return revision.get(
                "growth_parameter",
                () -> jdbc.sql("select count(*) + coalesce(sum(version), 0) * 1000003 from growth_parameter")
                        .query(Long.class)
                        .single());
    }
}
