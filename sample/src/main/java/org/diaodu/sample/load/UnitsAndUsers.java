package org.diaodu.sample.load;

import java.util.Map;
import org.diaodu.sample.Plant;
import org.diaodu.server.access.Units;
import org.diaodu.server.access.Users;
import org.springframework.stereotype.Component;

/** The bureaus of the province, its cities and counties, and one user for each role. */
@Component
class UnitsAndUsers {
    private final Units units;
    private final Users users;

    UnitsAndUsers(Units units, Users users) {
        this.units = units;
        this.users = users;
    }

    void makeUnits() {
        SampleOffice.makeUnits(units);
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
}
