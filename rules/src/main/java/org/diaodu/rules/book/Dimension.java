package org.diaodu.rules.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values one input of a table can take, cut into atoms that no test of the table can tell apart. Ordered values: between
 * and at the bounds the tests name (atom 2i lies before bound i, atom 2i+1 is bound i). Texts: each named text, and any
 * other. Null is an atom only where a test names it: a missing value is then meant to be dealt with.
 */
final class Dimension {

    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private final String name;
    private final DeclaredType.Kind kind;
    private final @Nullable BigDecimal step;
    private final List<BigDecimal> bounds;
    private final List<String> texts;
    private final boolean withNull;
    private final AtomSet domain;

    private Dimension(
            String name,
            DeclaredType.Kind kind,
            @Nullable BigDecimal step,
            List<BigDecimal> bounds,
            List<String> texts,
            boolean withNull,
            @Nullable CellTest allowed) {
        this.name = name;
        this.kind = kind;
        this.step = step;
        this.bounds = bounds;
        this.texts = texts;
        this.withNull = withNull;
        this.domain = domain(allowed);
    }

    /** Whether values of this kind can be cut into atoms. */
    static boolean can(DeclaredType type) {
        return !type.list()
                && switch (type.kind()) {
                    case NUMBER, STRING, BOOLEAN, DATE, DATE_TIME, TIME, DAYS_TIME, YEARS_MONTHS -> true;
                    case STRUCTURE, ANY -> false;
                };
    }

    /** Cuts the values of {@code type} by what the tests name; {@code allowed} are the only values, if not null. */
    static Dimension of(String name, DeclaredType type, @Nullable CellTest allowed, Collection<CellTest> tests) {
        Set<BigDecimal> bounds = new TreeSet<>();
        Set<String> texts = new LinkedHashSet<>();
        boolean withNull = tests.stream().anyMatch(CellTest::namesNull);
        List<CellTest> all = new ArrayList<>(tests);
        if (allowed != null) {
            all.addFirst(allowed);
        }
        for (CellTest test : all) {
            for (Object literal : test.literals()) {
                BigDecimal at = position(type.kind(), literal);
                if (at != null) {
                    bounds.add(at.signum() == 0 ? BigDecimal.ZERO : at.stripTrailingZeros());
                } else if (literal instanceof String text) {
                    texts.add(text);
                }
            }
        }
        if (type.kind() == DeclaredType.Kind.BOOLEAN) {
            texts = new LinkedHashSet<>(List.of("true", "false"));
        }
        return new Dimension(name, type.kind(), step(type), List.copyOf(bounds), List.copyOf(texts), withNull, allowed);
    }

    private static @Nullable BigDecimal step(DeclaredType type) {
        return switch (type.kind()) {
            case DATE, YEARS_MONTHS -> BigDecimal.ONE;
            case NUMBER -> type.scale() < 0 ? null : BigDecimal.ONE.movePointLeft(type.scale());
            default -> null;
        };
    }

    /** An ordered value as a number, or null where it is of another kind. */
    private static @Nullable BigDecimal position(DeclaredType.Kind kind, Object value) {
        return switch (kind) {
            case NUMBER -> value instanceof BigDecimal number ? number : null;
            case DATE -> value instanceof LocalDate date ? BigDecimal.valueOf(date.toEpochDay()) : null;
            case DATE_TIME ->
                value instanceof LocalDateTime time
                        ? BigDecimal.valueOf(time.toLocalDate().toEpochDay())
                                .multiply(SECONDS_A_DAY)
                                .add(BigDecimal.valueOf(time.toLocalTime().toNanoOfDay(), 9))
                        : null;
            case TIME -> value instanceof LocalTime time ? BigDecimal.valueOf(time.toNanoOfDay(), 9) : null;
            case DAYS_TIME ->
                value instanceof Duration duration
                        ? BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9))
                        : null;
            case YEARS_MONTHS ->
                value instanceof ChronoPeriod period
                        ? BigDecimal.valueOf(period.get(ChronoUnit.YEARS) * 12 + period.get(ChronoUnit.MONTHS))
                        : null;
            default -> null;
        };
    }

    private boolean ordered() {
        return kind != DeclaredType.Kind.STRING && kind != DeclaredType.Kind.BOOLEAN;
    }

    private int nullAtom() {
        return ordered() ? 2 * bounds.size() + 1 : texts.size() + 1;
    }

    private AtomSet domain(@Nullable CellTest allowed) {
        BitSet atoms = new BitSet();
        if (ordered()) {
            atoms.set(0, 2 * bounds.size() + 1);
            for (int i = 1; i < bounds.size() && step != null; i++) {
                if (bounds.get(i - 1).add(step).compareTo(bounds.get(i)) >= 0) {
                    atoms.clear(2 * i);
                }
            }
        } else {
            atoms.set(0, texts.size() + (kind == DeclaredType.Kind.BOOLEAN ? 0 : 1));
        }
        if (allowed != null) {
            atoms.and(bits(allowed));
        }
        if (withNull) {
            atoms.set(nullAtom());
        }
        return AtomSet.of(atoms);
    }

    String name() {
        return name;
    }

    /** Every atom. */
    AtomSet whole() {
        return domain;
    }

    /** The atoms the test takes. */
    AtomSet of(CellTest test) {
        return test.isAnything() ? domain : AtomSet.of(bits(test)).and(domain);
    }

    private BitSet bits(CellTest test) {
        BitSet bits = new BitSet();
        for (CellTest.Piece piece : test.pieces()) {
            switch (piece) {
                case CellTest.Just(var value) -> just(value, bits);
                case CellTest.Between between -> between(between, bits);
            }
        }
        if (test.negated()) {
            bits.flip(0, nullAtom() + 1);
        }
        return bits;
    }

    private void just(@Nullable Object value, BitSet into) {
        if (value == null) {
            into.set(nullAtom());
        } else if (ordered()) {
            BigDecimal at = position(kind, value);
            if (at != null) {
                into.set(2 * index(at) + 1);
            }
        } else {
            int at = CellTest.kind(value) == kind ? texts.indexOf(String.valueOf(value)) : -1;
            if (at >= 0) {
                into.set(at);
            }
        }
    }

    private void between(CellTest.Between between, BitSet into) {
        BigDecimal low = between.low() == null ? null : position(kind, between.low());
        BigDecimal high = between.high() == null ? null : position(kind, between.high());
        boolean comparable =
                ordered() && (low != null || between.low() == null) && (high != null || between.high() == null);
        if (comparable) {
            int from = low == null ? 0 : 2 * index(low) + (between.lowClosed() ? 1 : 2);
            int to = high == null ? 2 * bounds.size() : 2 * index(high) + (between.highClosed() ? 1 : 0);
            if (from <= to) {
                into.set(from, to + 1);
            }
        }
    }

    private int index(BigDecimal bound) {
        return Collections.binarySearch(bounds, bound);
    }

    /** A value of the atom, as FEEL writes it. */
    String example(int atom) {
        if (withNull && atom == nullAtom()) {
            return "null";
        }
        if (!ordered()) {
            return atom < texts.size() ? text(atom) : "\"" + other() + "\"";
        }
        if (atom % 2 == 1) {
            return show(bounds.get(atom / 2));
        }
        return show(inside(
                atom == 0 ? null : bounds.get(atom / 2 - 1), atom == 2 * bounds.size() ? null : bounds.get(atom / 2)));
    }

    private String text(int atom) {
        return kind == DeclaredType.Kind.BOOLEAN ? texts.get(atom) : "\"" + texts.get(atom) + "\"";
    }

    private String other() {
        String other = "其他";
        while (texts.contains(other)) {
            other += "…";
        }
        return other;
    }

    private BigDecimal inside(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        BigDecimal unit = step == null ? BigDecimal.ONE : step;
        if (low == null) {
            return high == null ? BigDecimal.ZERO : high.subtract(unit);
        }
        BigDecimal next = step == null ? low.setScale(0, RoundingMode.FLOOR).add(unit) : low.add(unit);
        return high == null || next.compareTo(high) < 0 ? next : low.add(high).divide(BigDecimal.TWO);
    }

    private String show(BigDecimal at) {
        return switch (kind) {
            case DATE -> "date(\"" + LocalDate.ofEpochDay(at.longValue()) + "\")";
            case DATE_TIME ->
                "date and time(\"" + LocalDateTime.ofEpochSecond(at.longValue(), 0, ZoneOffset.UTC) + "\")";
            case TIME -> "time(\"" + LocalTime.ofSecondOfDay(Math.floorMod(at.longValue(), 86_400)) + "\")";
            case DAYS_TIME -> "duration(\"" + Duration.ofSeconds(at.longValue()) + "\")";
            case YEARS_MONTHS -> "duration(\"P" + at.toBigInteger() + "M\")";
            default -> at.signum() == 0 ? "0" : at.stripTrailingZeros().toPlainString();
        };
    }

    /** The atoms as FEEL writes such a test. */
    String describe(AtomSet atoms) {
        if (atoms.contains(domain)) {
            return "-";
        }
        List<String> parts = new ArrayList<>();
        BitSet bits = atoms.bits();
        boolean nothing = withNull && bits.get(nullAtom());
        bits.clear(nullAtom());
        if (ordered()) {
            bits.or(emptyBetween(bits));
            int[] ranges = AtomSet.of(bits).ranges();
            for (int i = 0; i < ranges.length; i += 2) {
                parts.add(range(ranges[i], ranges[i + 1]));
            }
        } else if (bits.get(texts.size()) && kind == DeclaredType.Kind.STRING) {
            BitSet missing = new BitSet();
            missing.set(0, texts.size());
            missing.andNot(bits);
            List<String> not = missing.stream().mapToObj(this::text).toList();
            parts.add(not.isEmpty() ? "not(null)" : "not(" + String.join(", ", not) + ")");
        } else {
            bits.stream().mapToObj(this::text).forEach(parts::add);
        }
        if (nothing) {
            parts.add("null");
        }
        return String.join(", ", parts);
    }

    /** Atoms that hold no value and lie between two of these. */
    private BitSet emptyBetween(BitSet bits) {
        BitSet between = new BitSet();
        BitSet all = domain.bits();
        for (int atom = bits.nextSetBit(0); atom >= 0; atom = bits.nextSetBit(atom + 1)) {
            if (!all.get(atom + 1) && bits.get(atom + 2)) {
                between.set(atom + 1);
            }
        }
        return between;
    }

    private String range(int from, int to) {
        int last = 2 * bounds.size();
        String low = from == 0 ? "" : show(bounds.get((from - 1) / 2));
        String high = to == last ? "" : show(bounds.get(to / 2));
        if (from == to && from % 2 == 1) {
            return low;
        }
        if (low.isEmpty()) {
            return high.isEmpty() ? "not(null)" : (to % 2 == 1 ? "<= " : "< ") + high;
        }
        if (high.isEmpty()) {
            return (from % 2 == 1 ? ">= " : "> ") + low;
        }
        return (from % 2 == 1 ? "[" : "(") + low + ".." + high + (to % 2 == 1 ? "]" : ")");
    }
}
