package org.diaodu.server.policies.delivery;

/**
 * Which entitlements a list shows; "" leaves a field open.
 *
 * @param text part of an enterprise's or subject's name, a credit code, or the beginning of a number
 * @param region leading digits of the region
 * @param state a name of {@link org.diaodu.server.policies.EntitlementState#NAMES}, or STOOD for those whose notice is over
 * @param doubt "yes" for those that were in doubt in the last run
 */
public record EntitlementFilter(
        String text, String region, String clause, String state, String benefit, String doubt) {}
