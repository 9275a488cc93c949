package org.diaodu.rules.kit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run of the kit found, level by level. */
public record KitReport(List<Level> levels) {

    /**
     * One compliance level.
     *
     * @param cases how many cases there are
     * @param passed the cases all of whose nodes agree with the kit
     * @param nodes how many results the cases expect
     * @param compiled the nodes that the compiled trial answered
     * @param compiledAgree those of them that agree with the kit
     * @param fellBack the nodes that the compiled trial does not take, and the reference answered
     * @param lifted the nodes that the compiled trial answered with the model's literals lifted into columns
     * @param liftedAgree those of them that agree with the kit
     * @param failed the nodes that do not agree
     */
    public record Level(
            int level,
            int cases,
            int passed,
            int nodes,
            int compiled,
            int compiledAgree,
            int fellBack,
            int lifted,
            int liftedAgree,
            List<Miss> failed) {}

    /**
     * A node that does not agree with the kit; values as FEEL writes them.
     *
     * @param reference what the reference engine answers
     * @param compiled what the compiled trial answered; null where it does not take the rule
     * @param why the faults met, or why the rule is not compiled; empty for a plain difference
     */
    public record Miss(
            String folder,
            String file,
            @JsonProperty("case") String kitCase,
            String node,
            String expected,
            String reference,
            @Nullable String compiled,
            String why) {}

    public boolean allPassed() {
        return levels.stream().allMatch(level -> level.passed() == level.cases());
    }
}
