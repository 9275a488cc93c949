package org.diaodu.server.policies.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.diaodu.rules.files.Language;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.offer.PolicyAnswers.Asked;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.Registered;
import org.springframework.stereotype.Component;

/** Who is asked about, on which day and in which language, as addresses and assistants say it. */
@Component
class Asking {

    private final BusinessClock clock;
    private final Enterprises enterprises;

    Asking(BusinessClock clock, Enterprises enterprises) {
        this.clock = clock;
        this.enterprises = enterprises;
    }

    /** Throws a 403 for whoever has no business with policies of enterprises. */
    static void requireRight() {
        Caller caller = Callers.current();
        if (!caller.has(Role.CLERK)
                && !caller.has(Role.ANALYST)
                && !caller.has(Role.LEADER)
                && !caller.has(Role.POLICY)) {
            throw new Denied(
                    "PE05", "您的账号看不到企业的政策。", "Your account does not see policies of enterprises. Maybe use another.");
        }
    }

    /** The caller's own enterprise. */
    static long own() {
        Long own = Callers.current().enterpriseId();
        if (own == null) {
            throw new Denied("PE06", "您的账号没有对应的企业。", "Your account belongs to no enterprise.");
        }
        return own;
    }

    /**
     * The number of an enterprise by its number or credit code; the caller's own where nothing is said. Whether it may be seen
     * is found out by whoever reads it.
     */
    long enterprise(String given) {
        if (given.isBlank()) {
            Long own = Callers.current().enterpriseId();
            if (own != null) return own;
            throw Problem.badRequest(
                    "PE07",
                    "请用 enterprise 说明是哪一家企业：编号或统一社会信用代码。",
                    "Say by enterprise which one is meant: its number or its credit code.");
        }
        if (given.matches("\\d{1,15}")) return Long.parseLong(given);
        return Optional.ofNullable(enterprises
                        .byCreditCode(List.of(given.strip()), YearMonth.from(clock.today()))
                        .get(given.strip()))
                .map(Registered::id)
                .orElseThrow(() -> Problem.notFound(
                        "PE01",
                        "名录里没有统一社会信用代码 " + given + "，或它不在您的范围内。",
                        "There is no enterprise " + given + " in the list, or it is outside your own."));
    }

    /** The business day and Chinese where nothing else is asked for. */
    Asked asked(String day, String lang) {
        return new Asked(day(day), lang.equals("en") ? Language.EN : Language.ZH);
    }

    LocalDate day(String given) {
        try {
            return given.isBlank() ? clock.today() : LocalDate.parse(given.strip());
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    "PE08",
                    "“" + given + "”不是日期，请写作 2022-04-25。",
                    "\"" + given + "\" is no date. Maybe write 2022-04-25.");
        }
    }
}
