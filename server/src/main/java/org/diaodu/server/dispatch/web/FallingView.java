package org.diaodu.server.dispatch.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.diaodu.server.dispatch.Falling;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Pager;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the dispatcher's page shows.
 *
 * @param all every enterprise under the filters, {@code rows} those of this page
 */
public record FallingView(
        Period period,
        List<Period> periods,
        List<FallingRow> all,
        List<FallingRow> rows,
        Pager pager,
        Address address,
        boolean mayOpen) {

    public long of(String colour) {
        return all.stream()
                .filter(row -> row.falling().light().colour().equals(colour))
                .count();
    }

    public long withCase() {
        return all.stream().filter(row -> row.number() != null).count();
    }

    public double contributionPp() {
        return sum(Falling::contributionPp);
    }

    public double recoverablePp() {
        return sum(Falling::recoverablePp);
    }

    /** The largest figure, for the bars. */
    public double most() {
        return all.stream()
                .map(row -> row.falling().contributionPp())
                .filter(Objects::nonNull)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
    }

    private double sum(Function<Falling, @Nullable Double> figure) {
        return all.stream()
                .map(row -> figure.apply(row.falling()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
