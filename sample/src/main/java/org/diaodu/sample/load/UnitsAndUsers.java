package org.diaodu.sample.load;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.diaodu.sample.Plant;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.access.Users;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.springframework.stereotype.Component;

/** The bureaus of the province, its cities and counties, and one user for each role. */
@Component
class UnitsAndUsers {
    private static final YearMonth MONTH = YearMonth.of(2022, 3);

    private final Units units;
    private final Users users;

    UnitsAndUsers(Units units, Users users) {
        this.units = units;
        this.users = users;
    }

    void makeUnits() {
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

    /** A clerk is given the first enterprise of the unit that the list of enterprises with a clerk names. */
    void makeUsers(Map<String, Plant> clerkOf, Map<String, Long> idByCreditCode) {
        for (SampleUser user : SampleUser.ALL) {
            Plant own = user.clerk() ? clerkOf.get(user.unit()) : null;
            if (user.clerk() && own == null) {
                continue;
            }
            users.create(new Users.NewUser(
                    user.name(),
                    user.displayName(),
                    SampleUser.PASSWORD,
                    user.roles(),
                    user.unit(),
                    own == null ? null : idByCreditCode.get(own.creditCode()),
                    false));
        }
    }

    static List<SampleUser> all() {
        return SampleUser.ALL;
    }
}
