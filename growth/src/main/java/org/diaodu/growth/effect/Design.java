package org.diaodu.growth.effect;

/**
 * How effects are measured. Periods are reporting periods: eleven a year, January–February being one. The period of
 * opening itself is neither before nor after: the case ran for a part of it.
 *
 * <pre>
 *   earlier      history       before            after
 *   −9 −8 −7  |  −6 −5 −4  |  −3 −2 −1  |  0  |  1 2 3
 *   (placebo)     matched      matched   opened  measured
 * </pre>
 *
 * @param before periods whose growth is the "before"; the last of them is matched on its own as the fall
 * @param history periods before those, matched on together
 * @param earlier periods before those again, kept out of the matching to test it
 * @param after periods measured, at most 10: the same period last year must lie before the case
 * @param neighbours enterprises without a case that each case is set beside, at most
 * @param fallCaliper how much the last period's growth may differ, in robust standard deviations
 * @param pathCaliper how far the whole path may differ, root mean square, in robust standard deviations
 * @param capPp growth above this counts as this, in points, so that no tiny base decides
 * @param pool enterprises without a case, nearest to a case, that may stand in for it as a placebo
 * @param draws placebo campaigns drawn
 * @param level of the intervals, such as 0.95
 * @param seed of the draws: the same seed gives the same figures
 */
public record Design(
        int before,
        int history,
        int earlier,
        int after,
        int neighbours,
        double fallCaliper,
        double pathCaliper,
        double capPp,
        int pool,
        int draws,
        double level,
        long seed) {

    /** Three periods each, five neighbours, 95 %. */
    public static final Design STANDARD = new Design(3, 3, 3, 3, 5, 0.5, 0.7, 100, 100, 999, 0.95, 1);

    public Design {
        if (before < 2 || history < 1 || earlier < 1 || neighbours < 1) {
            throw new IllegalArgumentException("before must be at least 2, history, earlier and neighbours 1: " + before
                    + ", " + history + ", " + earlier + ", " + neighbours);
        }
        if (after < 1 || after > 10) {
            throw new IllegalArgumentException("after must be 1 to 10 reporting periods: " + after
                    + ". Maybe a year was meant: from the eleventh on, growth is against a month the case has changed");
        }
        if (!(level > 0 && level < 1) || draws < 2 / (1 - level) - 1) {
            throw new IllegalArgumentException("a level of " + level + " needs more than " + draws + " draws");
        }
    }

    public Design after(int periods) {
        return new Design(
                before,
                history,
                earlier,
                periods,
                neighbours,
                fallCaliper,
                pathCaliper,
                capPp,
                pool,
                draws,
                level,
                seed);
    }

    public Design draws(int number) {
        return new Design(
                before,
                history,
                earlier,
                after,
                neighbours,
                fallCaliper,
                pathCaliper,
                capPp,
                pool,
                number,
                level,
                seed);
    }

    public Design seed(long another) {
        return new Design(
                before,
                history,
                earlier,
                after,
                neighbours,
                fallCaliper,
                pathCaliper,
                capPp,
                pool,
                draws,
                level,
                another);
    }

    /** The fewest placebo cases with which both ends of an interval can be told: 39 for 95 %. */
    int fewestPlacebos() {
        return (int) Math.ceil(2 / (1 - level) - 1e-9) - 1;
    }
}
