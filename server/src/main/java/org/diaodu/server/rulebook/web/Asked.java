package org.diaodu.server.rulebook.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.book.CaseHeading;
import org.diaodu.server.rulebook.CaseAnswer;
import org.diaodu.server.rulebook.Edition;
import org.diaodu.server.rulebook.Population;
import org.diaodu.server.rulebook.Populations.Member;
import org.jspecify.annotations.Nullable;

/**
 * A question to a version of a rule, and its answer.
 *
 * @param typed values as typed, by heading
 * @param population the enterprises it can be asked for; null where none are bound
 * @param member the enterprise that was asked for
 * @param faults what of it could not be read
 * @param answer null where nothing was asked, or it could not be read
 */
public record Asked(
        Edition edition,
        LocalDate day,
        List<CaseHeading> headings,
        Map<String, String> typed,
        @Nullable Population population,
        String enterprise,
        @Nullable Member member,
        List<String> faults,
        @Nullable CaseAnswer answer) {}
