package org.diaodu.server.rulebook;

import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;

/** Who may do what to rules: the province's analysts edit, its analysts and leaders approve what others wrote. */
public final class RuleRights {

    private RuleRights() {}

    public static boolean mayEdit(Caller caller) {
        return caller.isSystem() || caller.has(Role.ANALYST) && isProvince(caller);
    }

    public static boolean mayApprove(Caller caller) {
        return (caller.has(Role.ANALYST) || caller.has(Role.LEADER)) && isProvince(caller);
    }

    /** Whether this person may approve this draft, or this withdrawal: by role, and because it is not their own work. */
    public static boolean mayApprove(Caller caller, Edition edition) {
        boolean own = edition.state() == Edition.State.PUBLISHED
                ? caller.name().equals(edition.trail().withdrawalAskedBy())
                : edition.trail().isHandOf(caller.name());
        return mayApprove(caller) && !own;
    }

    static void requireEdit() {
        if (!mayEdit(Callers.current())) {
            throw new Denied("RB01", "规则由省级运行监测人员编辑。", "Rules are edited by the province's analysts.");
        }
    }

    static void requireProvince() {
        if (!mayApprove(Callers.current())) {
            throw new Denied(
                    "RB02", "规则由省级运行监测人员或领导批准。", "Rules are approved by the province's analysts and leaders.");
        }
    }

    static void requireApproval(Edition edition) {
        requireProvince();
        if (!mayApprove(Callers.current(), edition)) {
            throw new Denied(
                    "RB03",
                    "您起草、修改或提交过这一版，不能由您批准；请另一人批准。",
                    "You wrote, changed or proposed this, so somebody else has to approve it.");
        }
    }

    private static boolean isProvince(Caller caller) {
        Unit unit = caller.unit();
        return unit != null && unit.level() == Unit.Level.PROVINCE;
    }
}
