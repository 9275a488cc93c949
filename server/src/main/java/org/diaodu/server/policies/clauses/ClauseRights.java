package org.diaodu.server.policies.clauses;

import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what to clauses: policy officers write those of their own unit; an officer or leader of that unit or one above,
 * who had no hand in it, publishes and ends.
 */
public final class ClauseRights {

    private ClauseRights() {}

    /** Whether they may begin a clause of their own unit at all. */
    public static boolean mayWrite(Caller caller) {
        return caller.has(Role.POLICY) && caller.unit() != null;
    }

    /** Whether they may write what this unit keeps. */
    public static boolean mayWrite(Caller caller, String home) {
        Unit unit = caller.unit();
        return mayWrite(caller) && unit != null && unit.code().equals(home);
    }

    /** Whether they see drafts of what this unit keeps. */
    public static boolean maySeeDrafts(Caller caller, String home) {
        return caller.isSystem() || mayDecide(caller, home);
    }

    /** Whether they may publish, return and end what others of this unit wrote. */
    public static boolean mayDecide(Caller caller, String home) {
        Unit unit = caller.unit();
        return (caller.has(Role.POLICY) || caller.has(Role.LEADER)) && unit != null && unit.contains(home);
    }

    /** Whether they may publish this proposal, or agree to this end: because it is not their own work. */
    public static boolean mayDecide(Caller caller, ClauseVersion version) {
        boolean own = version.state() == ClauseVersion.State.PUBLISHED
                ? caller.name().equals(version.hands().endAskedBy())
                : version.hands().isHandOf(caller.name());
        return mayDecide(caller, version.home()) && !own;
    }

    static String requireWriter() {
        Caller caller = Callers.current();
        Unit unit = caller.unit();
        if (!mayWrite(caller) || unit == null) {
            throw new Denied("PL01", "条款由惠企政策经办人员起草。", "Clauses are written by policy officers.");
        }
        return unit.code();
    }

    static void requireWriter(String home) {
        requireWriter();
        if (!mayWrite(Callers.current(), home)) {
            throw new Denied(
                    "PL02",
                    "这个条款由 " + home + " 的政策经办人员起草，您的单位不能改。建议：请该单位办理。",
                    "This clause is written by the policy officers of " + home
                            + ", not by those of your unit. Maybe ask them.");
        }
    }

    static void requireDecision(String home) {
        if (!mayDecide(Callers.current(), home)) {
            throw new Denied(
                    "PL03",
                    "条款由 " + home + " 或上级的政策经办人员、领导同意。",
                    "Clauses are published by policy officers and leaders of " + home + " or above.");
        }
    }

    static void requireDecision(ClauseVersion version) {
        requireDecision(version.home());
        if (!mayDecide(Callers.current(), version)) {
            throw new Denied(
                    "PL04",
                    "您起草、修改或提交过，不能由您同意；请另一人办理。",
                    "You wrote, changed or proposed this, so somebody else has to agree to it.");
        }
    }

    /** What of a clause's level and regions is not its unit's to give; null where all is. */
    static @Nullable String outside(String home, Facets facets) {
        int zeros = home.endsWith("0000") ? 2 : home.endsWith("00") ? 4 : 6;
        boolean level = switch (facets.level()) {
            case "NATION", "PROVINCE" -> zeros == 2;
            case "CITY" -> zeros == 4;
            default -> zeros == 6;
        };
        if (!level) {
            return "层级";
        }
        String prefix = home.substring(0, zeros);
        boolean within = facets.regions().stream().allMatch(region -> region.startsWith(prefix));
        return within ? null : "地区";
    }
}
