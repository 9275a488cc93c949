package org.diaodu.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.rules.reasons.PreparedRule;
import org.diaodu.server.registry.Classes;
import org.diaodu.server.rulebook.ShippedRules;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;

/** Size classes by the rule the platform ships, as it held at the end of the year the sample starts from. */
final class Sizes {
    private static final PreparedRule RULE = PreparedRule.of(
            new ShippedRules().rule(Classes.SIZE).asOf(LocalDate.of(Slots.FIRST_YEAR, 12, 31)),
            List.of(Classes.STAFF, Classes.REVENUE));

    private Sizes() {}

    /** The class for the staff and a year's revenue in 千元. */
    static SizeClass of(int staff, double revenue) {
        @Nullable
        Object[] facts = {BigDecimal.valueOf(staff), BigDecimal.valueOf(revenue).setScale(3, RoundingMode.HALF_UP)};
        return SizeClass.parse(String.valueOf(RULE.answer(facts).value()));
    }
}
