package org.diaodu.server.returns;

import java.util.List;
import java.util.Optional;
import org.diaodu.server.registry.Registered;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * Everything a page shows of one return.
 *
 * @param filing the version that counts; null while nothing is filed
 * @param versions every version, newest first
 * @param previous the return before it in the same year, as filed
 * @param lastYear the same period last year, as filed
 * @param closed whether the county has closed the period
 */
public record ReturnView(
        Registered enterprise,
        Period period,
        @Nullable Filing filing,
        Figures figures,
        List<Finding> findings,
        List<Query> queries,
        List<Filing> versions,
        @Nullable Figures previous,
        @Nullable Figures lastYear,
        @Nullable Excuse excuse,
        @Nullable Draft draft,
        boolean closed,
        boolean expected) {

    public ReturnState state() {
        return filing == null ? ReturnState.DRAFT : filing.state();
    }

    public Optional<Finding> finding(String key) {
        return findings.stream().filter(found -> found.key().equals(key)).findFirst();
    }

    public List<Query> openQueries() {
        return queries.stream()
                .filter(query -> query.state() == Query.State.OPEN)
                .toList();
    }
}
