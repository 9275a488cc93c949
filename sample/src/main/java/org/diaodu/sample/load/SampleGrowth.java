package org.diaodu.sample.load;

import java.time.LocalDate;
import org.diaodu.sample.GrowthSetting;
import org.diaodu.sample.Province;
import org.diaodu.sample.Slots;
import org.diaodu.sample.Table;
import org.diaodu.server.cockpit.Comparators;
import org.diaodu.server.cockpit.GrowthParameter;
import org.diaodu.server.cockpit.GrowthParameters;
import org.diaodu.server.cockpit.PublishedFigure;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/** Value-added rates, price indices and published figures to compare with. */
@Component
class SampleGrowth {
    private static final String MADE_UP = "示例参数，非统计数据";

    private final GrowthParameters parameters;
    private final Comparators comparators;

    SampleGrowth(GrowthParameters parameters, Comparators comparators) {
        this.parameters = parameters;
        this.comparators = comparators;
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
    }
}
