package org.diaodu.server.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever acts: a signed-in user, a job of the platform, or nobody.
 *
 * @param userId row of the user; 0 for a job or nobody
 * @param name what they sign in with; for a job "system"
 * @param displayName what others read; for a job its reason
 * @param unit the unit they work for; a clerk has the unit of the enterprise's county
 * @param enterpriseId the enterprise of a clerk
 * @param memberUnit code of the task force's member unit they work for; null for most
 * @param scope rows they may touch
 */
public record Caller(
        long userId,
        String name,
        String displayName,
        Set<Role> roles,
        @Nullable Unit unit,
        @Nullable Long enterpriseId,
        @Nullable String memberUnit,
        Scope scope) {

    /** Not signed in: sees nothing. */
    public static final Caller NOBODY = new Caller(0, "", "", Set.of(), null, null, null, Scope.NOTHING);

    /** A job of the platform itself, with every row in reach; use it through {@link AsSystem}. */
    public static Caller system(String reason) {
        return new Caller(0, "system", reason, Set.of(), null, null, null, Scope.EVERYTHING);
    }

    static Caller of(
            long userId,
            String name,
            String displayName,
            Set<Role> roles,
            Unit unit,
            @Nullable Long enterprise,
            @Nullable String memberUnit) {
        boolean business = roles.stream().anyMatch(Role::seesRegion);
        Scope scope = enterprise != null
                ? new Scope("", enterprise)
                : business ? new Scope(unit.prefix(), null) : Scope.NOTHING;
        return new Caller(userId, name, displayName, Set.copyOf(roles), unit, enterprise, memberUnit, scope);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isSystem() {
        return scope.equals(Scope.EVERYTHING);
    }

    public boolean isSignedIn() {
        return userId != 0;
    }

    /** The unit, for pages that only people with one can reach. */
    public Unit ownUnit() {
        if (unit == null) throw new Denied("AC03", "该操作需要所属单位", "This needs a unit; you belong to none");
        return unit;
    }

    /** What of cases and appeals a caller sees: those of the region or enterprise, and those of the member unit. */
    public record Sight(Scope scope, @Nullable String memberUnit) {}

    public Sight sight() {
        return new Sight(scope, memberUnit);
    }

    /** The member unit through which alone they see rows; "" for whoever sees a region, or nothing. */
    public String onlyUnit() {
        return memberUnit != null && scope.equals(Scope.NOTHING) ? memberUnit : "";
    }

    /** The leading digits the lists of this administrator are limited to; "" for everybody else. */
    String prefixAs(Role administrator) {
        if (isSystem()) return "*";
        return has(administrator) && unit != null ? unit.prefix() : "";
    }
}
