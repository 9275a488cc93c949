package org.diaodu.server.policies.coverage;

/** By what the reach of policies is told apart. */
public enum Axis {
    CLAUSE,
    CITY,
    SIZE
}
