package org.diaodu.policy.book;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.InformationItem;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.ItemDefinition;
import org.kie.dmn.model.api.LiteralExpression;

/** What a model declares of its inputs and of its amount: the FEEL type and the unit. */
public final class DeclaredFacts {

    private static final QName UNIT = new QName("https://diaodu.org/dmn", "unit");
    private static final int DEEPEST = 8;
    private static final Pattern LISTED = Pattern.compile("\"([^\"]*)\"");
    private static final Set<HitPolicy> ONE_ROW = EnumSet.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY);

    private DeclaredFacts() {}

    /** A FEEL type such as {@code number}, and what it counts. */
    public record Declared(String type, String unit) {

        public String shown() {
            return unit.isEmpty() ? type : type + "（" + unit + "）";
        }
    }

    public static Map<String, Declared> inputs(RuleModel model) {
        Map<String, Declared> inputs = new LinkedHashMap<>();
        model.definitions().getDrgElement().stream()
                .filter(InputData.class::isInstance)
                .map(InputData.class::cast)
                .forEach(input -> inputs.put(input.getName(), declared(model.definitions(), input.getVariable())));
        return inputs;
    }

    /** The decisions that are one formula, with its text. */
    static Map<String, String> formulas(RuleModel model) {
        Map<String, String> formulas = new LinkedHashMap<>();
        model.definitions().getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .forEach(decision -> {
                    if (decision.getExpression() instanceof LiteralExpression formula && formula.getText() != null) {
                        formulas.put(decision.getName(), formula.getText());
                    }
                });
        return formulas;
    }

    /** The texts a type lists as its values, following the types it is made from; empty where any will do. */
    static List<String> choices(RuleModel model, InputData input) {
        String type = input.getVariable() == null || input.getVariable().getTypeRef() == null
                ? ""
                : input.getVariable().getTypeRef().getLocalPart();
        for (int depth = 0; depth < DEEPEST; depth++) {
            ItemDefinition item = item(model.definitions(), type);
            if (item == null) {
                break;
            }
            if (item.getAllowedValues() != null) {
                return LISTED.matcher(item.getAllowedValues().getText())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
            }
            if (item.getTypeRef() == null) {
                break;
            }
            type = item.getTypeRef().getLocalPart();
        }
        return List.of();
    }

    static @Nullable Declared decision(RuleModel model, String name) {
        return model.definitions().getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(decision -> name.equals(decision.getName()))
                .map(decision -> declared(model.definitions(), decision.getVariable()))
                .findFirst()
                .orElse(null);
    }

    /** Whether a decision is a table of which one row answers. True for what is not there: that is said elsewhere. */
    static boolean isTable(RuleModel model, String name) {
        return model.definitions().getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(decision -> name.equals(decision.getName()))
                .allMatch(decision -> decision.getExpression() instanceof DecisionTable table
                        && ONE_ROW.contains(table.getHitPolicy()));
    }

    private static Declared declared(Definitions model, @Nullable InformationItem variable) {
        if (variable == null || variable.getTypeRef() == null) {
            return new Declared("Any", "");
        }
        String unit = variable.getAdditionalAttributes().get(UNIT);
        String type = variable.getTypeRef().getLocalPart();
        for (int depth = 0; depth < DEEPEST; depth++) {
            ItemDefinition item = item(model, type);
            if (item == null) {
                break;
            }
            if (unit == null) {
                unit = item.getAdditionalAttributes().get(UNIT);
            }
            if (item.getTypeRef() == null) {
                type = "context";
                break;
            }
            type = item.getTypeRef().getLocalPart();
        }
        return new Declared(type, unit == null ? "" : unit);
    }

    private static @Nullable ItemDefinition item(Definitions model, String name) {
        return model.getItemDefinition().stream()
                .filter(item -> name.equals(item.getName()))
                .findFirst()
                .orElse(null);
    }
}
