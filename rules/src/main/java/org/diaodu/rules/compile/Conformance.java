package org.diaodu.rules.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.diaodu.rules.compile.Staged.Element;
import org.diaodu.rules.compile.Staged.Entries;
import org.diaodu.rules.compile.Staged.Function;
import org.diaodu.rules.compile.Staged.Listed;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.model.AllowedValues;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.OutOfProfile;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.ast.DMNNode;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.core.impl.SimpleTypeImpl;
import org.kie.dmn.core.util.NamespaceUtil;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;

/** The types a model declares, and what becomes of a value that does or does not conform to one. */
final class Conformance {

    private final RuleModel model;
    private final Exprs exprs;
    private final Operators operators;
    private final Tester tester;

    /** Whether a value is among those that unary tests allow. */
    interface Tester {
        Expr holds(String tests, Staged value);
    }

    Conformance(RuleModel model, Exprs exprs, Operators operators, Tester tester) {
        this.model = model;
        this.exprs = exprs;
        this.operators = operators;
        this.tester = tester;
    }

    private DMNModelImpl home(DMNNode node) {
        for (DMNModel one : model.withImports()) {
            if (one.getNamespace().equals(node.getModelNamespace())) {
                return (DMNModelImpl) one;
            }
        }
        return (DMNModelImpl) model.compiled();
    }

    /** The type an element of the model refers to; null where it refers to none. */
    @Nullable
    DMNType of(DMNModelInstrumentedBase element, @Nullable QName ref, DMNNode node) {
        if (ref == null) {
            return null;
        }
        DMNModelImpl home = home(node);
        QName name = NamespaceUtil.getNamespaceAndName(element, home.getImportAliasesForNS(), ref, home.getNamespace());
        return home.getTypeRegistry().resolveType(name.getNamespaceURI(), name.getLocalPart());
    }

    /** The unary tests that say which values the element's type allows; null where all. */
    @Nullable
    String allowedValues(DMNModelInstrumentedBase element, @Nullable QName ref, DMNNode node) {
        DMNType type = of(element, ref, node);
        if (type == null) {
            return null;
        }
        String allowed = model.allowedValues().of(type);
        return allowed.isEmpty() ? null : allowed;
    }

    /** The value as its declared type has it: DMN 1.5, 10.3.2.9.4. What does not conform is null. */
    Staged typed(Staged value, @Nullable DMNType type) {
        Staged conforming = conforming(value, type);
        if (conforming == null) {
            return operators.nothing();
        }
        if (type == null || isAny(type) || !AllowedValues.limits(type)) {
            return conforming;
        }
        return conforming instanceof Scalar(Expr expr)
                ? new Scalar(whereAllowed(expr, type))
                : operators.either(allowed(conforming, type), conforming, operators.nothing());
    }

    /** The value where its type allows it, else null; a branch that is allowed for certain is left as it is. */
    private Expr whereAllowed(Expr expr, DMNType type) {
        if (Exprs.isNothing(expr)) {
            return expr;
        }
        if (expr instanceof Expr.Call call && call.op() == Op.IF) {
            return exprs.ifThen(call.arg(0), whereAllowed(call.arg(1), type), whereAllowed(call.arg(2), type));
        }
        return exprs.ifThen(allowed(new Scalar(expr), type), expr, exprs.nothing(expr.type()));
    }

    /** Whether the type allows the value; true where it says nothing of it. Null is allowed only where it is named. */
    Expr allowed(Staged value, @Nullable DMNType type) {
        if (type == null || isAny(type) || !AllowedValues.limits(type)) {
            return exprs.truth;
        }
        if (type.getTypeConstraint() != null && !type.getTypeConstraint().isEmpty()) {
            throw unread(type);
        }
        if (!type.isCollection()) {
            return single(value, type);
        }
        if (!(value instanceof Listed(List<Element> elements, Expr present))) {
            throw unread(type);
        }
        List<Expr> each = new ArrayList<>();
        for (Element element : elements) {
            each.add(exprs.or(List.of(exprs.not(element.guard()), single(element.value(), type))));
        }
        return exprs.or(List.of(exprs.not(exprs.isTrue(present)), exprs.and(each)));
    }

    /** The same for one value, whether or not the type is one of lists. */
    private Expr single(Staged value, DMNType type) {
        if (!type.isComposite() && value instanceof Scalar) {
            List<String> all = model.allowedValues().all(type);
            if (all.isEmpty()) {
                throw unread(type);
            }
            return exprs.and(all.stream()
                    .map(tests -> exprs.isTrue(tester.holds(tests, value)))
                    .toList());
        }
        if (type.isComposite() && value instanceof Entries(Map<String, Staged> of, Expr present)) {
            List<Expr> fields = new ArrayList<>();
            type.getFields().forEach((name, field) -> {
                if (of.get(name) instanceof Staged entry) fields.add(allowed(entry, field));
            });
            return exprs.or(List.of(exprs.not(exprs.isTrue(present)), exprs.and(fields)));
        }
        if (type.isComposite() && operators.isNothing(value)) {
            return exprs.truth;
        }
        throw unread(type);
    }

    private static OutOfProfile unread(DMNType type) {
        return new OutOfProfile(
                "类型“" + type.getName() + "”对取值的限定",
                "what the type '" + type.getName() + "' says of the values it allows");
    }

    /** The value, or null where it does not conform: a function is not run then, and a value is null. */
    @Nullable
    Staged conforming(Staged value, @Nullable DMNType type) {
        if (type == null || value instanceof Function || isAny(type) || operators.isNothing(value)) {
            return value;
        }
        if (value instanceof Staged.Rows) {
            return type.isCollection() ? value : mismatchOfRows();
        }
        if (type.isCollection()) {
            return conformingList(value, type);
        }
        if (value instanceof Listed(List<Element> elements, Expr present)) {
            if (elements.size() == 1 && elements.get(0).guard() == exprs.truth) {
                Staged element = conformingElement(elements.get(0).value(), type);
                return element == null ? null : operators.either(present, element, operators.nothing());
            }
            operators.whole(elements);
            return null;
        }
        return conformingElement(value, type);
    }

    private Staged mismatchOfRows() {
        throw new OutOfProfile("明细行作为单个值", "rows of a child table as one value");
    }

    private @Nullable Staged conformingList(Staged value, DMNType type) {
        if (!(value instanceof Listed(List<Element> elements, Expr present))) {
            Staged element = conformingElement(value, type);
            return element == null
                    ? null
                    : new Listed(List.of(new Element(exprs.truth, element)), exprs.not(operators.isNull(value)));
        }
        List<Element> conforming = new ArrayList<>();
        for (Element element : elements) {
            Staged one = conformingElement(element.value(), type);
            if (one == null) {
                return null;
            }
            conforming.add(new Element(element.guard(), one));
        }
        return new Listed(conforming, present);
    }

    /** One value against a type without its being a collection. */
    private @Nullable Staged conformingElement(Staged value, DMNType type) {
        if (operators.isNothing(value) || value instanceof Staged.Rows) {
            return value;
        }
        if (value instanceof Listed) {
            return type.getBaseType() != null && type.getBaseType().isCollection()
                    ? conforming(value, type.getBaseType())
                    : null;
        }
        if (type.isComposite()) {
            if (!(value instanceof Entries(Map<String, Staged> of, Expr present))) {
                return null;
            }
            Map<String, Staged> entries = new LinkedHashMap<>(of);
            for (Map.Entry<String, DMNType> field : type.getFields().entrySet()) {
                Staged entry = of.get(field.getKey());
                if (entry == null) {
                    return null;
                }
                Staged conforming = conforming(entry, field.getValue());
                if (conforming == null) {
                    return null;
                }
                entries.put(field.getKey(), conforming);
            }
            return new Entries(entries, present);
        }
        Kind kind = kindOf(type);
        if (kind == Kind.NOTHING) {
            return value;
        }
        if (!(value instanceof Scalar(Expr expr))) {
            return value instanceof Staged.Known ? value : null;
        }
        if (kind == Kind.DATE_TIME && expr.is(Kind.DATE)) {
            throw new OutOfProfile("日期作为日期时间（带时区）", "a date as a date and time, which has a zone then");
        }
        return expr.is(kind) ? value : null;
    }

    private static Kind kindOf(DMNType type) {
        try {
            return Inputs.kind(type);
        } catch (OutOfProfile e) {
            return Kind.NOTHING;
        }
    }

    private static boolean isAny(DMNType type) {
        return type instanceof SimpleTypeImpl simple && simple.getFeelType() == BuiltInType.UNKNOWN;
    }
}
