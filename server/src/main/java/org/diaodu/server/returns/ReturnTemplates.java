package org.diaodu.server.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Scope;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.registry.RegisterFilter;
import org.diaodu.server.registry.RegisterList;
import org.diaodu.server.registry.Registered;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pre-filled sheet of a whole unit: every enterprise in the list, last year's figures as the base. */
@Component
@Transactional(readOnly = true)
public class ReturnTemplates {
    private static final int BATCH = 1_000;

    private final RegisterList register;
    private final PastReturns past;
    private final Items items;

    ReturnTemplates(RegisterList register, PastReturns past, Items items) {
        this.register = register;
        this.past = past;
        this.items = items;
    }

    public List<ReturnSheets.Prefilled> ofUnit(Period period, Scope scope) {
        List<Registered> enterprises = new ArrayList<>();
        register.each(Selection.of(RegisterFilter.all(period.last())).by("region"), one -> {
            if (scope.allows(one.region(), one.id())) {
                enterprises.add(one);
            }
        });
        List<ReturnSheets.Prefilled> rows = new ArrayList<>(enterprises.size());
        for (int start = 0; start < enterprises.size(); start += BATCH) {
            List<Registered> batch = enterprises.subList(start, Math.min(enterprises.size(), start + BATCH));
            Map<Long, Past> known =
                    past.before(period, batch.stream().map(Registered::id).toList());
            for (Registered one : batch) {
                rows.add(new ReturnSheets.Prefilled(one, fields(known.getOrDefault(one.id(), Past.NONE))));
            }
        }
        return rows;
    }

    /** Last year's figures as the base, and last period's staff. */
    Map<String, String> fields(Past own) {
        Map<String, Figure> known = new LinkedHashMap<>();
        for (Item item : items.all()) {
            Figure lastYear =
                    own.lastYear() == null ? Figure.NONE : own.lastYear().of(item.code());
            Figure previous =
                    own.previous() == null ? Figure.NONE : own.previous().of(item.code());
            known.put(
                    item.code(),
                    new Figure(
                            item.code().equals("staff") ? previous.month() : null,
                            null,
                            lastYear.month(),
                            item.isFlow() ? lastYear.yearToDate() : null,
                            null));
        }
        return FormFields.of(items.all(), Figures.of(known));
    }
}
