package org.diaodu.policy.stacking;

import java.util.Set;

/**
 * Clauses that do not simply add up (互斥组). Two members may nevertheless both be paid in full where a {@link Permission}
 * says so.
 *
 * @param clauses the members' ids
 */
public record ExclusionGroup(String name, Rule rule, Scope scope, Set<String> clauses) {

    public ExclusionGroup {
        clauses = Set.copyOf(clauses);
    }

    /** What the members of a group do to each other. */
    public enum Rule {
        /**
         * 就高不重复: one is paid, the highest of those that can be; after an earlier payment of the same year only the
         * difference is due. A member given up for the sake of another group does not stand in the way.
         */
        HIGHEST_ONLY("就高不重复", "only the highest is paid"),
        /** 择一: one is paid, that of the best bundle; an earlier payment of the same year was the choice. */
        CHOOSE_ONE("择一", "only one is paid"),
        /**
         * 补差: all may be paid, but together, with what was paid earlier in the year, no more than the largest amount
         * that any member is due by itself.
         */
        TOP_UP("补差", "together no more than the highest");

        private final String chinese;
        private final String english;

        Rule(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    /** Within what the members exclude each other (范围). */
    public enum Scope {
        ENTERPRISE,
        PROJECT
    }
}
