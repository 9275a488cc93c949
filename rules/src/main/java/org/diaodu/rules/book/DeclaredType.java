package org.diaodu.rules.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.BuiltinAggregator;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.ItemDefinition;
import org.kie.dmn.model.api.OutputClause;

/**
 * A type as a model declares it.
 *
 * @param components of a structure, in order; empty for a simple type
 * @param allowed the text of its allowed values, or null
 * @param scale digits after the point that its numbers have ({@code diaodu:scale}), or -1 where not declared
 */
record DeclaredType(
        Kind kind,
        boolean list,
        Map<String, DeclaredType> components,
        @Nullable String allowed,
        int scale) {

    static final String DIAODU = "https://diaodu.org/dmn";
    static final DeclaredType ANY = new DeclaredType(Kind.ANY, false, Map.of(), null, -1);

    enum Kind {
        NUMBER("number", "数值", "a number"),
        STRING("string", "文字", "a text"),
        BOOLEAN("boolean", "是否", "true or false"),
        DATE("date", "日期", "a date"),
        TIME("time", "时间", "a time"),
        DATE_TIME("date and time", "日期时间", "a date and time"),
        DAYS_TIME("days and time duration", "时长", "a duration of days and time"),
        YEARS_MONTHS("years and months duration", "年月时长", "a duration of years and months"),
        STRUCTURE("context", "结构", "a structure"),
        ANY("Any", "任意", "anything");

        private final String feel;
        private final String chinese;
        private final String english;

        Kind(String feel, String chinese, String english) {
            this.feel = feel;
            this.chinese = chinese;
            this.english = english;
        }

        String feel() {
            return feel;
        }

        String chinese() {
            return chinese;
        }

        String english() {
            return english;
        }

        static @Nullable Kind of(String name) {
            String plain = name.substring(name.indexOf(':') + 1);
            for (Kind kind : values()) {
                if (kind.feel.equals(plain)) {
                    return kind;
                }
            }
            return switch (plain) {
                case "dateTime" -> DATE_TIME;
                case "dayTimeDuration" -> DAYS_TIME;
                case "yearMonthDuration" -> YEARS_MONTHS;
                default -> null;
            };
        }
    }

    DeclaredType element() {
        return new DeclaredType(kind, false, components, allowed, scale);
    }

    DeclaredType asList() {
        return new DeclaredType(kind, true, components, allowed, scale);
    }

    /** What the model declares of its inputs, in order. */
    static Map<String, DeclaredType> inputs(Definitions model) {
        Map<String, DeclaredType> inputs = new LinkedHashMap<>();
        model.getDrgElement().stream()
                .filter(InputData.class::isInstance)
                .map(InputData.class::cast)
                .forEach(input -> {
                    DeclaredType type = input.getVariable() == null
                            ? ANY
                            : named(model, input.getVariable().getTypeRef());
                    int scale = input.getVariable() == null ? -1 : scale(input.getVariable());
                    inputs.put(
                            input.getName(),
                            scale < 0
                                    ? type
                                    : new DeclaredType(type.kind, type.list, type.components, type.allowed, scale));
                });
        return inputs;
    }

    /** What the model declares of its decisions, or what their tables give. */
    static Map<String, DeclaredType> decisions(Definitions model) {
        Map<String, DeclaredType> decisions = new LinkedHashMap<>();
        model.getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .forEach(decision -> decisions.put(decision.getName(), decision(model, decision)));
        return decisions;
    }

    private static DeclaredType decision(Definitions model, Decision decision) {
        DeclaredType declared = decision.getVariable() == null
                ? ANY
                : named(model, decision.getVariable().getTypeRef());
        return declared.kind == Kind.ANY && decision.getExpression() instanceof DecisionTable table
                ? table(model, table)
                : declared;
    }

    private static DeclaredType table(Definitions model, DecisionTable table) {
        DeclaredType one;
        if (table.getOutput().size() == 1) {
            one = named(model, table.getOutput().getFirst().getTypeRef());
        } else {
            Map<String, DeclaredType> outputs = new LinkedHashMap<>();
            for (OutputClause output : table.getOutput()) {
                outputs.put(String.valueOf(output.getName()), named(model, output.getTypeRef()));
            }
            one = new DeclaredType(Kind.STRUCTURE, false, outputs, null, -1);
        }
        if (table.getAggregation() == BuiltinAggregator.COUNT) {
            return new DeclaredType(Kind.NUMBER, false, Map.of(), null, 0);
        }
        return table.getHitPolicy().isMultiHit() && table.getAggregation() == null ? one.asList() : one;
    }

    static DeclaredType named(Definitions model, @Nullable QName name) {
        return name == null ? ANY : named(model, name.getLocalPart(), new HashSet<>());
    }

    private static DeclaredType named(Definitions model, String name, Set<String> seen) {
        for (ItemDefinition item : model.getItemDefinition()) {
            if (name.equals(item.getName()) && seen.add(name)) {
                return item(model, item, seen);
            }
        }
        Kind kind = Kind.of(name);
        return kind == null ? ANY : new DeclaredType(kind, false, Map.of(), null, -1);
    }

    private static DeclaredType item(Definitions model, ItemDefinition item, Set<String> seen) {
        if (!item.getItemComponent().isEmpty()) {
            Map<String, DeclaredType> components = new LinkedHashMap<>();
            for (ItemDefinition component : item.getItemComponent()) {
                components.put(component.getName(), item(model, component, new HashSet<>(seen)));
            }
            return new DeclaredType(Kind.STRUCTURE, item.isIsCollection(), components, null, -1);
        }
        DeclaredType base =
                item.getTypeRef() == null ? ANY : named(model, item.getTypeRef().getLocalPart(), seen);
        String allowed = item.getAllowedValues() == null
                ? base.allowed
                : item.getAllowedValues().getText();
        int scale = scale(item);
        return new DeclaredType(
                base.kind,
                item.isIsCollection() || base.list,
                base.components,
                allowed,
                scale < 0 ? base.scale : scale);
    }

    private static int scale(DMNModelInstrumentedBase element) {
        String scale = element.getAdditionalAttributes().get(new QName(DIAODU, "scale"));
        return scale != null && scale.matches("\\d{1,2}") ? Integer.parseInt(scale) : -1;
    }

    /** The type of a plain name or path such as {@code 企业.人数}; null where the text is anything else. */
    static @Nullable DeclaredType path(Map<String, DeclaredType> variables, String expression) {
        String text = expression.strip();
        DeclaredType whole = variables.get(text);
        if (whole != null) {
            return whole;
        }
        List<String> steps = new ArrayList<>(List.of(text.split("\\.", -1)));
        DeclaredType type = variables.get(steps.removeFirst().strip());
        for (String step : steps) {
            type = type == null || type.list ? null : type.components.get(step.strip());
        }
        return type;
    }
}
