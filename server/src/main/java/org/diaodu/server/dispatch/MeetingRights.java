package org.diaodu.server.dispatch;

import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;

/** Who may do what to a meeting. What they may see is decided by the database. */
final class MeetingRights {

    private MeetingRights() {}

    /** The dispatcher of the government whose task force meets, or of one above. */
    static boolean mayPrepare(Caller caller, String region) {
        return caller.isSystem()
                || (caller.has(Role.DISPATCHER) && caller.scope().allows(region));
    }

    /** Only who is in the chair. */
    static boolean mayChair(Caller caller, Meeting meeting) {
        return caller.isSystem()
                || (caller.name().equals(meeting.chair()) && caller.scope().allows(meeting.region()));
    }

    static void requirePrepare(Caller caller, String region) {
        if (!mayPrepare(caller, region)) {
            throw new Denied(
                    "DM20", "会议由本级或上级工业专班准备，您不能修改。", "A meeting is prepared by the dispatcher of its level or above.");
        }
    }

    static void requireChair(Caller caller, Meeting meeting) {
        if (!mayChair(caller, meeting)) {
            throw new Denied(
                    "DM21",
                    "开会和结束由主持人 " + meeting.chairName() + " 办理。",
                    "Only the chair, " + meeting.chairName() + ", holds and closes the meeting.");
        }
    }
}
