package org.diaodu.policy.stacking;

import org.jspecify.annotations.Nullable;

/**
 * A clause that adds to another's payment (配套): it is due {@code rate} of what the base clause pays to the same subject
 * now and paid it earlier in the year, and no more than its cap. A supplement to a project counts what the base pays to
 * that project and to the enterprise as a whole.
 *
 * @param capFen the most it pays, or null
 */
public record Supplement(
        String clause, String base, Rate rate, @Nullable Long capFen) {}
