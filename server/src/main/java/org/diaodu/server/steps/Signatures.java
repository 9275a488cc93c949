package org.diaodu.server.steps;

import java.time.Instant;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.springframework.stereotype.Component;

/** Signs steps for whoever acts. */
@Component
public class Signatures {

    private final MemberUnits units;

    Signatures(MemberUnits units) {
        this.units = units;
    }

    /** The caller, now. */
    public Signature now() {
        Caller caller = Callers.current();
        return new Signature(caller.name(), caller.displayName(), unitOf(caller), Instant.now());
    }

    /** The name of the member unit they work for, or else of their government; "" for neither. */
    public String unitOf(Caller caller) {
        String code = caller.memberUnit();
        if (code != null) return units.find(code).map(MemberUnit::name).orElse(code);
        return caller.unit() == null ? "" : caller.unit().name();
    }
}
