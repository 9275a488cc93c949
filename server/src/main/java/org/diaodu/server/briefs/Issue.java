package org.diaodu.server.briefs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.brief.Fact;
import org.diaodu.bulletin.brief.Masthead;
import org.diaodu.bulletin.brief.Template;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * A brief of a unit.
 *
 * @param region code of the unit
 * @param template its own wording
 * @param facts the figures as they stood when they were taken
 * @param figures the version of the figures
 * @param number 2022年第4期; null until it is issued
 * @param hands everybody who made, changed or proposed it, by the names they sign in with
 * @param version increases with every change
 */
public record Issue(
        long id,
        String region,
        Audience audience,
        Period period,
        String name,
        String issuer,
        String template,
        Map<String, Fact> facts,
        String title,
        String figures,
        boolean provisional,
        State state,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        String changedBy,
        Instant changedAt,
        List<String> hands,
        @Nullable String issuedBy,
        int version) {

    /** Where a brief stands. */
    public enum State {
        DRAFT,
        PROPOSED,
        ISSUED
    }

    /** The brief as it is printed, and what its template asks for in vain. */
    public Template.Written written() {
        return Template.of(template).write(masthead(), facts);
    }

    private Masthead masthead() {
        LocalDate day = issuedOn;
        return new Masthead(
                name,
                number == null ? "（草稿）" : number,
                issuer,
                day == null ? "" : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
                audience.mark());
    }

    public boolean isIssued() {
        return state == State.ISSUED;
    }
}
