package org.diaodu.rules.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.rules.compile.Staged.Element;
import org.diaodu.rules.compile.Staged.Entries;
import org.diaodu.rules.compile.Staged.Listed;
import org.diaodu.rules.compile.Staged.Rows;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.model.GuardedFunctions;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.typed.Kind;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.codegen.feel11.ASTUnaryTestTransform;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.impl.MapBackedType;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.FEELTypeRegistry;
import org.kie.dmn.feel.lang.types.GenListType;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Parser;
import org.kie.dmn.feel.runtime.events.SyntaxErrorEvent;

/** FEEL as text made a tree by the reference engine's own parser, and trees of constants computed by it. */
final class FeelText {

    private static final FEEL FEEL_ENGINE =
            FEELBuilder.builder().withProfiles(List.of(new GuardedFunctions())).build();

    private FeelText() {}

    /** The names that a text may use, prepared once for many texts. */
    static final class Reader {
        private final Map<String, Type> types = new HashMap<>();
        private final FEELTypeRegistry registry;

        Reader(Scope scope, FEELTypeRegistry registry) {
            this.registry = registry;
            scope.visible().forEach((name, value) -> types.put(name, type(value)));
        }

        /**
         * An expression.
         *
         * @throws RuleFault {@code rules.feel} with line and column where it is no FEEL
         */
        BaseNode expression(String text, Place place) {
            List<SyntaxErrorEvent> errors = new ArrayList<>();
            ASTBuilderVisitor builder = new ASTBuilderVisitor(types, registry);
            @Nullable BaseNode tree = parser(text, errors).compilation_unit().accept(builder);
            refuse(text, place, errors);
            return Objects.requireNonNull(tree);
        }

        /** The tests of a cell. */
        BaseNode tests(String text, Place place) {
            List<SyntaxErrorEvent> errors = new ArrayList<>();
            ASTBuilderVisitor builder = new ASTBuilderVisitor(types, registry);
            @Nullable BaseNode tree = parser(text, errors).unaryTestsRoot().accept(builder);
            refuse(text, place, errors);
            return Objects.requireNonNull(tree)
                    .accept(new ASTUnaryTestTransform())
                    .node();
        }

        private FEEL_1_1Parser parser(String text, List<SyntaxErrorEvent> errors) {
            FEELEventListenersManager events = new FEELEventListenersManager();
            events.addListener(event -> {
                if (event instanceof SyntaxErrorEvent error) {
                    errors.add(error);
                }
            });
            return FEELParser.parse(events, text, types, Map.of(), List.of(), List.of(), registry);
        }
    }

    private static void refuse(String text, Place place, List<SyntaxErrorEvent> errors) {
        if (errors.isEmpty()) {
            return;
        }
        SyntaxErrorEvent first = errors.get(0);
        throw new RuleFault(
                "rules.feel",
                place.at(first.getLine(), first.getColumn() + 1),
                "表达式有语法错误：" + first.getMessage() + "；原文：" + text,
                "not FEEL: " + first.getMessage() + "; the text: " + text);
    }

    /** What the reference engine makes of a tree when these names have these values. */
    static @Nullable Object evaluate(BaseNode tree, Map<String, @Nullable Object> names) {
        EvaluationContext context = ((FEELImpl) FEEL_ENGINE).newEvaluationContext(List.of(), names);
        return tree.evaluate(context);
    }

    private static Type type(Staged value) {
        return switch (value) {
            case Scalar scalar -> builtIn(scalar.expr().type().kind());
            case Entries entries -> {
                MapBackedType type = new MapBackedType("context");
                entries.of().forEach((key, inner) -> type.addField(key, type(inner)));
                yield type;
            }
            case Listed(List<Element> elements, var present) ->
                new GenListType(
                        elements.isEmpty()
                                ? BuiltInType.UNKNOWN
                                : type(elements.get(0).value()));
            case Rows rows -> new GenListType(type(rows.each()));
            default -> BuiltInType.UNKNOWN;
        };
    }

    private static Type builtIn(Kind kind) {
        return switch (kind) {
            case NUMBER -> BuiltInType.NUMBER;
            case TEXT -> BuiltInType.STRING;
            case TRUTH -> BuiltInType.BOOLEAN;
            case DATE -> BuiltInType.DATE;
            case DATE_TIME -> BuiltInType.DATE_TIME;
            case TIME -> BuiltInType.TIME;
            case MONTHS, SECONDS -> BuiltInType.DURATION;
            case NOTHING -> BuiltInType.UNKNOWN;
        };
    }
}
