package org.diaodu.server.access;

import java.io.Serializable;

/** A principal of a session that knows its caller. */
interface SignedIn extends Serializable {

    Caller caller();
}
