package org.diaodu.policy.stacking;

/**
 * What stacking needs to know of a clause by itself.
 *
 * @param priority smaller first among bundles of the same total
 */
public record Grant(String clause, int priority, Frequency frequency) {

    /** How often a clause pays (一次性). */
    public enum Frequency {
        /** 终身: once to an enterprise, whatever the project. */
        ONCE,
        /** 每年: once a year to an enterprise, or to a project where it pays projects. */
        YEARLY,
        /** 每项目: once to a project. */
        PER_PROJECT
    }
}
