package org.diaodu.server.access;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Makes the authentication a sign-in of this user would leave in the session. */
@TestComponent
public class SignedInUsers {

    private final Accounts accounts;

    SignedInUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    public Authentication authentication(long id) {
        Account account = AsSystem.call("test", () -> accounts.find(id).orElseThrow());
        var user = new PlatformUser(account.caller(), account.mustChangePassword());
        return UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
    }
}
