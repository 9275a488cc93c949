package org.diaodu.server.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user as stored, without the password. */
record Account(
        long id,
        String name,
        String displayName,
        Unit unit,
        @Nullable Long enterpriseId,
        @Nullable String memberUnit,
        boolean enabled,
        Set<Role> roles,
        boolean mustChangePassword,
        int version) {

    Caller caller() {
        return Caller.of(id, name, displayName, roles, unit, enterpriseId, memberUnit);
    }
}
