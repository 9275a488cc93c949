package org.diaodu.server.supply;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.springframework.stereotype.Component;

/** Tells those whose turn it is after a step, and the enterprise what became of its report. */
@Component
class SupplyNews {

    private static final int LONGEST = 200;

    private final Addressees addressees;
    private final Notices notices;

    SupplyNews(Addressees addressees, Notices notices) {
        this.addressees = addressees;
        this.notices = notices;
    }

    /** A report was made, or came back from the enterprise: the county confirms it, or the next above that has a dispatcher. */
    void reported(Report report, int version) {
        Facts facts = report.facts();
        tell(
                onTheSpot(report),
                report,
                version,
                report.subject().name() + facts.trouble().zh() + "：" + facts.item(),
                facts.quantity() + "，还能支撑 " + facts.stockDays() + " 天");
    }

    /** A step was taken; {@code version} is the one after it. */
    void stepped(Report report, Verb verb, int version, String words) {
        String title = "上报 " + report.number() + "（" + report.facts().item() + "）：" + title(verb);
        Set<Long> accounts = new TreeSet<>(
                switch (verb) {
                    case WITHDRAW -> report.state().isWithTheProvince() ? inTheProvince(report) : onTheSpot(report);
                    default -> addressees.ofEnterprise(report.subject().enterpriseId());
                });
        if (verb == Verb.PASS_UP || verb == Verb.REPLY) accounts.addAll(inTheProvince(report));
        tell(accounts, report, version, title, words);
    }

    private void tell(Collection<Long> accounts, Report report, int version, String title, String words) {
        Set<Long> others = new TreeSet<>(accounts);
        others.remove(Callers.current().userId());
        notices.tell(
                others,
                new Telling(
                        "supply/" + report.id() + "/" + version,
                        "supply",
                        title,
                        shortened(words),
                        "/supply/" + report.number()));
    }

    /** A letter from another province was given to a unit. */
    void given(Letter letter, String unit, String words) {
        tell(addressees.ofMemberUnits(List.of(unit)), letter, "交办：" + letter.subject(), words);
    }

    /** A letter from another province was answered. */
    void answered(Letter letter, String reply) {
        tell(addressees.inCharge(Role.DISPATCHER, List.of(letter.region())), letter, "已复函：" + letter.subject(), reply);
    }

    private void tell(List<Long> accounts, Letter letter, String title, String words) {
        Set<Long> others = new TreeSet<>(accounts);
        others.remove(Callers.current().userId());
        notices.tell(
                others,
                new Telling(
                        "supply-letter/" + letter.id() + "/" + (letter.version() + 1),
                        "supply",
                        letter.provinceName() + "来函" + title,
                        shortened(words),
                        "/supply/letters/" + letter.id()));
    }

    private List<Long> onTheSpot(Report report) {
        String region = report.region();
        return addressees.inCharge(
                Role.DISPATCHER, List.of(region, region.substring(0, 4) + "00", report.ownProvince()));
    }

    private List<Long> inTheProvince(Report report) {
        return addressees.inCharge(Role.DISPATCHER, List.of(report.ownProvince()));
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST))) + "…";
    }

    private static String title(Verb verb) {
        return switch (verb) {
            case CONFIRM -> "已核实";
            case RETURN -> "已退回，请补充";
            case SUPPLEMENT -> "企业已补充";
            case PASS_UP -> "已上报省级";
            case WRITE -> "已向外省发协调函";
            case REPLY -> "对方已复函";
            case SETTLE -> "已办结";
            case WITHDRAW -> "企业已撤回";
        };
    }
}
