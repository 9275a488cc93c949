package org.diaodu.server.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the platform's user of somebody an OIDC provider vouches for: by issuer and subject. Nobody is made up. */
@Component
class ProviderUsers {

    private final Accounts accounts;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ProviderUsers(Accounts accounts, Audit audit, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    OidcUser load(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        String subject = token.getIssuer() + "#" + token.getSubject();
        Optional<Account> account =
                AsSystem.call("sign-in", () -> accounts.ofSubject(subject)).filter(Account::enabled);
        if (account.isEmpty()) {
            AsSystem.run("sign-in", () -> told("sign-in.refused", "?", subject));
            throw new OAuth2AuthenticationException("unknown_user");
        }
        Caller caller = account.get().caller();
        return Callers.acting(caller, () -> {
            told("sign-in", "" + caller.userId(), subject);
            return new ProvidedUser(caller, token);
        });
    }

    private void told(String action, String account, String subject) {
        transaction.executeWithoutResult(
                t -> audit.record(action, "account", account, null, Map.of("oidc", subject), null));
    }

    private record ProvidedUser(Caller caller, OidcIdToken token) implements OidcUser, SignedIn {

        @Override
        public Collection<GrantedAuthority> getAuthorities() {
            return List.copyOf(PlatformUser.authorities(caller));
        }

        @Override
        public Map<String, Object> getClaims() {
            return token.getClaims();
        }

        @Override
        public Map<String, Object> getAttributes() {
            return token.getClaims();
        }

        @Override
        public @Nullable OidcUserInfo getUserInfo() {
            return null;
        }

        @Override
        public OidcIdToken getIdToken() {
            return token;
        }

        @Override
        public String getName() {
            return caller.name();
        }
    }
}
