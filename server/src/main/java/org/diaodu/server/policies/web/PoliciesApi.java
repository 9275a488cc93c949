package org.diaodu.server.policies.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.offer.PolicyAnswers;
import org.diaodu.server.policies.offer.PolicyAnswers.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Policies as JSON: what there is, what an enterprise is due and why not the rest, for one and for many. */
@RestController
@PreAuthorize("hasAnyRole('CLERK', 'ANALYST', 'LEADER', 'POLICY')")
class PoliciesApi {

    private static final int MOST = 200;
    private static final String FACT = "fact.";

    private final PolicyAnswers answers;
    private final Asking asking;

    PoliciesApi(PolicyAnswers answers, Asking asking) {
        this.answers = answers;
        this.asking = asking;
    }

    /**
     * Whom a question for many is about.
     *
     * @param enterprises numbers or credit codes, at most 200
     */
    record Many(
            @Nullable List<String> enterprises,
            @Nullable String day,
            @Nullable String lang) {}

    /** The answers for many, in the order asked. */
    record Answers(java.time.LocalDate day, List<Map<String, @Nullable Object>> results) {}

    @GetMapping(value = "/api/policies", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The clauses that hold on a day, with the facts they ask for and who holds them")
    @Parameter(name = "day", description = "2022-04-25; the business day if left out")
    @Parameter(name = "lang", description = "zh or en")
    List<Map<String, @Nullable Object>> list(
            @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "zh") String lang) {
        return answers.list(asking.asked(day, lang));
    }

    @GetMapping(value = "/api/policies/match", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What one enterprise is due with the best bundle, and why not the rest")
    @Parameter(name = "enterprise", description = "number or credit code; a clerk's own if left out")
    Map<String, @Nullable Object> match(
            @RequestParam(defaultValue = "") String enterprise,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "zh") String lang) {
        Asked asked = asking.asked(day, lang);
        return answers.match(asking.enterprise(enterprise), asked);
    }

    @PostMapping(
            value = "/api/policies/match",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The same for many enterprises; one that cannot be answered says why in its place")
    Answers matchMany(@RequestBody Many many) {
        Asked asked = asking.asked(orEmpty(many.day()), orEmpty(many.lang()));
        List<String> enterprises = many.enterprises() == null ? List.of() : many.enterprises();
        if (enterprises.isEmpty() || enterprises.size() > MOST) {
            throw Problem.badRequest(
                    "PE09",
                    "enterprises 应有 1 至 " + MOST + " 家企业，给了 " + enterprises.size() + " 家。请分批请求。",
                    "enterprises holds 1 to " + MOST + " of them, not " + enterprises.size() + ". Maybe ask in parts.");
        }
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        for (String enterprise : enterprises) results.add(answer(enterprise, asked));
        return new Answers(asked.day(), results);
    }

    private Map<String, @Nullable Object> answer(String enterprise, Asked asked) {
        try {
            return answers.match(asking.enterprise(orEmpty(enterprise)), asked);
        } catch (Problem problem) {
            Explanation why = problem.explanation();
            Map<String, @Nullable Object> fault = new LinkedHashMap<>();
            fault.put("enterprise", enterprise);
            fault.put("status", why.status());
            fault.put("code", why.code());
            fault.put("said", asked.language().say(why.zh(), why.en()));
            return fault;
        }
    }

    @GetMapping(value = "/api/policies/{clause}/explain", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "One clause on one enterprise, project or product, with every condition; parameters fact.NAME=VALUE are"
                            + " taken instead of what is known, and nothing is kept")
    @Parameter(name = "enterprise", in = ParameterIn.QUERY, description = "number or credit code")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "code of the project or product")
    @Parameter(name = "day", in = ParameterIn.QUERY, description = "2022-04-25; the business day if left out")
    @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh or en")
    Map<String, @Nullable Object> explain(
            @PathVariable String clause, @Parameter(hidden = true) @RequestParam Map<String, String> given) {
        Map<String, String> facts = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(FACT)) facts.put(name.substring(FACT.length()), value);
        });
        return answers.explain(
                asking.enterprise(given.getOrDefault("enterprise", "")),
                clause,
                given.getOrDefault("subject", ""),
                facts,
                asking.asked(given.getOrDefault("day", ""), given.getOrDefault("lang", "zh")));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
