package org.diaodu.server.access;

import org.jspecify.annotations.Nullable;

/**
 * The rows somebody may touch: those of regions that begin with a prefix, or those of one enterprise.
 *
 * @param regionPrefix leading digits of the region code; "*" for every region, "" for none
 * @param enterpriseId the one enterprise of a clerk, whatever its region
 */
public record Scope(String regionPrefix, @Nullable Long enterpriseId) {

    /** No rows at all. */
    public static final Scope NOTHING = new Scope("", null);

    /** Every row; only for the platform's own jobs. */
    public static final Scope EVERYTHING = new Scope("*", null);

    /** Whether everything of this region may be read. */
    public boolean allows(String region) {
        return regionPrefix.equals("*") || (!regionPrefix.isEmpty() && region.startsWith(regionPrefix));
    }

    /** Whether this enterprise, seated in this region, may be read. */
    public boolean allows(String region, long enterprise) {
        return allows(region) || (enterpriseId != null && enterpriseId == enterprise);
    }
}
