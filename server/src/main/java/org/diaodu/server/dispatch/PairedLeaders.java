package org.diaodu.server.dispatch;

import java.util.Collection;
import java.util.Map;

/** Who looks after enterprises (包联), as the room of pairing tells it. */
public interface PairedLeaders {

    /** Name and post of the leader by enterprise, for those that have one and that the caller sees. */
    Map<Long, String> of(Collection<Long> enterprises);
}
