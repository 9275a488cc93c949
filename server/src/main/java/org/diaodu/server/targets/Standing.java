package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a target is.
 *
 * @param day the day it was looked at
 * @param value the latest figure, in base units
 * @param valueDay the day the figure is of
 * @param expected what should be there by that day, in base units
 * @param percent the figure in per cent of what should be there, by the rule; null where nothing is to be there yet
 * @param light 绿, 黄, 橙 or 红 by the rule {@value TargetLight#ID}; "" where it gives none
 */
public record Standing(
        LocalDate day,
        BigDecimal value,
        LocalDate valueDay,
        BigDecimal expected,
        @Nullable BigDecimal percent,
        String light,
        Instant computedAt) {

    public boolean isRed() {
        return light.equals(TargetLight.RED);
    }
}
