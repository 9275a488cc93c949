package org.diaodu.server.rulebook.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.book.CaseHeading;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.rulebook.CaseAnswer;
import org.diaodu.server.rulebook.CaseReasons;
import org.diaodu.server.rulebook.Edition;
import org.diaodu.server.rulebook.Rulebook;
import org.diaodu.server.rulebook.TableGrid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules as JSON: what there is, what holds on a day, and the answer for one case with its reasons. */
@RestController
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
class RulesApi {

    private final Rulebook rulebook;
    private final BusinessClock clock;

    RulesApi(Rulebook rulebook, BusinessClock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** A rule in the list. */
    record RuleLine(
            String rule,
            String title,
            String reference,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean holds,
            int rows,
            int cases,
            boolean compiled,
            String whyNotCompiled) {}

    /** A version. */
    record Version(
            long id,
            String state,
            String title,
            String reference,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String decision,
            List<TableGrid> tables) {}

    /** An answer for one case. */
    record Answered(
            String rule,
            long version,
            LocalDate day,
            @Nullable LocalDate validFrom,
            String reference,
            CaseAnswer answer) {}

    @GetMapping(value = "/api/rules", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every rule as it stands on a day")
    List<RuleLine> rules(@RequestParam(defaultValue = "") String day) {
        return rulebook.lines(RuleQuery.day(day, clock.today())).stream()
                .map(line -> new RuleLine(
                        line.now().rule(),
                        line.now().clause().title(),
                        line.now().clause().reference(),
                        line.now().validFrom(),
                        line.now().validTo(),
                        line.holds(),
                        line.facts().rows(),
                        line.facts().cases(),
                        line.facts().compiled(),
                        line.facts().whyEn()))
                .toList();
    }

    @GetMapping(value = "/api/rules/{rule}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every version of a rule, drafts first, with its tables")
    List<Version> versions(@PathVariable String rule) {
        return rulebook.editions(rule).stream()
                .map(edition -> new Version(
                        edition.id(),
                        edition.state().name(),
                        edition.clause().title(),
                        edition.clause().reference(),
                        edition.validFrom(),
                        edition.validTo(),
                        edition.clause().decision(),
                        rulebook.tables(edition)))
                .toList();
    }

    @GetMapping(value = "/api/rules/{rule}/answer", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The answer for one case, by the version that holds on a day; inputs are parameters by their names")
    @Parameter(name = "day", in = ParameterIn.QUERY, description = "2022-03-31; the business day if left out")
    Answered answer(
            @PathVariable String rule, @Parameter(hidden = true) @RequestParam Map<String, String> given) {
        LocalDate day = RuleQuery.day(given.getOrDefault("day", ""), clock.today());
        Edition edition = rulebook.asOf(rule, day);
        try {
            RuleVersion version = edition.version();
            Map<String, String> typed = new LinkedHashMap<>();
            for (CaseHeading heading : CaseHeading.ofInputs(version.model())) {
                typed.put(heading.heading(), given.getOrDefault(heading.heading(), ""));
            }
            CaseReasons.Typed values = CaseReasons.read(version, typed);
            if (!values.en().isEmpty()) {
                throw Problem.badRequest("RB40", String.join("；", values.zh()), String.join("; ", values.en()));
            }
            return new Answered(
                    rule,
                    edition.id(),
                    day,
                    edition.validFrom(),
                    edition.clause().reference(),
                    CaseReasons.of(version, values.inputs()));
        } catch (RuleFault fault) {
            throw Problem.conflict(fault.code(), fault.chinese(), fault.english());
        }
    }
}
