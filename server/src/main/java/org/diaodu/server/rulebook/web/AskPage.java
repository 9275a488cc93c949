package org.diaodu.server.rulebook.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.book.CaseHeading;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.rulebook.AnswerText;
import org.diaodu.server.rulebook.CaseAnswer;
import org.diaodu.server.rulebook.CaseReasons;
import org.diaodu.server.rulebook.Edition;
import org.diaodu.server.rulebook.Population;
import org.diaodu.server.rulebook.Populations;
import org.diaodu.server.rulebook.Populations.Member;
import org.diaodu.server.rulebook.Rulebook;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks a rule for one case or one enterprise; the address holds the whole question. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
class AskPage {

    private static final String PREFIX = "in.";

    private final Rulebook rulebook;
    private final Populations populations;
    private final BusinessClock clock;

    AskPage(Rulebook rulebook, Populations populations, BusinessClock clock) {
        this.rulebook = rulebook;
        this.populations = populations;
        this.clock = clock;
    }

    @GetMapping("/rules/{rule}/ask")
    String ask(
            @PathVariable String rule,
            @RequestParam Map<String, String> asked,
            @ModelAttribute("page") PageContext page,
            Model model) {
        LocalDate day = RuleQuery.day(asked.getOrDefault("day", ""), clock.today());
        String version = asked.getOrDefault("version", "");
        Edition edition = version.matches("\\d{1,18}")
                ? rulebook.edition(rule, Long.parseLong(version))
                : rulebook.asOf(rule, day);
        try {
            model.addAttribute("asked", answered(edition, day, asked, page));
        } catch (RuleFault fault) {
            throw Problem.conflict(fault.code(), fault.chinese(), fault.english());
        }
        return "rules/ask";
    }

    private Asked answered(Edition edition, LocalDate day, Map<String, String> asked, PageContext page) {
        RuleVersion read = edition.version();
        List<CaseHeading> headings = CaseHeading.ofInputs(read.model());
        Population population = populations.of(edition.rule());
        String enterprise = asked.getOrDefault("enterprise", "").strip();
        Map<String, String> typed = new LinkedHashMap<>();
        headings.forEach(heading -> typed.put(heading.heading(), asked.getOrDefault(PREFIX + heading.heading(), "")));
        if (population != null && !enterprise.isEmpty()) {
            Member member = populations.member(population, clock.today(), enterprise);
            List<String> faults = member == null ? List.of(page.text("rb.ask.noEnterprise", enterprise)) : List.of();
            if (member != null) {
                member.inputs().forEach((name, value) -> typed.put(name, value == null ? "" : AnswerText.of(value)));
            }
            CaseAnswer answer = member == null ? null : CaseReasons.of(read, member.inputs());
            return new Asked(edition, day, headings, typed, population, enterprise, member, faults, answer);
        }
        boolean question = asked.containsKey("asked");
        CaseReasons.Typed values = CaseReasons.read(read, typed);
        List<String> faults = !question ? List.of() : page.isEnglish() ? values.en() : values.zh();
        CaseAnswer answer = question && faults.isEmpty() ? CaseReasons.of(read, values.inputs()) : null;
        return new Asked(edition, day, headings, typed, population, "", null, faults, answer);
    }
}
