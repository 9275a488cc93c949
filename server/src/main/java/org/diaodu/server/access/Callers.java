package org.diaodu.server.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is acting on this thread. */
public final class Callers {

    static final ScopedValue<Caller> ACTING = ScopedValue.newInstance();

    private Callers() {}

    /** The job if one runs, else the signed-in user, else {@link Caller#NOBODY}. */
    public static Caller current() {
        if (ACTING.isBound()) return ACTING.get();
        @Nullable
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn.caller()
                : Caller.NOBODY;
    }

    /** Runs work as somebody whose identity has just been established. */
    static <T> T acting(Caller caller, Supplier<T> work) {
        return ScopedValue.where(ACTING, caller).call(work::get);
    }

    /** The signed-in user's own unit or a unit inside it; anything else is denied. */
    public static void requireUnit(String region) {
        if (!current().scope().allows(region)) {
            throw new Denied(
                    "AC01",
                    "单位 " + region + " 不在您的权限范围内",
                    "Unit " + region + " is outside your own. Maybe ask its own bureau");
        }
    }
}
