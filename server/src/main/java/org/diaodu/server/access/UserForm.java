package org.diaodu.server.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a security administrator enters about a user.
 *
 * @param name sign-in name; fixed once the user is made
 * @param unit region code of the unit
 * @param enterpriseId only for a clerk
 * @param memberUnit code of the task force's member unit; needed by an officer, "" for none
 * @param oidcSubject issuer#subject of a sign-in provider; "" for none
 * @param reason why, for the audit log
 */
public record UserForm(
        String name,
        String displayName,
        String unit,
        Set<Role> roles,
        @Nullable Long enterpriseId,
        String memberUnit,
        String oidcSubject,
        String reason) {

    /** Faults by field as message keys; empty when the form can be saved. */
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,59}")) faults.put("name", "users.fault.name");
        if (displayName.isBlank() || displayName.length() > 60) faults.put("displayName", "users.fault.displayName");
        if (!unit.matches("\\d{6}")) faults.put("unit", "users.fault.unit");
        if (roles.isEmpty()) faults.put("roles", "users.fault.noRole");
        if (isMixed(roles)) faults.put("roles", "users.fault.mixed");
        if (roles.contains(Role.CLERK) != (enterpriseId != null)) faults.put("enterprise", "users.fault.enterprise");
        boolean outside = roles.contains(Role.CLERK) || !administratorRoles().isEmpty();
        if (roles.contains(Role.OFFICER) && memberUnit.isEmpty()) faults.put("memberUnit", "users.fault.memberUnit");
        if (outside && !memberUnit.isEmpty()) faults.put("memberUnit", "users.fault.memberUnit.none");
        if (reason.isBlank()) faults.put("reason", "users.fault.reason");
        return faults;
    }

    /** An administrator is nothing else, and a clerk is nothing else. */
    static boolean isMixed(Set<Role> roles) {
        return roles.size() > 1 && roles.stream().anyMatch(role -> role.isAdministrator() || role == Role.CLERK);
    }

    Set<Role> administratorRoles() {
        return Set.copyOf(roles.stream().filter(Role::isAdministrator).toList());
    }
}
