package org.diaodu.rules.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;

/** Listens to the tables while one thread asks it to; silent otherwise. */
final class TableHits implements DMNRuntimeEventListener {

    static final TableHits LISTENER = new TableHits();

    private static final ThreadLocal<@Nullable List<TableHit>> ASKED = new ThreadLocal<>();

    private TableHits() {}

    <T> T during(List<TableHit> into, Supplier<T> evaluation) {
        ASKED.set(into);
        try {
            return evaluation.get();
        } finally {
            ASKED.remove();
        }
    }

    @Override
    public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
        List<TableHit> hits = ASKED.get();
        if (hits != null) {
            String id = event.getDecisionTableId();
            hits.add(new TableHit(
                    id == null || id.isEmpty() ? event.getNodeName() : id,
                    rows(event.getMatches()),
                    rows(event.getSelected())));
        }
    }

    private static List<Integer> rows(@Nullable List<Integer> rows) {
        return Objects.requireNonNullElse(rows, new ArrayList<>());
    }
}
