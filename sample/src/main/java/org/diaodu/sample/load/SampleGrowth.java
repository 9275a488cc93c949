package org.diaodu.sample.load;

import java.time.LocalDate;
import org.diaodu.sample.GrowthSetting;
import org.diaodu.sample.Province;
import org.diaodu.sample.Slots;
import org.diaodu.sample.Table;
import org.diaodu.server.cockpit.Comparators;
import org.diaodu.server.cockpit.GrowthParameter;
import org.diaodu.server.cockpit.GrowthParameters;
import org.diaodu.server.cockpit.GrowthTarget;
import org.diaodu.server.cockpit.GrowthTargets;
import org.diaodu.server.cockpit.PublishedFigure;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/** Value-added rates, price indices, published figures to compare with, and targets. */
@Component
class SampleGrowth {
    private static final String MADE_UP = "示例参数，非统计数据";

    private final GrowthParameters parameters;
    private final Comparators comparators;
    private final GrowthTargets targets;

    SampleGrowth(GrowthParameters parameters, Comparators comparators, GrowthTargets targets) {
        this.parameters = parameters;
        this.comparators = comparators;
        this.targets = targets;
    }

    void load(Province province) {
        parameters.save(GrowthSetting.all(province, Slots.lastMonths(Slots.MONTHS)).stream()
                .map(s -> new GrowthParameter(s.industry(), s.period(), s.valueAddedRate(), s.priceIndex(), MADE_UP))
                .toList());
        comparators.save(Table.read("comparators.csv").rows().stream()
                .map(row -> new PublishedFigure(
                        Period.parse(row.text("period")),
                        row.text("indicator"),
                        row.text("scope"),
                        row.number("value"),
                        row.text("source"),
                        row.text("url"),
                        LocalDate.parse(row.text("published_on"))))
                .toList());
        targets.save(Table.read("targets.csv").rows().stream()
                .map(row -> new GrowthTarget(
                        Integer.parseInt(row.text("year")), row.text("unit"), row.number("value"), "示例目标，非正式下达"))
                .toList());
    }
}
