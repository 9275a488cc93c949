package org.diaodu.sample.load;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.diaodu.sample.Books;
import org.diaodu.sample.Plant;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.returns.ReturnRow;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;

/** The made-up province in the platform's own terms: units, register entries, returns. */
public final class SampleOffice {
    private static final YearMonth MONTH = YearMonth.of(2022, 3);

    private SampleOffice() {}

    /** The bureaus of the province, its cities and counties. */
    public static void makeUnits(Units units) {
        Regions regions = Regions.bundled();
        Region province = regions.get(SampleUser.PROVINCE);
        units.create(province.code(), province.name(), Unit.Level.PROVINCE, null);
        for (Region city : regions.children(province.code(), MONTH)) {
            units.create(city.code(), city.name(), Unit.Level.PREFECTURE, province.code());
            for (Region county : regions.children(city.code(), MONTH)) {
                units.create(county.code(), county.name(), Unit.Level.COUNTY, city.code());
            }
        }
    }

    public static List<RegisterEntry> register(Collection<Plant> plants) {
        return plants.stream().map(SampleRegister::entry).toList();
    }

    /** The right return of an enterprise for a slot. */
    public static ReturnRow row(Books books, int slot) {
        return SampleReturns.row(books, slot);
    }
}
