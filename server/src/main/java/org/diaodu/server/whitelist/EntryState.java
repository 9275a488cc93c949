package org.diaodu.server.whitelist;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry stands on a day. A verb gives the state after it, or refuses with {@link StepRefused} and the step that can
 * be taken; docs/whitelist.md draws them.
 */
public sealed interface EntryState {

    /** Applied for by somebody; waits for somebody else's decision. */
    record Applied(String by) implements EntryState {}

    /** On the list for these days. */
    record Granted(Validity validity) implements EntryState {}

    /** Was on the list; its last day is past. Nothing is written for it, the business date alone makes it so. */
    record Expired(Validity validity) implements EntryState {}

    /** Not taken onto the list. */
    record Refused() implements EntryState {}

    /** Taken off the list before its last day. */
    record Revoked() implements EntryState {}

    /** Every name a state has in addresses, in the order of an entry's life. */
    List<String> NAMES = List.of("APPLIED", "GRANTED", "EXPIRED", "REFUSED", "REVOKED");

    /** The state stored under this name, as it stands on a day; {@code validity} is there where it was granted. */
    static EntryState of(String name, String appliedBy, @Nullable Validity validity, boolean over, LocalDate today) {
        return switch (name) {
            case "APPLIED" -> new Applied(appliedBy);
            case "REFUSED" -> new Refused();
            case "REVOKED" -> new Revoked();
            case "GRANTED" -> {
                if (validity == null) throw new IllegalArgumentException("granted without days");
                yield over || validity.isPast(today) ? new Expired(validity) : new Granted(validity);
            }
            default -> throw new IllegalArgumentException("no state \"" + name + "\"");
        };
    }

    default String name() {
        return switch (this) {
            case Applied _ -> "APPLIED";
            case Granted _ -> "GRANTED";
            case Expired _ -> "EXPIRED";
            case Refused _ -> "REFUSED";
            case Revoked _ -> "REVOKED";
        };
    }

    /** What can be done now, by whoever has the right. */
    default Set<Verb> possible() {
        return switch (this) {
            case Applied _ -> EnumSet.of(Verb.GRANT, Verb.REFUSE);
            case Granted _ -> EnumSet.of(Verb.REVOKE);
            case Expired _, Refused _, Revoked _ -> EnumSet.noneOf(Verb.class);
        };
    }

    /** Whether this person applied and so cannot decide. */
    default boolean waitsForAnybodyBut(String name) {
        return this instanceof Applied(String by) && by.equals(name);
    }

    /** Takes it onto the list for these days. */
    default EntryState grant(String by, Validity validity) {
        require(Verb.GRANT);
        requireSomebodyElse(by);
        return new Granted(validity);
    }

    default EntryState refuse(String by) {
        require(Verb.REFUSE);
        requireSomebodyElse(by);
        return new Refused();
    }

    default EntryState revoke() {
        require(Verb.REVOKE);
        return new Revoked();
    }

    /** The days for which passes may be issued. */
    default Validity requirePasses() {
        if (this instanceof Granted(Validity validity)) return validity;
        throw refused("WL03", "签发通行证", "issue a pass");
    }

    private void requireSomebodyElse(String by) {
        if (waitsForAnybodyBut(by)) {
            throw new StepRefused(
                    "WL02",
                    "该申请由您提出，须由另一人决定；您可以等待，或请有权的同事办理。",
                    "You applied for this; somebody else has to decide. Maybe ask a colleague who may.");
        }
    }

    private void require(Verb verb) {
        if (!possible().contains(verb)) throw refused("WL01", verb.zh(), verb.en());
    }

    private StepRefused refused(String code, String zh, String en) {
        return new StepRefused(
                code,
                "该条目" + zh() + "，不能“" + zh + "”；现在可以：" + Verb.zh(possible()) + "。",
                "The entry is " + en() + "; one cannot " + en + " now. Possible: " + Verb.en(possible()) + ".");
    }

    private String zh() {
        return switch (this) {
            case Applied _ -> "待审核";
            case Granted _ -> "在册";
            case Expired(Validity validity) -> "已于 " + validity.until() + " 到期";
            case Refused _ -> "未予列入";
            case Revoked _ -> "已撤销";
        };
    }

    private String en() {
        return switch (this) {
            case Applied _ -> "applied for";
            case Granted _ -> "granted";
            case Expired(Validity validity) -> "expired since " + validity.until();
            case Refused _ -> "refused";
            case Revoked _ -> "revoked";
        };
    }
}
