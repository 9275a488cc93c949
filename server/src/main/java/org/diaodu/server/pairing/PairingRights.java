package org.diaodu.server.pairing;

import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;

/** Who may do what about pairings. What they may see is decided by the database. */
final class PairingRights {

    private PairingRights() {}

    /** The dispatcher of the leader's own level or above. */
    static boolean mayManage(Caller caller, Leader leader) {
        return caller.isSystem()
                || (caller.has(Role.DISPATCHER)
                        && caller.scope().allows(leader.unit().code()));
    }

    static boolean mayManage(Caller caller) {
        return caller.isSystem() || caller.has(Role.DISPATCHER);
    }

    /** Whoever looks after the enterprise now. */
    static boolean mayServe(Caller caller, Leader leader) {
        return caller.isSystem() || isOf(caller, leader);
    }

    /** Whether the caller is this leader. */
    static boolean isOf(Caller caller, Leader leader) {
        Long account = leader.account();
        return account != null && account == caller.userId();
    }

    static void requireManage(Caller caller, Leader leader) {
        if (!mayManage(caller, leader)) {
            throw new Denied(
                    "PR01",
                    "您不能调整" + leader.titled() + "的包联：须由" + leader.unit().name() + "或上级专班办理。",
                    "You may not change the pairings of " + leader.name() + ": that is for the task force of "
                            + leader.unit().name() + " or above.");
        }
    }

    static void requireManage(Caller caller) {
        if (!mayManage(caller)) {
            throw new Denied("PR02", "您不能调整包联：须由专班办理。", "You may not change pairings: that is for the task force.");
        }
    }

    static void requireServe(Caller caller, Leader leader) {
        if (!mayServe(caller, leader)) {
            throw new Denied(
                    "PR03",
                    "您不能代记：须由包联人" + leader.titled() + "本人记录。",
                    "You may not do this for somebody else: it is for " + leader.name()
                            + ", who looks after the enterprise.");
        }
    }
}
