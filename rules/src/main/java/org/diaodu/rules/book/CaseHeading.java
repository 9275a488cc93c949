package org.diaodu.rules.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.model.RuleModel;

/**
 * A column a {@code cases.csv} of a model may have for its inputs.
 *
 * @param heading the input's name, or {@code input.component}
 * @param chinese what its cells hold
 * @param english the same
 * @param allowed the text of the values its type allows; empty where all are
 */
public record CaseHeading(String heading, String chinese, String english, String allowed) {

    /** The inputs of a model in its order. */
    public static List<CaseHeading> ofInputs(RuleModel model) {
        List<CaseHeading> headings = new ArrayList<>();
        Map<String, DeclaredType> inputs = DeclaredType.inputs(model.definitions());
        inputs.forEach((name, type) -> CaseColumn.of("", name, type).forEach(column -> {
            DeclaredType held = column.type();
            String allowed = held.allowed();
            headings.add(new CaseHeading(
                    column.heading(),
                    held.kind().chinese() + (held.list() ? "（多个以分号隔开）" : ""),
                    held.kind().english() + (held.list() ? " (several, parted by semicolons)" : ""),
                    allowed == null ? "" : allowed));
        }));
        return headings;
    }
}
