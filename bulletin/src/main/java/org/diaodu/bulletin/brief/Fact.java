package org.diaodu.bulletin.brief;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template may ask for by name. */
public sealed interface Fact {

    /** A word: the name of a region, a period. */
    record Text(String words) implements Fact {}

    /**
     * A figure.
     *
     * @param exact as it was computed, unrounded
     * @param decimals as many as are printed
     * @param unit what stands behind it where its form does not say: %, 个百分点, 户; may be empty
     * @param address where its rows are on the platform; empty for none
     */
    record Figure(BigDecimal exact, int decimals, String unit, String address) implements Fact {

        public static Figure of(double exact, int decimals, String unit, String address) {
            return new Figure(BigDecimal.valueOf(exact), decimals, unit, address);
        }

        public static Figure count(long count, String unit, String address) {
            return new Figure(BigDecimal.valueOf(count), 0, unit, address);
        }

        /** Rounded half up, as it is printed. */
        public BigDecimal rounded() {
            return exact.setScale(decimals, RoundingMode.HALF_UP);
        }
    }

    /** A figure and what it is set beside: the nation's, or the same a month before. */
    record Pair(Figure own, Figure other) implements Fact {}

    /** The same facts for several things, in order. */
    record Rows(List<Map<String, Fact>> rows) implements Fact {}

    /**
     * A table.
     *
     * @param heads the head of each column, with its unit
     * @param rows cells of words and figures; every row as long as the heads
     * @param note what stands below it; empty for nothing
     */
    record Table(List<String> heads, List<List<Fact>> rows, String note) implements Fact {}

    /**
     * A chart.
     *
     * @param unit of its values
     * @param categories what stands along its axis
     * @param series lines or sets of bars; values in the order of the categories, null where there is none
     */
    record Chart(Kind kind, String unit, List<String> categories, List<Series> series) implements Fact {

        /** How it is drawn: lines over time, standing bars, or lying bars in an order. */
        public enum Kind {
            LINES,
            COLUMNS,
            BARS
        }

        /** Whether all of its values are whole, as counts are. */
        boolean isWhole() {
            return series.stream()
                    .flatMap(one -> one.values().stream())
                    .allMatch(value -> value == null || value == Math.rint(value));
        }

        /** One line, or one set of bars. */
        public record Series(String name, List<@Nullable Double> values) {}
    }
}
