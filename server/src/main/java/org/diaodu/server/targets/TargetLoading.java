package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Units;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads targets of the past by replaying what happened to them: what could not have happened is refused. */
@Component
@Transactional
public class TargetLoading {

    private final TargetSteps steps;
    private final TargetRows rows;
    private final PlatformFigures figures;
    private final Units units;

    TargetLoading(TargetSteps steps, TargetRows rows, PlatformFigures figures, Units units) {
        this.steps = steps;
        this.rows = rows;
        this.figures = figures;
        this.units = units;
    }

    /** The share of each region directly below in the value added of the year before, per cent, as far as it is known. */
    public Map<String, BigDecimal> shares(String region, int year) {
        return units.find(region).map(unit -> figures.shares(unit, year)).orElse(Map.of());
    }

    /** Loads targets and gives how many there are, parts counted. */
    public int load(List<PastTarget> past) {
        return past.stream().mapToInt(this::load).sum();
    }

    private int load(PastTarget past) {
        Map<String, String> faults = past.form().faults();
        if (!faults.isEmpty()) throw new IllegalArgumentException("TG26 a target has faults: " + faults);
        long id = steps.insert(past.form(), TargetRows.Ties.NONE, past.proposedBy()).id();
        accept(id, past.acceptedBy());
        report(id, past.reports());
        if (!past.parts().isEmpty()) breakDown(id, past);
        return 1 + past.parts().size();
    }

    private void breakDown(long id, PastTarget past) {
        Target whole = rows.lock(id);
        Map<String, String> values = new HashMap<>();
        for (PastTarget.Part part : past.parts()) {
            values.put("value-" + part.code(), part.value());
            if (part.weightPct() != null) values.put("weight-" + part.code(), part.weightPct().toPlainString());
        }
        Parts none = new Parts(whole, List.of());
        var form = new PartsForm("loaded/" + id, values);
        Map<String, String> faults = form.faults(none, steps.offered(none));
        if (!faults.isEmpty()) throw new IllegalArgumentException("TG27 the parts of a target have faults: " + faults);
        for (Target made : steps.breakDown(none, form, past.proposedBy())) {
            String unit = made.memberUnit();
            PastTarget.Part part = past.parts().stream()
                    .filter(one -> one.code().equals(unit == null ? made.region() : unit))
                    .findFirst()
                    .orElseThrow();
            accept(made.id(), part.acceptedBy());
            report(made.id(), part.reports());
        }
    }

    private void accept(long id, @Nullable Signature by) {
        if (by != null) steps.move(rows.lock(id), Verb.ACCEPT, "", by);
    }

    private void report(long id, List<PastTarget.Report> reports) {
        for (PastTarget.Report report : reports) steps.report(rows.lock(id), report.form(), report.by());
    }
}
