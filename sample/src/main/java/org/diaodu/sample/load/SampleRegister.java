package org.diaodu.sample.load;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.sample.Plant;
import org.diaodu.sample.Province;
import org.diaodu.sample.Slots;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.ListChange;
import org.diaodu.server.registry.OperatingStatus;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.springframework.stereotype.Component;

/** Enters the enterprises with the months in which they came onto the list and left it. */
@Component
class SampleRegister {
    private static final YearMonth BEGINNING = YearMonth.of(2019, 1);

    private final RegisterLoading register;

    SampleRegister(RegisterLoading register) {
        this.register = register;
    }

    int load(Province province) {
        return register.load(
                province.plants().stream().map(SampleRegister::entry).toList());
    }

    static RegisterEntry entry(Plant plant) {
        YearMonth from = plant.listed() < Slots.FIRST_FILED ? BEGINNING : firstMonth(plant.listed());
        YearMonth until = plant.delisted() == Plant.NEVER ? null : firstMonth(plant.delisted());
        var attributes = new Attributes(
                from,
                until,
                plant.name(),
                plant.county(),
                plant.industry(),
                plant.size(),
                plant.ownership(),
                plant.park(),
                plant.chain(),
                plant.key(),
                OperatingStatus.OPERATING);
        var changes = new ArrayList<ListChange>();
        if (plant.started() != Plant.ALWAYS) {
            changes.add(new ListChange(ListChange.Kind.NEW_PLANT, from, "新建投产（示例）"));
        } else if (plant.listed() >= Slots.FIRST_FILED) {
            changes.add(new ListChange(ListChange.Kind.ENTRY, from, "年主营业务收入达到2000万元（示例）"));
        }
        if (until != null) {
            changes.add(new ListChange(ListChange.Kind.EXIT, until, "年主营业务收入降至2000万元以下（示例）"));
        }
        return new RegisterEntry(plant.creditCode(), null, List.of(attributes), changes);
    }

    /** January for January–February. */
    private static YearMonth firstMonth(int slot) {
        return Slots.month(slot).first();
    }
}
