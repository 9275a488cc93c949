package org.diaodu.sample.load;

import java.util.Map;
import org.diaodu.sample.Plant;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Units;
import org.diaodu.server.access.Users;
import org.springframework.stereotype.Component;

/** The bureaus of the province, its cities and counties, and one user for each role. */
@Component
class UnitsAndUsers {
    private final Units units;
    private final MemberUnits memberUnits;
    private final Users users;

    UnitsAndUsers(Units units, MemberUnits memberUnits, Users users) {
        this.units = units;
        this.memberUnits = memberUnits;
        this.users = users;
    }

    void makeUnits() {
        SampleOffice.makeUnits(units);
        SampleDispatch.memberUnits().forEach(memberUnits::create);
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
                    user.memberUnit(),
                    false));
        }
    }
}
