package org.diaodu.growth.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diaodu.standards.Period;

/**
 * A province whose truth is known. The logarithm of an enterprise's output is its size (heavy-tailed), the season of
 * its industry, the shocks of its industry (a random walk), a trend of its own, a state that reverts to the mean, and
 * noise of Student's t with 3 degrees of freedom; some stand still for a while, some returns are missing, some
 * enterprises leave. Cases are opened, by chance, for those that just fell; each raises its enterprise's output after
 * the opening by its own points of last year's.
 *
 * @param with output as it is, with the cases' effect
 * @param without output as it would have been without any
 */
record MadeUpProvince(Panel with, Panel without, List<DispatchCase> cases) {
    static final Period FIRST = Period.month(2021, 6);
    private static final int YEAR = 11;
    private static final int INDUSTRIES = 8;

    /**
     * How a province is made up.
     *
     * @param openings columns in which cases are opened
     * @param effectPp mean of the cases' effects, points; each case's own is normal around it with half of it
     * @param trend standard deviation of the enterprises' own trends, log points a period
     * @param byTrend whether officials also see who is on a downward trend and choose those
     */
    record Recipe(
            int enterprises, int periods, List<Integer> openings, double effectPp, double trend, boolean byTrend) {
        Recipe effectPp(double mean) {
            return new Recipe(enterprises, periods, openings, mean, trend, byTrend);
        }
    }

    /** Cases opened in the tenth period of thirteen, without effect. */
    static final Recipe ONE_MONTH = new Recipe(700, 13, List.of(9), 0, 0.005, false);

    /** The same over four months. */
    static final Recipe FOUR_MONTHS = new Recipe(700, 16, List.of(9, 10, 11, 12), 0, 0.005, false);

    /** Enterprises on a downward trend are chosen first, which no return says. */
    static final Recipe BY_TREND = new Recipe(1400, 13, List.of(9), 0, 0.02, true);

    static MadeUpProvince of(long seed, Recipe recipe) {
        var random = new Random(seed);
        int columns = YEAR + recipe.periods();
        var season = new double[INDUSTRIES][YEAR];
        var shock = new double[INDUSTRIES][columns];
        for (int industry = 0; industry < INDUSTRIES; industry++) {
            for (int month = 0; month < YEAR; month++) season[industry][month] = 0.3 * random.nextGaussian();
            for (int t = 1; t < columns; t++)
                shock[industry][t] = shock[industry][t - 1] + 0.05 * random.nextGaussian();
        }
        Panel.Builder with = Panel.builder();
        Panel.Builder without = Panel.builder();
        var cases = new ArrayList<DispatchCase>();
        for (int i = 0; i < recipe.enterprises(); i++) {
            int industry = i % INDUSTRIES;
            var enterprise = new Enterprise(
                    "E%04d".formatted(i),
                    (13 + industry) + "1",
                    random.nextInt(3) == 0 ? "LARGE" : "SMALL",
                    "2301" + "%02d".formatted(random.nextInt(10)));
            double trend = recipe.trend() * random.nextGaussian();
            double[] output = path(random, trend, season[industry], shock[industry]);
            int odds = !recipe.byTrend() ? 4 : trend < 0 ? 7 : 1;
            int opened = opening(random, output, recipe.openings(), odds);
            double[] helped = output.clone();
            if (opened >= 0) {
                cases.add(new DispatchCase("case " + i, enterprise.creditCode(), FIRST.plusReporting(opened)));
                double points = recipe.effectPp() * (1 + 0.5 * random.nextGaussian());
                for (int t = YEAR + opened + 1; t < columns; t++)
                    helped[t] = Math.max(0, output[t] + points / 100 * output[t - YEAR]);
            }
            int end = random.nextInt(100) == 0 ? random.nextInt(columns) : columns;
            for (int t = YEAR; t < columns; t++) {
                if (t >= end || random.nextInt(50) == 0) continue;
                Period period = FIRST.plusReporting(t - YEAR);
                with.add(enterprise, period, helped[t], output[t - YEAR]);
                without.add(enterprise, period, output[t], output[t - YEAR]);
            }
        }
        return new MadeUpProvince(with.build(), without.build(), cases);
    }

    private static double[] path(Random random, double trend, double[] season, double[] shock) {
        var output = new double[shock.length];
        double size = 1.3 * random.nextGaussian();
        double state = 0.15 * random.nextGaussian();
        int standsStill = random.nextInt(50) == 0 ? random.nextInt(shock.length) : -9;
        for (int t = 0; t < shock.length; t++) {
            state = 0.6 * state + 0.12 * random.nextGaussian();
            double log = size + season[t % YEAR] + shock[t] + trend * t + state + 0.06 * studentT3(random);
            output[t] = t >= standsStill && t < standsStill + 3 ? 0 : 1000 * Math.exp(log);
        }
        return output;
    }

    private static double studentT3(Random random) {
        double chi = 0;
        for (int i = 0; i < 3; i++) {
            double normal = random.nextGaussian();
            chi += normal * normal;
        }
        return random.nextGaussian() / Math.sqrt(chi / 3);
    }

    /** The first column in which a case is opened, with odds in ten for whoever fell; −1 if none is. */
    private static int opening(Random random, double[] output, List<Integer> columns, int odds) {
        for (int opened : columns) {
            int t = YEAR + opened;
            double last = growth(output, t - 1, t - 1);
            double recent = growth(output, t - 3, t - 1);
            if ((last < -0.2 || recent < -0.15) && random.nextInt(10) < odds) return opened;
        }
        return -1;
    }

    private static double growth(double[] output, int from, int to) {
        double now = 0;
        double then = 0;
        for (int t = from; t <= to; t++) {
            now += output[t];
            then += output[t - YEAR];
        }
        return now / then - 1;
    }

    /** What a case really did, in points of growth, counted up to the cap. */
    double truth(CaseEffect effect, Design design) {
        int row = with.row(effect.enterprise().creditCode());
        int opened = with.column(effect.dispatchCase().opened());
        int last = opened + effect.periods();
        return Math.min(design.capPp(), with.growthPct(row, opened + 1, last))
                - Math.min(design.capPp(), without.growthPct(row, opened + 1, last));
    }

    /** What the measured cases really did together, in points of the province's growth. */
    double truthPp(Campaign campaign, Design design) {
        double sum = 0;
        for (CaseEffect each : campaign.effects()) {
            int row = with.row(each.enterprise().creditCode());
            int opened = with.column(each.dispatchCase().opened());
            sum += truth(each, design) * with.base(row, opened + 1, opened + each.periods());
        }
        return sum / campaign.provinceBase();
    }
}
