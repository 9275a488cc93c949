package org.diaodu.server.returns.web;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.standards.Period;
import org.diaodu.standards.StandardsException;
import org.springframework.stereotype.Component;

/** The reporting periods pages speak about; one whose months are not over cannot be filed. */
@Component
class Periods {
    private static final int OFFERED = 26;

    private final BusinessClock clock;

    Periods(BusinessClock clock) {
        this.clock = clock;
    }

    /** The period whose returns are due now: the last one that is over. */
    Period due() {
        Period current = Period.month(YearMonth.from(clock.today())).reporting();
        return current.last().isBefore(YearMonth.from(clock.today())) ? current : current.previousReporting();
    }

    /** The period of an address; the due one when none is given. */
    Period parse(String text) {
        if (text.isBlank()) {
            return due();
        }
        Period period;
        try {
            period = Period.parse(text);
        } catch (StandardsException e) {
            throw Problem.badRequest(e.code(), e.zh(), e.en());
        }
        if (!period.isReporting()) {
            throw Problem.badRequest(
                    "RT01",
                    period.chinese() + "不是填报期，请用 " + period.reporting().chinese() + "。",
                    period.iso() + " is not a period in which returns are filed. Maybe "
                            + period.reporting().iso() + ".");
        }
        if (period.compareTo(due()) > 0) {
            throw Problem.badRequest(
                    "RT02",
                    period.chinese() + "尚未结束，不能填报；当前应报 " + due().chinese() + "。",
                    period.iso() + " is not over yet. Maybe " + due().iso() + ", which is due.");
        }
        return period;
    }

    /** Periods to choose from, newest first. */
    List<Period> offered() {
        Period due = due();
        return IntStream.range(0, OFFERED)
                .mapToObj(back -> due.plusReporting(-back))
                .toList();
    }
}
