package org.diaodu.server.supply;

import java.util.EnumSet;
import java.util.Set;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;

/** Who may do what about shortages and letters. What they may see is decided by the database. */
final class SupplyRights {

    private SupplyRights() {}

    /** The clerk, for the own enterprise. */
    static boolean mayReport(Caller caller) {
        return caller.has(Role.CLERK) && caller.enterpriseId() != null;
    }

    static boolean isClerkOf(Caller caller, Report report) {
        Long own = caller.enterpriseId();
        return caller.has(Role.CLERK) && own != null && own == report.subject().enterpriseId();
    }

    /** The verbs of the enterprise, of the dispatchers of its county, city and province, and of the province alone. */
    static boolean may(Caller caller, Report report, Verb verb) {
        return switch (verb) {
            case SUPPLEMENT, WITHDRAW -> isClerkOf(caller, report);
            case CONFIRM, PASS_UP -> leads(caller, report.region());
            case RETURN, SETTLE ->
                report.state().isWithTheProvince() ? mayWrite(caller, report.region()) : leads(caller, report.region());
            case WRITE, REPLY -> mayWrite(caller, report.region());
        };
    }

    static Set<Verb> may(Caller caller, Report report) {
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        for (Verb verb : report.state().possible()) if (may(caller, report, verb)) verbs.add(verb);
        if (!report.isAcrossProvinces()) verbs.remove(Verb.WRITE);
        return verbs;
    }

    /** Those who speak for the province: its dispatcher, and the officers of its member units. */
    static boolean mayWrite(Caller caller, String region) {
        return caller.isSystem()
                || (isOfTheProvince(caller)
                        && (caller.has(Role.DISPATCHER) || worksForAUnit(caller))
                        && caller.ownUnit().contains(region));
    }

    /** The dispatcher and, once it is given to a unit, the unit's officers; it is the dispatcher who gives it. */
    static boolean may(Caller caller, Letter letter, LetterState.Verb verb) {
        if (letter.isOut()) return false;
        boolean given = letter.state() instanceof LetterState.Given(String unit) && unit.equals(caller.memberUnit());
        return switch (verb) {
            case GIVE -> mayWrite(caller, letter.region());
            case ANSWER -> mayWrite(caller, letter.region()) || (given && caller.has(Role.OFFICER));
        };
    }

    static Set<LetterState.Verb> may(Caller caller, Letter letter) {
        Set<LetterState.Verb> verbs = EnumSet.noneOf(LetterState.Verb.class);
        for (LetterState.Verb verb : letter.state().possible()) if (may(caller, letter, verb)) verbs.add(verb);
        return verbs;
    }

    /** The enterprise, and those who may have to call it. */
    static boolean seesContact(Caller caller, long enterprise, String region) {
        Long own = caller.enterpriseId();
        return caller.isSystem()
                || (own != null && own == enterprise)
                || leads(caller, region)
                || mayWrite(caller, region);
    }

    /** Those who write letters, and the unit that has one. */
    static boolean seesContactOfLetter(Caller caller, String region, String memberUnit) {
        return mayWrite(caller, region) || memberUnit.equals(caller.memberUnit());
    }

    /** A dispatcher in whose region it lies. */
    private static boolean leads(Caller caller, String region) {
        return caller.isSystem()
                || (caller.has(Role.DISPATCHER) && caller.scope().allows(region));
    }

    private static boolean worksForAUnit(Caller caller) {
        return caller.has(Role.OFFICER) && caller.memberUnit() != null;
    }

    private static boolean isOfTheProvince(Caller caller) {
        return caller.unit() != null && caller.unit().level() == Unit.Level.PROVINCE;
    }

    static void require(boolean allowed, String zh, String en) {
        if (!allowed) {
            throw new Denied(
                    "SP20",
                    "您不能“" + zh + "”：上报、补充、撤回由本企业填报员，核实、上报省级由所在地专班，来往函由省级专班和省级成员单位办理。",
                    "You may not " + en
                            + ": the enterprise's clerk reports, the dispatchers of its county and city confirm and pass up,"
                            + " the province's dispatcher and officers write letters.");
        }
    }
}
