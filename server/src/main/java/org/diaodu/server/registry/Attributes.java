package org.diaodu.server.registry;

import java.time.YearMonth;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;

/**
 * What was true of an enterprise from a month on.
 *
 * @param from first month
 * @param until first month in which it was no longer true; null while it is
 * @param region county code, or a prefecture's where the county is not known
 * @param industry code of a division, group or class of GB/T 4754-2017
 * @param park empty for none
 * @param chain the main industrial chain, empty for none
 */
public record Attributes(
        YearMonth from,
        @Nullable YearMonth until,
        String name,
        String region,
        String industry,
        SizeClass size,
        Ownership ownership,
        String park,
        String chain,
        boolean keyList,
        OperatingStatus status) {

    public boolean appliesIn(YearMonth month) {
        return !month.isBefore(from) && (until == null || month.isBefore(until));
    }

    public Attributes between(YearMonth first, @Nullable YearMonth end) {
        return new Attributes(first, end, name, region, industry, size, ownership, park, chain, keyList, status);
    }

    /** Equal in everything but the dates. */
    public boolean saysTheSameAs(Attributes other) {
        return between(other.from, other.until).equals(other);
    }
}
