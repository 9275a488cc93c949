package org.diaodu.server.testing;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.SignedInUsers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.access.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Units of one province, two cities and three counties (230000; 230100 with 230102 and 230103; 230200 with 230202), and
 * in each of them one user per role, named {@code <role>-<unit>}: analyst-230100, system-admin-230000 … and a user to
 * whom administrators do things, {@code subject-<unit>}. Each has two member units, {@code GX-<unit>}, for which its
 * officer works, and {@code JT-<unit>}.
 */
@TestComponent
public class TestProvince {

    public static final String PASSWORD = "harvest-crane-47";
    public static final String PROVINCE = "230000";
    public static final String CITY = "230100";
    public static final String OTHER_CITY = "230200";
    public static final String COUNTY = "230102";
    public static final String SIBLING_COUNTY = "230103";

    private static final Map<String, String> CITIES = Map.of("230100", "哈尔滨市", "230200", "齐齐哈尔市");
    private static final Map<String, String> COUNTIES = Map.of("230102", "道里区", "230103", "南岗区", "230202", "龙沙区");

    private final Units units;
    private final MemberUnits memberUnits;
    private final Users users;
    private final SignedInUsers signedIn;
    private final Map<String, Long> ids = new ConcurrentHashMap<>();
    private boolean found;

    TestProvince(Units units, MemberUnits memberUnits, Users users, SignedInUsers signedIn) {
        this.units = units;
        this.memberUnits = memberUnits;
        this.users = users;
        this.signedIn = signedIn;
    }

    synchronized void found() {
        if (found) return;
        AsSystem.run("test province", () -> {
            unit(PROVINCE, "黑龙江省", Unit.Level.PROVINCE, null);
            CITIES.forEach((code, name) -> unit(code, name, Unit.Level.PREFECTURE, PROVINCE));
            COUNTIES.forEach((code, name) -> unit(code, name, Unit.Level.COUNTY, code.substring(0, 4) + "00"));
        });
        found = true;
    }

    /** Makes a clerk of this enterprise named {@code clerk-<enterprise>}, once. */
    public String clerk(long enterprise, String county) {
        String name = "clerk-" + enterprise;
        ids.computeIfAbsent(name, n -> make(n, Role.CLERK, county, enterprise));
        return name;
    }

    public long id(String user) {
        Long id = ids.get(user);
        if (id == null) throw new IllegalArgumentException("no test user \"" + user + "\", there are " + ids.keySet());
        return id;
    }

    /** What their session would hold. */
    public Authentication authentication(String user) {
        return signedIn.authentication(id(user));
    }

    RequestPostProcessor signedIn(String user) {
        return SecurityMockMvcRequestPostProcessors.authentication(authentication(user));
    }

    public <T> T as(String user, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication(user));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private void unit(String code, String name, Unit.Level level, @Nullable String parent) {
        units.create(code, name, level, parent);
        memberUnits.create(new MemberUnit("GX-" + code, name + "工信部门", code, false, "工信"));
        memberUnits.create(new MemberUnit("JT-" + code, name + "交通部门", code, false, "交通"));
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.CLERK))) {
            String user = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + code;
            ids.put(user, make(user, role, code, null));
        }
        String subject = "subject-" + code;
        ids.put(subject, make(subject, Role.LEADER, code, null));
    }

    private long make(String user, Role role, String unit, @Nullable Long enterprise) {
        String memberUnit = role == Role.OFFICER ? "GX-" + unit : null;
        var made = new Users.NewUser(user, user, PASSWORD, Set.of(role), unit, enterprise, memberUnit, false);
        return AsSystem.call("test province", () -> users.create(made));
    }
}
