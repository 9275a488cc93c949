package org.diaodu.rules.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.diaodu.rules.compile.Staged.Entries;
import org.diaodu.rules.compile.Staged.Rows;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.InformationItem;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.ItemDefinition;

/**
 * Input data as columns. A number declares its digits with the attributes {@code diaodu:digits} and {@code diaodu:scale}
 * of its item definition or of the input's variable; one that does not has 18 digits, 4 of them after the point.
 */
final class Inputs {

    static final String NAMESPACE = "https://diaodu.org/dmn";
    private static final int DIGITS = 18;
    private static final int SCALE = 4;

    private final Exprs exprs;
    private final Columns columns;
    private final Map<String, ItemDefinition> definitions = new LinkedHashMap<>();

    Inputs(Exprs exprs, Columns columns, RuleModel model) {
        this.exprs = exprs;
        this.columns = columns;
        for (DMNModel one : model.withImports()) {
            one.getDefinitions().getItemDefinition().forEach(item -> definitions.putIfAbsent(item.getName(), item));
        }
    }

    Staged of(InputData data, DMNType type) {
        return of("", data.getName(), type, definitions.get(type.getName()), data.getVariable());
    }

    Staged of(InformationItem parameter, DMNType type) {
        return of("", parameter.getName(), type, definitions.get(type.getName()), parameter);
    }

    private Staged of(
            String table,
            String path,
            DMNType type,
            @Nullable ItemDefinition definition,
            @Nullable DMNModelInstrumentedBase declared) {
        if (type.isCollection()) {
            if (!table.isEmpty()) {
                throw new OutOfProfile("明细中的明细：" + path, "rows within rows: " + path);
            }
            if (type.isComposite()) {
                return new Rows(path, entries(path, "", type, definition), exprs.truth);
            }
            return new Rows(path, scalar(path, "value", type, definition, declared), exprs.truth);
        }
        if (type.isComposite()) {
            return entries(table, path, type, definition);
        }
        return scalar(table, path, type, definition, declared);
    }

    private Staged entries(String table, String path, DMNType type, @Nullable ItemDefinition definition) {
        Map<String, Staged> entries = new LinkedHashMap<>();
        type.getFields().forEach((name, field) -> {
            @Nullable ItemDefinition component = component(definition, name);
            @Nullable ItemDefinition named = definitions.get(field.getName());
            entries.put(
                    name,
                    of(
                            table,
                            path.isEmpty() ? name : path + "." + name,
                            field,
                            component != null && component.getTypeRef() == null
                                    ? component
                                    : named != null ? named : component,
                            component));
        });
        return new Entries(entries, exprs.truth);
    }

    private static @Nullable ItemDefinition component(@Nullable ItemDefinition definition, String name) {
        if (definition == null) {
            return null;
        }
        return definition.getItemComponent().stream()
                .filter(component -> name.equals(component.getName()))
                .findFirst()
                .orElse(null);
    }

    private Scalar scalar(
            String table,
            String path,
            DMNType type,
            @Nullable ItemDefinition definition,
            @Nullable DMNModelInstrumentedBase declared) {
        Kind kind = kind(type);
        Type known = columns.type(table.isEmpty() ? path : table + "." + path);
        if (kind == Kind.NOTHING) {
            if (known == null) {
                throw new OutOfProfile("输入项“" + path + "”没有声明类型", "the input '" + path + "' declares no type");
            }
            return new Scalar(exprs.input(table, path, known));
        }
        if (known != null && known.is(kind)) {
            return new Scalar(exprs.input(table, path, known));
        }
        return new Scalar(exprs.input(table, path, declared(kind, definition, declared)));
    }

    private static Type declared(
            Kind kind, @Nullable ItemDefinition definition, @Nullable DMNModelInstrumentedBase declared) {
        return switch (kind) {
            case TEXT -> Type.TEXT;
            case TRUTH -> Type.TRUTH;
            case DATE -> Type.DATE;
            case DATE_TIME -> Type.DATE_TIME;
            case TIME -> Type.decimal(Kind.TIME, 11, 6);
            case MONTHS -> Type.decimal(Kind.MONTHS, 6, 0);
            case SECONDS -> Type.decimal(Kind.SECONDS, 18, 6);
            default -> {
                Integer digits = attribute(declared, definition, "digits");
                Integer scale = attribute(declared, definition, "scale");
                yield Type.number(
                        digits == null ? DIGITS : digits, scale == null ? (digits == null ? SCALE : 0) : scale);
            }
        };
    }

    private static @Nullable Integer attribute(
            @Nullable DMNModelInstrumentedBase first, @Nullable DMNModelInstrumentedBase second, String name) {
        for (@Nullable DMNModelInstrumentedBase element : new @Nullable DMNModelInstrumentedBase[] {first, second}) {
            String value =
                    element == null ? null : element.getAdditionalAttributes().get(new QName(NAMESPACE, name));
            if (value != null && value.matches("\\d{1,2}")) {
                return Integer.valueOf(value);
            }
        }
        return null;
    }

    /** The kind of a simple DMN type; {@link Kind#NOTHING} where it may be anything. */
    static Kind kind(DMNType type) {
        DMNType base = type;
        while (base.getBaseType() != null) {
            base = base.getBaseType();
        }
        return switch (base.getName()) {
            case "number" -> Kind.NUMBER;
            case "string" -> Kind.TEXT;
            case "boolean" -> Kind.TRUTH;
            case "date" -> Kind.DATE;
            case "time" -> Kind.TIME;
            case "date and time", "dateTime" -> Kind.DATE_TIME;
            case "years and months duration", "yearMonthDuration" -> Kind.MONTHS;
            case "days and time duration", "dayTimeDuration" -> Kind.SECONDS;
            default -> {
                if (((BaseDMNTypeImpl) base).getFeelType() == BuiltInType.UNKNOWN) {
                    yield Kind.NOTHING;
                }
                throw new OutOfProfile("类型 " + base.getName(), "the type " + base.getName());
            }
        };
    }
}
