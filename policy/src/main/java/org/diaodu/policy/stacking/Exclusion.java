package org.diaodu.policy.stacking;

/** A group as it concerns one subject: of these candidates, given by their positions, one is paid unless permitted. */
record Exclusion(String name, ExclusionGroup.Rule rule, int[] members, boolean anyPermitted) {}
