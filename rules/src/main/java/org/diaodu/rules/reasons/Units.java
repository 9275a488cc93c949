package org.diaodu.rules.reasons;

import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.ItemDefinition;

/** What the numbers of inputs count: {@code diaodu:unit} of an input's variable or item definition. */
final class Units {

    private static final QName UNIT = new QName("https://diaodu.org/dmn", "unit");
    private static final int DEEPEST = 8;

    private final Map<String, ItemDefinition> types = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();

    Units(RuleModel model) {
        for (DMNModel one : model.withImports()) {
            one.getDefinitions().getItemDefinition().forEach(item -> types.putIfAbsent(item.getName(), item));
        }
        for (DMNModel one : model.withImports()) {
            one.getDefinitions().getDrgElement().stream()
                    .filter(InputData.class::isInstance)
                    .map(InputData.class::cast)
                    .forEach(this::input);
        }
    }

    private void input(InputData input) {
        if (input.getVariable() == null) {
            return;
        }
        QName type = input.getVariable().getTypeRef();
        ItemDefinition item = type == null ? null : types.get(type.getLocalPart());
        put(input.getName(), input.getVariable(), item, 0);
    }

    private void put(String path, DMNModelInstrumentedBase element, @Nullable ItemDefinition item, int depth) {
        String own = element.getAdditionalAttributes().get(UNIT);
        String unit = own != null || item == null
                ? own
                : item.getAdditionalAttributes().get(UNIT);
        if (unit != null) {
            units.put(path, unit);
        }
        if (item != null && depth < DEEPEST) {
            for (ItemDefinition component : item.getItemComponent()) {
                QName type = component.getTypeRef();
                ItemDefinition inner = type == null ? component : types.get(type.getLocalPart());
                put(path + "." + component.getName(), component, inner, depth + 1);
            }
        }
    }

    @Nullable
    String of(String input) {
        return units.get(input);
    }
}
