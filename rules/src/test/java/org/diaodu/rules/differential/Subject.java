package org.diaodu.rules.differential;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.reasons.CaseRule;
import org.jspecify.annotations.Nullable;

/** A model drawn from a seed, read by the reference and compiled, with its cases. */
public record Subject(
        long seed, Draft draft, String xml, RuleModel model, CaseRule rule, List<Map<String, @Nullable Object>> cases) {

    static Subject of(long seed, Draft draft, List<Map<String, @Nullable Object>> cases) {
        String xml = DraftXml.of(draft);
        RuleModel model = RuleModel.of("drawn.dmn", xml.getBytes(StandardCharsets.UTF_8));
        return new Subject(
                seed, draft, xml, model, CaseRule.of(model, draft.last().name()), cases);
    }

    String decision() {
        return draft.last().name();
    }
}
