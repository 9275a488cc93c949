package org.diaodu.server.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** For a role and a relation: who asks, and what stands for {unit}, {enterprise} and {period} in the request. */
@TestComponent
public class RouteTargets {

    /** Where the thing asked for lies, seen from who asks. */
    public enum Relation {
        OWN,
        CHILD,
        SIBLING,
        PARENT
    }

    /** Somebody and what they ask for; user "" is not signed in. */
    public record Target(String user, Map<String, String> values) {}

    private static final Map<String, Map<Relation, String>> UNITS = Map.of(
            "230000", Map.of(Relation.OWN, "230000", Relation.CHILD, "230100"),
            "230100",
                    Map.of(
                            Relation.OWN, "230100",
                            Relation.CHILD, "230102",
                            Relation.SIBLING, "230200",
                            Relation.PARENT, "230000"),
            "230102", Map.of(Relation.OWN, "230102", Relation.SIBLING, "230103", Relation.PARENT, "230100"));

    private final TestProvince province;
    private final TestEnterprises enterprises;

    RouteTargets(TestProvince province, TestEnterprises enterprises) {
        this.province = province;
        this.enterprises = enterprises;
    }

    /** Makes what the requests ask for; safe to repeat. */
    public void prepare() {
        enterprises.make();
        province.clerk(9_102, "230102");
    }

    public List<Target> of(String role, Relation relation) {
        var targets = new ArrayList<Target>();
        UNITS.forEach((unit, related) -> {
            String wanted = related.get(relation);
            if (wanted == null) return;
            if (role.equals("nobody")) {
                if (unit.equals("230102")) targets.add(new Target("", values(wanted)));
            } else if (role.equals("CLERK")) {
                if (unit.equals("230102")) targets.add(new Target("clerk-9102", values(wanted)));
            } else {
                targets.add(new Target(role.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + unit, values(wanted)));
            }
        });
        return targets;
    }

    /** An enterprise has the number 9000 + the last three digits of its county; 9100 stands for one in 230103. */
    private Map<String, String> values(String unit) {
        return Map.of(
                "unit",
                unit,
                "period",
                "2022-03",
                "enterprise",
                "" + (9_000 + Long.parseLong(unit) % 1_000),
                "user",
                "" + province.id("subject-" + unit));
    }
}
