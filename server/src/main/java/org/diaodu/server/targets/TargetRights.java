package org.diaodu.server.targets;

import java.util.EnumSet;
import java.util.Set;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;

/** Who may do what to a target. What they may see is decided by the database. */
final class TargetRights {

    private TargetRights() {}

    /** An analyst or dispatcher of a government, or the officer of a unit. */
    static boolean mayPropose(Caller caller) {
        return caller.isSystem() || keepsLedger(caller) || worksForAUnit(caller);
    }

    /** For whom: the own government or one below it; an officer, for the own unit. */
    static boolean mayProposeFor(Caller caller, String region, String memberUnit) {
        return caller.isSystem()
                || (keepsLedger(caller) && caller.ownUnit().contains(region))
                || (worksForAUnit(caller) && memberUnit.equals(caller.memberUnit()));
    }

    static Set<Verb> may(Caller caller, Target target) {
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        for (Verb verb : target.state().possible()) if (may(caller, target, verb)) verbs.add(verb);
        return verbs;
    }

    /** Whether the verb is theirs, whatever the state: of two people it takes the second one to accept. */
    static boolean may(Caller caller, Target target, Verb verb) {
        if (caller.isSystem()) return true;
        boolean manages = manages(caller, target);
        boolean answers = answers(caller, target);
        return switch (verb) {
            case EDIT -> manages || isHand(caller, target);
            case ACCEPT -> (manages || answers) && (!isHand(caller, target) || isOfTheUnit(caller, target));
            case REPORT -> manages || answers;
            case BREAK_DOWN -> keepsLedger(caller) && (manages || answers);
            case MEET, MISS, REOPEN, REPLACE -> manages;
            case WITHDRAW, RESTORE -> manages || (isHand(caller, target) && target.acceptedBy().isEmpty());
        };
    }

    /** The government that set it out: the one that gave it, where it is part of another, else the region's own. */
    private static boolean manages(Caller caller, Target target) {
        return keepsLedger(caller)
                && caller.ownUnit().code().equals(target.parent() == null ? target.region() : target.giver());
    }

    /** Whoever answers for it: the officers of its unit, else the analysts of its region. */
    private static boolean answers(Caller caller, Target target) {
        return target.memberUnit() == null
                ? keepsLedger(caller) && caller.ownUnit().code().equals(target.region())
                : isOfTheUnit(caller, target);
    }

    private static boolean isOfTheUnit(Caller caller, Target target) {
        String unit = target.memberUnit();
        return unit != null && caller.has(Role.OFFICER) && unit.equals(caller.memberUnit());
    }

    private static boolean isHand(Caller caller, Target target) {
        return target.proposedBy().equals(caller.name());
    }

    private static boolean keepsLedger(Caller caller) {
        return (caller.has(Role.ANALYST) || caller.has(Role.DISPATCHER)) && caller.unit() != null;
    }

    private static boolean worksForAUnit(Caller caller) {
        return caller.has(Role.OFFICER) && caller.memberUnit() != null;
    }

    static void require(Caller caller, Target target, Verb verb) {
        boolean own = verb == Verb.ACCEPT && !caller.isSystem() && isHand(caller, target);
        if (own && !isOfTheUnit(caller, target) && manages(caller, target)) {
            throw new Denied(
                    "TG03",
                    "您提出的目标须由另一人确认，或由责任单位确认。",
                    "What you proposed is accepted by somebody else, or by the unit that answers for it.");
        }
        require(may(caller, target, verb), verb.zh(), verb.en());
    }

    static void require(boolean allowed, String zh, String en) {
        if (!allowed) {
            throw new Denied(
                    "TG20",
                    "您不能“" + zh + "”：本级运行监测和工业专班提出、分解、认定，责任单位确认和填报进度，下级只能办理下达给自己的目标。",
                    "You may not " + en
                            + ": the analysts and dispatchers of the level propose, break down and judge, and whoever answers"
                            + " for a target accepts it and reports on it.");
        }
    }
}
