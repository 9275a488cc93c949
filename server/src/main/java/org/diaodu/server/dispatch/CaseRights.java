package org.diaodu.server.dispatch;

import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;

/** Who may do what to a case. What they may see is decided by the database. */
final class CaseRights {

    private CaseRights() {}

    static boolean mayOpen(Caller caller) {
        return caller.isSystem() || caller.has(Role.DISPATCHER);
    }

    /** The dispatcher of the leading level or above, and the lead unit's officer. */
    static boolean mayPlan(Caller caller, DispatchCase one) {
        return caller.isSystem()
                || (caller.has(Role.DISPATCHER) && leads(caller, one))
                || (caller.has(Role.OFFICER) && one.leadUnit().equals(caller.memberUnit()));
    }

    /** The dispatcher or the leader of the leading level or above. */
    static boolean mayDecide(Caller caller, DispatchCase one) {
        boolean role = caller.has(Role.DISPATCHER) || caller.has(Role.LEADER);
        return caller.isSystem() || (role && leads(caller, one));
    }

    /** Those who plan, and the officer of the measure's owner. */
    static boolean mayReport(Caller caller, DispatchCase one, Measure measure) {
        return caller.isSystem()
                || (caller.has(Role.DISPATCHER) && leads(caller, one))
                || (caller.has(Role.OFFICER) && measure.ownerUnit().equals(caller.memberUnit()));
    }

    /** Those who plan or decide, while the case is open. */
    static boolean mayAttach(Caller caller, DispatchCase one) {
        return !one.state().isSignedOff() && (mayPlan(caller, one) || mayDecide(caller, one));
    }

    /** Those who report on the measure or plan it, while the case is open. */
    static boolean mayAttach(Caller caller, DispatchCase one, Measure measure) {
        return !one.state().isSignedOff() && (mayPlan(caller, one) || mayReport(caller, one, measure));
    }

    static boolean may(Caller caller, DispatchCase one, Verb verb) {
        return verb.decides() ? mayDecide(caller, one) : mayPlan(caller, one);
    }

    static void require(boolean allowed, String zh, String en) {
        if (!allowed) {
            throw new Denied(
                    "DC20",
                    "您不能" + zh + "：须由牵头层级的专班、领导或责任单位经办办理。",
                    "You may not " + en
                            + ": that is for the dispatcher or leader of the leading level, or the unit's officer.");
        }
    }

    private static boolean leads(Caller caller, DispatchCase one) {
        return caller.unit() != null
                && caller.scope().allows(one.region())
                && caller.unit().level().compareTo(one.level()) <= 0;
    }
}
