package org.diaodu.server.briefs;

import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;

/** Who may do what to briefs: a unit's analysts write and issue, its leaders issue. What is seen is decided by the database. */
final class BriefRights {

    private BriefRights() {}

    static boolean mayWrite(Caller caller, String region) {
        return caller.has(Role.ANALYST) && isOwn(caller, region);
    }

    /** Whether this person may issue this brief: by role, and, where the house wants so, because it is not their own work. */
    static boolean mayIssue(Caller caller, Issue issue, boolean secondPerson) {
        boolean entitled = (caller.has(Role.ANALYST) || caller.has(Role.LEADER)) && isOwn(caller, issue.region());
        return entitled && !(secondPerson && issue.hands().contains(caller.name()));
    }

    static void requireWriting(String region) {
        if (!mayWrite(Callers.current(), region)) {
            throw new Denied("BR21", "简报由本级运行监测人员编写", "A brief is written by its unit's analysts");
        }
    }

    static void requireIssuing(Issue issue, boolean secondPerson) {
        if (mayIssue(Callers.current(), issue, secondPerson)) return;
        if (secondPerson && issue.hands().contains(Callers.current().name())) {
            throw new Denied(
                    "BR22", "本单位的简报由未参与编写的人签发，请另一人签发", "Here a brief is issued by somebody who did not write it");
        }
        throw new Denied("BR23", "简报由本级运行监测人员或领导签发", "A brief is issued by its unit's analysts and leaders");
    }

    private static boolean isOwn(Caller caller, String region) {
        return caller.unit() != null && caller.unit().code().equals(region);
    }
}
