package org.diaodu.server.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.diaodu.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the platform, for the jobs that make them (sample, first start); administrators use the pages. */
@Component
@Transactional
public class Users {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Audit audit;

    Users(JdbcClient jdbc, PasswordEncoder encoder, Audit audit) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.audit = audit;
    }

    /**
     * A user to be made.
     *
     * @param name what they sign in with, unique whatever its case
     * @param unit region code of their unit; for a clerk the county of the enterprise
     * @param enterpriseId the enterprise of a clerk; null for everybody else
     * @param memberUnit code of the task force's member unit; an officer needs one
     * @param mustChangePassword whether the first sign-in asks for a new password
     */
    public record NewUser(
            String name,
            String displayName,
            String password,
            Set<Role> roles,
            String unit,
            @Nullable Long enterpriseId,
            @Nullable String memberUnit,
            boolean mustChangePassword) {

        /** Somebody of no member unit. */
        public NewUser(
                String name,
                String displayName,
                String password,
                Set<Role> roles,
                String unit,
                @Nullable Long enterpriseId,
                boolean mustChangePassword) {
            this(name, displayName, password, roles, unit, enterpriseId, null, mustChangePassword);
        }
    }

    /** Makes a user and returns its id. Must run {@link AsSystem} or as a security administrator. */
    public long create(NewUser user) {
        refuseMixedRoles(user.roles());
        if (user.roles().contains(Role.CLERK) != (user.enterpriseId() != null)) {
            throw new IllegalArgumentException("AC05 user \"" + user.name()
                    + "\": a clerk has an enterprise, nobody else has. Maybe give the enterprise or another role.");
        }
        if (user.roles().contains(Role.OFFICER) && user.memberUnit() == null) {
            throw new IllegalArgumentException(
                    "AC15 user \"" + user.name() + "\": an officer works for a member unit. Maybe give its code.");
        }
        long id = jdbc.sql("""
                insert into account (name, display_name, unit, enterprise_id, member_unit)
                values (:name, :displayName, :unit, :enterprise, :memberUnit) returning id
                """)
                .param("name", user.name())
                .param("displayName", user.displayName())
                .param("unit", user.unit())
                .param("enterprise", user.enterpriseId())
                .param("memberUnit", user.memberUnit())
                .query(Long.class)
                .single();
        for (Role role : user.roles()) {
            jdbc.sql("insert into account_role (account, role) values (:id, :role)")
                    .param("id", id)
                    .param("role", role.name())
                    .update();
        }
        jdbc.sql("insert into credential (account, password, must_change) values (:id, :password, :mustChange)")
                .param("id", id)
                .param("password", encoder.encode(user.password()))
                .param("mustChange", user.mustChangePassword())
                .update();
        audit.record(
                "user.create",
                "account",
                "" + id,
                null,
                Map.of(
                        "name",
                        user.name(),
                        "displayName",
                        user.displayName(),
                        "unit",
                        user.unit(),
                        "roles",
                        user.roles()),
                null);
        return id;
    }

    /** An administrator is nothing else: not another administrator, and nobody who works with business data. */
    static void refuseMixedRoles(Collection<Role> roles) {
        if (roles.isEmpty()) throw new IllegalArgumentException("AC06 a user needs a role");
        boolean administrator = roles.stream().anyMatch(Role::isAdministrator);
        boolean clerkToo = roles.contains(Role.CLERK) && roles.size() > 1;
        if ((administrator && roles.size() > 1) || clerkToo) {
            throw new IllegalArgumentException(
                    "AC07 roles " + EnumSet.copyOf(roles) + " cannot be held by one person. Maybe make two users.");
        }
    }
}
