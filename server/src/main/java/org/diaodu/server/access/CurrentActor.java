package org.diaodu.server.access;

import org.diaodu.server.audit.Actors;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The signed-in user with their address, or the job with its reason. */
@Component
class CurrentActor implements Actors {

    @Override
    public Actor current() {
        Caller caller = Callers.current();
        String unit = caller.unit() == null ? "" : caller.unit().code();
        return new Actor(caller.userId(), caller.name(), unit, origin(caller));
    }

    private static String origin(Caller caller) {
        return caller.isSystem() ? (caller.displayName() + " " + address()).strip() : address();
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? String.valueOf(request.getRequest().getRemoteAddr())
                : "";
    }
}
