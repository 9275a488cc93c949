package org.diaodu.server.supply.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.supply.Letter;
import org.diaodu.server.supply.LetterState;
import org.diaodu.server.supply.Report;
import org.diaodu.server.supply.SupplyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a letter's page shows.
 *
 * @param report what a letter out is about; null for one from another province
 * @param sender the office that signs a letter out
 * @param units those a letter from another province may be given to
 * @param unit the name of the one it was given to last; "" for none
 */
public record LetterView(
        Letter letter,
        @Nullable Report report,
        String sender,
        List<SupplyEvent> timeline,
        Set<LetterState.Verb> verbs,
        List<MemberUnit> units,
        String unit,
        LocalDate today,
        Typed typed,
        @Nullable Integer stale,
        @Nullable Explanation refused) {

    public SupplyEvent last() {
        return timeline.getLast();
    }

    /** The day as letters write it: 2022年4月25日. */
    public static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
