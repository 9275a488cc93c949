package org.diaodu.rules.book;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.ChronoPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

/**
 * What an input cell asks of its column, where that can be said without knowing a case: some of these pieces, or (negated)
 * none of them.
 */
record CellTest(List<Piece> pieces, boolean negated) {

    private static final FEEL ENGINE = FEELBuilder.builder().build();

    private static final String NUMBER = "-?\\d{1,30}(?:\\.\\d{1,30})?";
    private static final Pattern PLAIN =
            Pattern.compile("(?<from>[\\[(])\\s*(?<low>" + NUMBER + ")\\s*\\.\\.\\s*(?<high>" + NUMBER
                    + ")\\s*(?<to>[])])|(?<operator>[<>]=?)?\\s*(?<number>" + NUMBER + ")");

    static final CellTest ANYTHING = new CellTest(List.of(), true);

    /** A part of a column's values. */
    sealed interface Piece {}

    /** Values between two bounds; null is no bound. */
    record Between(
            @Nullable Object low,
            boolean lowClosed,
            @Nullable Object high,
            boolean highClosed) implements Piece {}

    /** One value; null is FEEL's null. */
    record Just(@Nullable Object value) implements Piece {}

    boolean isAnything() {
        return negated && pieces.isEmpty();
    }

    /** Every value the cell names. */
    List<Object> literals() {
        List<Object> literals = new ArrayList<>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Just(var value) -> add(literals, value);
                case Between between -> {
                    add(literals, between.low());
                    add(literals, between.high());
                }
            }
        }
        return literals;
    }

    boolean namesNull() {
        return !negated && pieces.stream().anyMatch(piece -> piece instanceof Just(var value) && value == null);
    }

    private static void add(List<Object> into, @Nullable Object value) {
        if (value != null) {
            into.add(value);
        }
    }

    /** What the cell asks, or null where it is no FEEL or asks more than comparing with literals. */
    static @Nullable CellTest of(String text) {
        if (text.equals("-") || text.isEmpty()) {
            return ANYTHING;
        }
        CellTest plain = plain(text);
        if (plain != null) {
            return plain;
        }
        BaseNode node = FeelText.tests(text, Map.of()).node();
        return node == null ? null : of(node);
    }

    /** A comparison with a number or a range of numbers, by far the most frequent, without the parser. */
    private static @Nullable CellTest plain(String text) {
        Matcher matcher = PLAIN.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        if (matcher.group("low") != null) {
            return new CellTest(
                    List.of(new Between(
                            new BigDecimal(matcher.group("low")),
                            matcher.group("from").equals("["),
                            new BigDecimal(matcher.group("high")),
                            matcher.group("to").equals("]"))),
                    false);
        }
        BigDecimal number = new BigDecimal(matcher.group("number"));
        String operator = matcher.group("operator");
        return new CellTest(List.of(operator == null ? new Just(number) : compared(operator, number)), false);
    }

    /** What the parsed cell asks, or null where it asks more than comparing with literals. */
    static @Nullable CellTest of(BaseNode tests) {
        if (!(tests instanceof UnaryTestListNode list)) {
            return null;
        }
        List<Piece> pieces = new ArrayList<>();
        for (BaseNode element : list.getElements()) {
            if (element instanceof DashNode) {
                return list.isNegated() ? null : ANYTHING;
            }
            if (element instanceof UnaryTestNode test
                    && test.getOperator() == UnaryTestNode.UnaryOperator.NE
                    && list.getElements().size() == 1
                    && !list.isNegated()) {
                return collect(test.getValue(), pieces) ? new CellTest(pieces, true) : null;
            }
            if (!collect(element, pieces)) {
                return null;
            }
        }
        return new CellTest(pieces, list.isNegated());
    }

    private static boolean collect(BaseNode node, List<Piece> into) {
        return switch (node) {
            case RangeNode range -> range(range, into);
            case UnaryTestNode test -> unary(test, into);
            case InfixOpNode infix -> question(infix, into);
            case ListNode list -> list.getElements().stream().allMatch(element -> collect(element, into));
            case NullNode nothing -> into.add(new Just(null));
            default -> {
                Object value = constant(node);
                yield value != null && into.add(new Just(value));
            }
        };
    }

    private static boolean range(RangeNode range, List<Piece> into) {
        Object low = constant(range.getStart());
        Object high = constant(range.getEnd());
        boolean said = (low != null || open(range.getStart())) && (high != null || open(range.getEnd()));
        if (!said || (low == null && high == null)) {
            return false;
        }
        return into.add(new Between(
                low,
                range.getLowerBound() == RangeNode.IntervalBoundary.CLOSED,
                high,
                range.getUpperBound() == RangeNode.IntervalBoundary.CLOSED));
    }

    private static boolean open(@Nullable BaseNode bound) {
        return bound instanceof UndefinedValueNode;
    }

    private static boolean unary(UnaryTestNode test, List<Piece> into) {
        return switch (test.getOperator()) {
            case LT, LTE, GT, GTE -> {
                Object value = constant(test.getValue());
                yield value != null && into.add(compared(test.getOperator().symbol, value));
            }
            case EQ, IN, TEST -> collect(test.getValue(), into);
            case NE, NOT -> false;
        };
    }

    /** {@code ? > 5} asks the same as {@code > 5}. */
    private static boolean question(InfixOpNode infix, List<Piece> into) {
        Object value = constant(infix.getRight());
        boolean asks = infix.getLeft() instanceof NameRefNode name && "?".equals(name.getText());
        String operator = infix.getOperator().symbol;
        if (value == null || !asks) {
            return false;
        }
        return switch (operator) {
            case "<", "<=", ">", ">=" -> into.add(compared(operator, value));
            case "=" -> into.add(new Just(value));
            default -> false;
        };
    }

    private static Piece compared(String operator, Object value) {
        return switch (operator) {
            case "<" -> new Between(null, false, value, false);
            case "<=" -> new Between(null, false, value, true);
            case ">" -> new Between(value, false, null, false);
            default -> new Between(value, true, null, false);
        };
    }

    /** The value of a literal, or null where the node is none. */
    static @Nullable Object constant(@Nullable BaseNode node) {
        return switch (node) {
            case null -> null;
            case NumberNode number -> number.getValue();
            case StringNode string -> string.getValue();
            case BooleanNode truth -> truth.getValue();
            case SignedUnaryNode signed
            when signed.getExpression() instanceof NumberNode number ->
                signed.getSign() == SignedUnaryNode.Sign.NEGATIVE
                        ? number.getValue().negate()
                        : number.getValue();
            case AtLiteralNode at -> ENGINE.evaluate(at.getText(), Map.of());
            case FunctionInvocationNode call when temporal(call) -> ENGINE.evaluate(call.getText(), Map.of());
            default -> null;
        };
    }

    private static boolean temporal(FunctionInvocationNode call) {
        return switch (String.valueOf(call.getName().getText())) {
            case "date", "time", "duration", "date and time" ->
                call.getParams().getElements().stream()
                        .allMatch(p -> p instanceof StringNode || p instanceof NumberNode);
            default -> false;
        };
    }

    /** The FEEL kind of a literal's value. */
    static DeclaredType.Kind kind(Object value) {
        return switch (value) {
            case Number number -> DeclaredType.Kind.NUMBER;
            case String string -> DeclaredType.Kind.STRING;
            case Boolean truth -> DeclaredType.Kind.BOOLEAN;
            case LocalDate date -> DeclaredType.Kind.DATE;
            case LocalDateTime time -> DeclaredType.Kind.DATE_TIME;
            case Duration duration -> DeclaredType.Kind.DAYS_TIME;
            case ChronoPeriod period -> DeclaredType.Kind.YEARS_MONTHS;
            case java.time.OffsetTime time -> DeclaredType.Kind.TIME;
            case java.time.LocalTime time -> DeclaredType.Kind.TIME;
            case java.time.ZonedDateTime time -> DeclaredType.Kind.DATE_TIME;
            default -> DeclaredType.Kind.ANY;
        };
    }
}
