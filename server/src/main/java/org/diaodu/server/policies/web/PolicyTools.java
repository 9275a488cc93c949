package org.diaodu.server.policies.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.diaodu.server.assistants.AssistantTool;
import org.diaodu.server.assistants.ToolArguments;
import org.diaodu.server.policies.offer.PolicyAnswers;
import org.diaodu.server.policies.offer.PolicyAnswers.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an assistant may ask about policies: the same answers as {@link PoliciesApi}. */
@Configuration(proxyBeanMethods = false)
class PolicyTools {

    private static final Map<String, Object> DAY =
            text("The day that counts, as 2022-04-25. The business day of the platform if left out.");
    private static final Map<String, Object> LANGUAGE = Map.of(
            "type", "string", "enum", List.of("zh", "en"), "description", "Language of the sentences; zh if left out.");
    private static final Map<String, Object> ENTERPRISE =
            text("Number or unified social credit code of the enterprise. The account's own enterprise if left out.");

    @Bean
    AssistantTool listPolicies(PolicyAnswers answers, Asking asking) {
        return new Tool(
                "list_policies",
                "政策条款 / Policy clauses",
                "The clauses of support policies that hold on a day: title, source, issuer, whom they are for, and which facts they"
                        + " ask for with who holds each. Use it to find the id of a clause.",
                schema(Map.of("day", DAY, "lang", LANGUAGE), List.of()),
                given -> Map.of("clauses", answers.list(asked(asking, given))));
    }

    @Bean
    AssistantTool matchEnterprise(PolicyAnswers answers, Asking asking) {
        return new Tool(
                "match_enterprise",
                "企业可享政策 / What an enterprise is entitled to",
                "What is this enterprise entitled to, and why not the rest: what is due with amount and reason, the best lawful"
                        + " bundle and why others lost to it, what is nearly due and by how much it misses, which facts have to be"
                        + " known first and who holds them, and what is not due.",
                schema(Map.of("enterprise", ENTERPRISE, "day", DAY, "lang", LANGUAGE), List.of()),
                given -> answers.match(asking.enterprise(given.text("enterprise")), asked(asking, given)));
    }

    @Bean
    AssistantTool explainPolicy(PolicyAnswers answers, Asking asking) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("clause", text("Id of the clause, from list_policies or match_enterprise."));
        properties.put("enterprise", ENTERPRISE);
        properties.put("subject", text("Code of the project or product, where the clause is about one of several."));
        properties.put(
                "facts",
                Map.of(
                        "type",
                        "object",
                        "additionalProperties",
                        Map.of("type", List.of("string", "number", "boolean")),
                        "description",
                        "What if: facts by their Chinese names, in the clause's units, taken instead of what is known."
                                + " Nothing is kept."));
        properties.put("day", DAY);
        properties.put("lang", LANGUAGE);
        return new Tool(
                "explain",
                "逐条说明 / Explain one clause",
                "One clause applied to one enterprise, project or product: the text of the clause, every condition with the value it"
                        + " met and whether it holds, the amount, and what it would take. Also answers what-if questions.",
                schema(properties, List.of("clause")),
                given -> answers.explain(
                        asking.enterprise(given.text("enterprise")),
                        given.needed("clause"),
                        given.text("subject"),
                        given.texts("facts"),
                        asked(asking, given)));
    }

    private static Asked asked(Asking asking, ToolArguments given) {
        return asking.asked(given.text("day"), given.text("lang"));
    }

    private static Map<String, Object> text(String description) {
        return Map.of("type", "string", "description", description);
    }

    private static Map<String, Object> schema(Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private record Tool(
            String name,
            String title,
            String description,
            Map<String, Object> inputSchema,
            Function<ToolArguments, Map<String, ? extends @Nullable Object>> by)
            implements AssistantTool {

        @Override
        public Map<String, ? extends @Nullable Object> answer(ToolArguments arguments) {
            Asking.requireRight();
            return by.apply(arguments);
        }
    }
}
