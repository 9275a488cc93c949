package org.diaodu.server.whitelist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps of an entry, one at a time for each: the state, its event and its audit row commit together. */
@Component
@Transactional
public class EntrySteps {

    static final int LONGEST = 4_000;

    private final EntryRows rows;
    private final EntryTimeline timeline;
    private final WhiteListProperties limits;
    private final BusinessClock clock;
    private final Notices notices;
    private final Addressees addressees;

    EntrySteps(
            EntryRows rows,
            EntryTimeline timeline,
            WhiteListProperties limits,
            BusinessClock clock,
            Notices notices,
            Addressees addressees) {
        this.rows = rows;
        this.timeline = timeline;
        this.limits = limits;
        this.clock = clock;
        this.notices = notices;
        this.addressees = addressees;
    }

    /** Applies for the clerk's own enterprise; a form that is sent again gives the entry it made. */
    public Outcome apply(Application asked) {
        Caller caller = Callers.current();
        WhiteListRights.require(WhiteListRights.mayApply(caller), "申请列入白名单", "apply");
        Optional<WhiteListEntry> before = rows.ofForm(asked.key());
        if (before.isPresent()) return new Outcome.Done(before.get().number());
        Map<String, String> faults = faults(asked);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        WhiteListEntry.Subject subject = subject(Objects.requireNonNull(caller.enterpriseId()));
        var wanted = new EntryRows.Wanted(
                subject,
                Kind.valueOf(asked.kind()),
                Unit.Level.valueOf(asked.level()),
                asked.grounds().strip(),
                asked.key().isBlank() ? null : asked.key());
        Signature by = timeline.signature();
        Optional<String> made = insert(wanted, by);
        if (made.isEmpty()) {
            Optional<WhiteListEntry> twin = rows.ofForm(asked.key());
            if (twin.isPresent()) return new Outcome.Done(twin.get().number());
            throw alreadyThere(subject, wanted.kind());
        }
        String number = made.get();
        notices.tell(
                dispatchers(subject.region(), wanted.level()),
                new Telling(
                        "white-list/" + number + "/applied",
                        "white-list",
                        subject.name() + "申请列入" + wanted.kind().zh() + "白名单",
                        wanted.grounds(),
                        "/whitelist/" + number));
        return new Outcome.Done(number);
    }

    /** Makes an entry signed by whoever applied; empty where there is one already. For loading as well. */
    Optional<String> insert(EntryRows.Wanted wanted, Signature by) {
        Optional<String> made = rows.insert(wanted, by);
        made.ifPresent(number -> {
            WhiteListEntry entry = rows.lock(number);
            timeline.add(entry, "APPLY", entry.state(), wanted.grounds(), by);
        });
        return made;
    }

    /**
     * Takes one step on the version the caller saw.
     *
     * @param from first day of the validity, for granting, and {@code until} the last, as typed
     * @param words the reason
     * @throws StepRefused where the verb is not possible as the entry stands
     */
    public Outcome step(String number, int version, Verb verb, String from, String until, String words) {
        WhiteListEntry entry = rows.lock(number);
        WhiteListRights.require(WhiteListRights.mayDecide(Callers.current(), entry), verb.zh(), verb.en());
        if (entry.version() != version) return new Outcome.Stale(entry.version());
        Signature by = timeline.signature();
        Validity days = days(from, until);
        EntryState after = after(entry, verb, days == null ? new Validity(clock.today(), clock.today()) : days, by);
        Map<String, String> faults = faults(verb, days, words);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        move(entry, verb, after, words, by);
        notices.tell(
                addressees.ofEnterprise(entry.subject().enterpriseId()),
                new Telling(
                        "white-list/" + number + "/" + verb.name(),
                        "white-list",
                        entry.kind().zh() + "白名单 " + number + "：" + verb.zh(),
                        verb == Verb.GRANT && days != null ? days.from() + " 至 " + days.until() + " " + words : words,
                        "/whitelist/" + number));
        return new Outcome.Done(number);
    }

    /** Takes a step of the past, signed by whoever took it; for loading. */
    void replay(String number, Verb verb, Validity days, String words, Signature by) {
        WhiteListEntry entry = rows.lock(number);
        move(entry, verb, after(entry, verb, days, by), words, by);
    }

    private void move(WhiteListEntry entry, Verb verb, EntryState after, String words, Signature by) {
        rows.move(entry, after, by);
        timeline.add(entry, verb.name(), after, words, by);
    }

    private static EntryState after(WhiteListEntry entry, Verb verb, Validity days, Signature by) {
        return switch (verb) {
            case GRANT -> entry.state().grant(by.name(), days);
            case REFUSE -> entry.state().refuse(by.name());
            case REVOKE -> entry.state().revoke();
        };
    }

    private static @Nullable Validity days(String from, String until) {
        LocalDate first = PassForm.day(from);
        LocalDate last = PassForm.day(until);
        return first == null || last == null || last.isBefore(first) ? null : new Validity(first, last);
    }

    private Map<String, String> faults(Verb verb, @Nullable Validity days, String words) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (verb == Verb.GRANT) {
            if (days == null) faults.put("until", "whitelist.fault.days");
            else if (days.isPast(clock.today())) faults.put("until", "whitelist.fault.past");
            else if (days.until().isAfter(days.from().plusDays(limits.longestDays() - 1L)))
                faults.put("until", "whitelist.fault.longest");
        }
        if (verb.needsWords() && words.isBlank()) faults.put("words", "whitelist.fault.words");
        if (words.length() > LONGEST) faults.put("words", "whitelist.fault.long");
        return faults;
    }

    private static Map<String, String> faults(Application asked) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (Kind.named(asked.kind()).isEmpty()) faults.put("kind", "whitelist.fault.kind");
        if (Arrays.stream(Unit.Level.values()).noneMatch(level -> level.name().equals(asked.level())))
            faults.put("level", "whitelist.fault.level");
        if (asked.grounds().isBlank()) faults.put("grounds", "whitelist.fault.grounds");
        if (asked.grounds().length() > LONGEST) faults.put("grounds", "whitelist.fault.long");
        return faults;
    }

    private WhiteListEntry.Subject subject(long enterprise) {
        return rows.subject(enterprise, clock.today())
                .orElseThrow(() -> Problem.conflict(
                        "WL06",
                        "本企业 " + clock.today() + " 不在名录中，不能申请；请先联系所在地工信部门。",
                        "The enterprise is not in the register on " + clock.today()
                                + ". Maybe ask the bureau of its county."));
    }

    private StepRefused alreadyThere(WhiteListEntry.Subject subject, Kind kind) {
        String number = rows.ofEnterprise(subject.enterpriseId()).stream()
                .filter(entry ->
                        entry.kind() == kind && !entry.state().possible().isEmpty())
                .map(WhiteListEntry::number)
                .findFirst()
                .orElse("");
        return new StepRefused(
                "WL07",
                "本企业已有待审核或在册的" + kind.zh() + "条目 " + number + "，请在其中办理。",
                "The enterprise has the open or valid entry " + number + " for " + kind.en() + ". Maybe go on there.");
    }

    /** The dispatchers of the level that decides; where it has none, those of the next above. */
    private List<Long> dispatchers(String region, Unit.Level level) {
        List<String> units = switch (level) {
            case PROVINCE -> List.of(region.substring(0, 2) + "0000");
            case PREFECTURE -> List.of(region.substring(0, 4) + "00", region.substring(0, 2) + "0000");
            case COUNTY -> List.of(region, region.substring(0, 4) + "00", region.substring(0, 2) + "0000");
        };
        return addressees.inCharge(Role.DISPATCHER, units);
    }
}
