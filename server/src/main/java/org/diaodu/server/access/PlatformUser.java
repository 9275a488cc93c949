package org.diaodu.server.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The principal of a session that began with a password; carries none. */
record PlatformUser(Caller caller, boolean mustChangePassword) implements UserDetails, SignedIn {

    static Collection<GrantedAuthority> authorities(Caller caller) {
        return caller.roles().stream()
                .<GrantedAuthority>map(r -> new SimpleGrantedAuthority("ROLE_" + r.name()))
                .toList();
    }

    @Override
    public Collection<GrantedAuthority> getAuthorities() {
        return List.copyOf(authorities(caller));
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return caller.name();
    }
}
