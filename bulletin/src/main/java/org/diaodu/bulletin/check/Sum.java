package org.diaodu.bulletin.check;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sum of printed figures: its expression and what rounding leaves open. */
final class Sum {

    private Sum() {}

    static String expression(List<Figure> parts) {
        StringBuilder sum = new StringBuilder();
        for (Figure part : parts) {
            String text = part.printed().text();
            sum.append(sum.isEmpty() || text.startsWith("-") ? "" : "+").append(text);
        }
        return sum.toString();
    }

    static Computed of(List<Figure> parts) {
        return new Computed(
                exact(parts),
                parts.stream().mapToDouble(p -> p.printed().low()).sum(),
                parts.stream().mapToDouble(p -> p.printed().high()).sum());
    }

    /** In the unit of {@code as}. */
    static Computed of(List<Figure> parts, Figure as) {
        Printed[] scaled = parts.stream()
                .map(p -> p.printed().times(p.scale() / as.scale()))
                .toArray(Printed[]::new);
        return new Computed(
                Arrays.stream(scaled).mapToDouble(Printed::value).sum(),
                Arrays.stream(scaled).mapToDouble(Printed::low).sum(),
                Arrays.stream(scaled).mapToDouble(Printed::high).sum());
    }

    private static double exact(List<Figure> parts) {
        return parts.stream()
                .map(p -> new java.math.BigDecimal(p.printed().text()))
                .collect(Collectors.reducing(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .doubleValue();
    }

    /** Evidence: the parts and what they are set against. */
    static Figure[] with(List<Figure> parts, Figure... more) {
        return Stream.concat(parts.stream(), Arrays.stream(more)).toArray(Figure[]::new);
    }
}
