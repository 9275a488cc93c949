package org.diaodu.server.appeals;

import java.util.List;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.Step;

/** Who may do what to an appeal. What they may see is decided by the database. */
final class AppealRights {

    private AppealRights() {}

    /**
     * The enterprise itself; for it whoever looks after it, and the dispatcher of its region.
     *
     * @param looksAfter whether the caller looks after the enterprise now
     */
    static boolean mayRaise(Caller caller, long enterprise, String region, boolean looksAfter) {
        return caller.isSystem()
                || isClerkOf(caller, enterprise)
                || looksAfter
                || (caller.has(Role.DISPATCHER) && caller.scope().allows(region));
    }

    static void requireRaise(Caller caller, Appeal.Raiser raiser, boolean looksAfter) {
        if (!mayRaise(caller, raiser.enterpriseId(), raiser.region(), looksAfter)) {
            throw new Denied(
                    "AP30",
                    "您不能为“" + raiser.name() + "”提诉求：须由企业本身、现在的包联人或所在地工业专班提出。可以把情况转告其包联人。",
                    "You may not raise an appeal for " + raiser.name()
                            + ": that is for the enterprise, whoever looks after it now, or the dispatcher of its region."
                            + " Maybe tell whoever looks after it.");
        }
    }

    static boolean may(Caller caller, Appeal one, Step step) {
        if (caller.isSystem()) return true;
        return switch (step) {
            case RAISED -> false;
            case TAKEN, DISPUTED, REPLIED, ASKED, EXTENSION_ASKED, RESOLVED, CLOSED -> works(caller, one);
            case ANSWERED, REOPENED -> isClerkOf(caller, one) || works(caller, one);
            case REROUTED, EXTENSION_APPROVED, EXTENSION_REFUSED -> decides(caller, one);
            case WITHDRAWN -> isClerkOf(caller, one);
        };
    }

    /** The officer of the unit that has it, and the dispatcher of its level or above. */
    static boolean works(Caller caller, Appeal one) {
        return caller.isSystem()
                || (caller.has(Role.OFFICER) && one.unit().equals(caller.memberUnit()))
                || (caller.has(Role.DISPATCHER) && leads(caller, one.region(), one.level()));
    }

    /** The dispatcher or the leader of its level or above. */
    static boolean decides(Caller caller, Appeal one) {
        boolean role = caller.has(Role.DISPATCHER) || caller.has(Role.LEADER);
        return caller.isSystem() || (role && leads(caller, one.region(), one.level()));
    }

    /** Those who work on it, and the officers of units that help. */
    static boolean mayNote(Caller caller, Appeal one) {
        String own = caller.memberUnit();
        return works(caller, one)
                || (caller.has(Role.OFFICER)
                        && own != null
                        && List.copyOf(one.helpers()).contains(own));
    }

    /** The enterprise, and those who may have to call it. */
    static boolean seesContact(Caller caller, long enterprise, String region, Unit.Level level, String unit) {
        return caller.isSystem()
                || isClerkOf(caller, enterprise)
                || (caller.has(Role.OFFICER) && unit.equals(caller.memberUnit()))
                || (caller.has(Role.DISPATCHER) && leads(caller, region, level));
    }

    static boolean isClerkOf(Caller caller, Appeal one) {
        return isClerkOf(caller, one.raiser().enterpriseId());
    }

    static boolean isClerkOf(Caller caller, long enterprise) {
        Long own = caller.enterpriseId();
        return caller.has(Role.CLERK) && own != null && own == enterprise;
    }

    private static boolean leads(Caller caller, String region, Unit.Level level) {
        return caller.unit() != null
                && caller.scope().allows(region)
                && caller.unit().level().compareTo(level) <= 0;
    }

    static void require(boolean allowed, String zh, String en) {
        if (!allowed) {
            throw new Denied(
                    "AP21",
                    "您不能“" + zh + "”：须由企业本身、承办单位经办，或本级以上专班、领导办理，各司其职。",
                    "You may not take the step \"" + en
                            + "\": it is for the enterprise itself, the unit's officer, or the dispatcher or leader of the level.");
        }
    }
}
