package org.diaodu.server.whitelist;

import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;

/** Who may do what on the white list. What they may see is decided by the database. */
final class WhiteListRights {

    private WhiteListRights() {}

    /** The clerk, for the own enterprise. */
    static boolean mayApply(Caller caller) {
        return caller.has(Role.CLERK) && caller.enterpriseId() != null;
    }

    /** Any dispatcher, for enterprises of the own region. */
    static boolean mayList(Caller caller) {
        return caller.isSystem() || caller.has(Role.DISPATCHER);
    }

    /** The dispatcher of the entry's level or above. */
    static boolean mayDecide(Caller caller, WhiteListEntry entry) {
        return caller.isSystem()
                || (caller.has(Role.DISPATCHER)
                        && caller.unit() != null
                        && caller.scope().allows(entry.region())
                        && caller.unit().level().compareTo(entry.level()) <= 0);
    }

    /** Those who decide, and the enterprise's clerk. */
    static boolean mayPass(Caller caller, WhiteListEntry entry) {
        Long own = caller.enterpriseId();
        return mayDecide(caller, entry)
                || (mayApply(caller) && own != null && own == entry.subject().enterpriseId());
    }

    static void require(boolean allowed, String zh, String en) {
        if (!allowed) {
            throw new Denied(
                    "WL20",
                    "您不能" + zh + "：须由该层级的专班，或（申请、签发通行证）由本企业填报员办理。",
                    "You may not " + en
                            + ": that is for the dispatcher of the level, or, applying and passes, for the enterprise's clerk.");
        }
    }
}
