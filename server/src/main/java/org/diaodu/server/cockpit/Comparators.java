package org.diaodu.server.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.database.LastLook;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The published figures growth is compared to. Saving a figure again replaces it. */
@Component
@Transactional
public class Comparators {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final LastLook<String, Map<Key, PublishedFigure>> figures = new LastLook<>("comparator");

    private record Key(Period period, String indicator, String scope) {}

    Comparators(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public void save(List<PublishedFigure> figures) {
        for (PublishedFigure figure : figures) {
            jdbc.sql("""
                    insert into comparator (period, indicator, scope, value, source, url, published_on)
                    values (:period, :indicator, :scope, :value, :source, :url, :publishedOn)
                    on conflict (period, indicator, scope) do update
                    set value = excluded.value, source = excluded.source, url = excluded.url,
                        published_on = excluded.published_on
                    """)
                    .param("period", figure.period().iso())
                    .param("indicator", figure.indicator())
                    .param("scope", figure.scope())
                    .param("value", figure.value())
                    .param("source", figure.source())
                    .param("url", figure.url())
                    .param("publishedOn", figure.publishedOn())
                    .update();
        }
        audit.record("cockpit.figures.save", "comparator", "", null, Map.of("lines", figures.size()), null);
    }

    /** The figure of exactly this period, indicator and scope; null if none is known. */
    @Transactional(readOnly = true)
    public @Nullable PublishedFigure find(Period period, String indicator, String scope) {
        return figures.get("comparator", this::byKey).get(new Key(period, indicator, scope));
    }

    private Map<Key, PublishedFigure> byKey() {
        return all().stream()
                .collect(Collectors.toMap(
                        figure -> new Key(figure.period(), figure.indicator(), figure.scope()), figure -> figure));
    }

    /** Every figure, the latest period first. */
    @Transactional(readOnly = true)
    public List<PublishedFigure> all() {
        return jdbc
                .sql("select period, indicator, scope, value, source, url, published_on from comparator")
                .query(Comparators::figure)
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(PublishedFigure::period)
                        .reversed()
                        .thenComparing(PublishedFigure::indicator)
                        .thenComparing(PublishedFigure::scope))
                .toList();
    }

    private static PublishedFigure figure(ResultSet row, int number) throws SQLException {
        return new PublishedFigure(
                Period.parse(row.getString("period")),
                row.getString("indicator"),
                row.getString("scope"),
                row.getDouble("value"),
                row.getString("source"),
                row.getString("url"),
                row.getObject("published_on", LocalDate.class));
    }
}
