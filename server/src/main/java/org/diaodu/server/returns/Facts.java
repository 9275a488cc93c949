package org.diaodu.server.returns;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may ask about a case, by the names the rules use. Numbers are {@code BigDecimal}; null is missing.
 *
 * @param <C> what a case is
 */
record Facts<C>(List<Fact<C>> all) {

    /** One fact and where it comes from. */
    record Fact<C>(String name, Function<C, ? extends @Nullable Object> of) {}

    static <C> Fact<C> fact(String name, Function<C, ? extends @Nullable Object> of) {
        return new Fact<>(name, of);
    }

    List<String> names() {
        return all.stream().map(Fact::name).toList();
    }

    /** The values for a case, in the order of the names. */
    @Nullable
    Object[] of(C one) {
        @Nullable Object[] values = new @Nullable Object[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i).of().apply(one);
        }
        return values;
    }
}
