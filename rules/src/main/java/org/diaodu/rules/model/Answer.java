package org.diaodu.rules.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What evaluating one decision gave.
 *
 * @param value the FEEL value: {@code BigDecimal}, {@code String}, {@code Boolean}, {@code java.time} values,
 *     {@code Period} or {@code Duration}, {@code List}, {@code Map}, a KIE {@code Range}; null is FEEL's null
 * @param faults errors met on the way; where there are any the value is null
 */
public record Answer(@Nullable Object value, List<String> faults) {

    public boolean failed() {
        return !faults.isEmpty();
    }
}
