package org.diaodu.server.policies.delivery;

import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;
import org.diaodu.server.policies.Entitlement;

/** Who may do what on the way to the money. What they may see is decided by the database. */
final class DeliveryRights {

    private DeliveryRights() {}

    /** Matches, publishes, proposes, approves, pays: a policy officer, in the own region. */
    static boolean mayDeliver(Caller caller) {
        return caller.isSystem() || caller.has(Role.POLICY);
    }

    /** Agrees, declines, objects: the enterprise's clerk. */
    static boolean isOwn(Caller caller, Entitlement one) {
        Long own = caller.enterpriseId();
        return caller.has(Role.CLERK)
                && own != null
                && own == one.subject().id().enterprise();
    }

    static void requireOwn(Entitlement one) {
        Caller caller = Callers.current();
        if (!caller.isSystem() && !isOwn(caller, one)) {
            throw new Denied(
                    "PD22",
                    "您不能代企业表态：确认、放弃和异议须由本企业填报员提出。",
                    "You may not answer for the enterprise: that is for its own clerk.");
        }
    }

    static void requireOfficer() {
        if (!mayDeliver(Callers.current())) {
            throw new Denied(
                    "PD20",
                    "您不能办理惠企政策兑现：须由本地区惠企政策经办办理。",
                    "You may not deliver policies: that is for the policy officers of the region.");
        }
    }
}
