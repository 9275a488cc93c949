package org.diaodu.server.documents;

import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;

/** Who may do what with documents. What they may see is decided by the database. */
final class DocumentRights {

    private DocumentRights() {}

    /** Analysts and dispatchers, for documents of their own unit and those below. */
    static boolean mayWork(Caller caller) {
        return caller.isSystem() || caller.has(Role.ANALYST) || caller.has(Role.DISPATCHER);
    }

    /** Analysts and dispatchers of the province: what the reader learns holds for all of it. */
    static boolean mayTeach(Caller caller) {
        return caller.isSystem()
                || mayWork(caller) && caller.unit() != null && caller.unit().level() == Unit.Level.PROVINCE;
    }

    static void require(boolean allowed, String zh, String en) {
        if (!allowed) {
            throw new Denied(
                    "DO20",
                    "您不能" + zh + "：识读和核对由运行监测、工业专班办理，采纳更正由省级的另一人办理。",
                    "You may not " + en
                            + ": analysts and dispatchers read and look through documents, and another one of the province decides on"
                            + " corrections.");
        }
    }
}
