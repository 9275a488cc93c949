package org.diaodu.server.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as the security administrator sees them.
 *
 * @param memberUnit code of the task force's member unit; null for most
 * @param waitsUntil end of a lock-out after wrong passwords; null when there is none
 * @param version counts the changes; a save against an older one is stale
 */
public record UserDetails(
        long id,
        String name,
        String displayName,
        Unit unit,
        @Nullable Long enterpriseId,
        @Nullable String memberUnit,
        Set<Role> roles,
        boolean enabled,
        boolean mustChangePassword,
        @Nullable String oidcSubject,
        @Nullable Instant waitsUntil,
        int version) {

    public boolean isClerk() {
        return enterpriseId != null;
    }
}
