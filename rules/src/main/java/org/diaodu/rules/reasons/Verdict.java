package org.diaodu.rules.reasons;

/** How a condition came out for a case. */
public enum Verdict {
    HOLDS,
    FAILS,
    /** It cannot be told, because something it needs is missing: that is not a "no". */
    UNKNOWN
}
