package org.diaodu.policy.simulate;

import java.util.List;

/**
 * Today's book against a reform. Money is in fen.
 *
 * @param enterprises how many there are
 * @param total all together
 * @param winners how many are paid more; {@code losers} less
 * @param gainFen what the winners gain together; {@code lossFen}, positive, what the losers lose
 * @param clauses a line for each clause that pays in either book, or of which facts are missing
 * @param levels by level of government, as the clauses share; where a text does not say, its own level pays
 * @param years by year, as the clauses pay; a milestone without a year stands by its name
 * @param groups by the columns asked for, in their order
 * @param gained who gains most, at most {@value MOST}
 * @param lost who loses most
 */
public record Simulation(
        int enterprises,
        Change total,
        int winners,
        int losers,
        long gainFen,
        long lossFen,
        List<ByClause> clauses,
        List<Named> levels,
        List<Named> years,
        List<ByGroup> groups,
        List<ByEnterprise> gained,
        List<ByEnterprise> lost) {

    static final int MOST = 10;

    /** Cost and number paid under either book. */
    public record Change(long baselineFen, long reformFen, int baselinePaid, int reformPaid) {
        public long changeFen() {
            return reformFen - baselineFen;
        }
    }

    /**
     * A clause.
     *
     * @param needingFacts for how many subjects it cannot be told under the reform, or, where it is no more, today
     * @param faults for how many its amount cannot be paid
     */
    public record ByClause(String clause, String title, Change change, int needingFacts, int faults) {}

    /** A level or a year. */
    public record Named(String name, long baselineFen, long reformFen) {}

    /** Enterprises with the same values in the columns asked for. */
    public record ByGroup(List<String> values, int enterprises, Change change, int winners, int losers) {}

    /** One enterprise, and the clauses that make the difference with it. */
    public record ByEnterprise(String key, long baselineFen, long reformFen, List<String> clauses) {
        public long changeFen() {
            return reformFen - baselineFen;
        }
    }
}
