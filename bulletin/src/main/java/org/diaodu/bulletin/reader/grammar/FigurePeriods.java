package org.diaodu.bulletin.reader.grammar;

import java.util.regex.Pattern;
import org.diaodu.bulletin.Statement.Kind;
import org.jspecify.annotations.Nullable;

/** The time a figure is of, as far as the text tells it. For one document. */
final class FigurePeriods {

    /** Work of offices, counted over their year and not over the period of the statistics around it. */
    private static final Pattern WORK_DONE = Pattern.compile("梳理|走访|召开|调研|协调|举办|服务保障|受理|办结|接待");

    private static final Pattern TIMELESS = Pattern.compile("(?:总投资|静态投资|占地|占地面积|建筑面积|用地|注册资本)$");
    private static final Pattern STOCKS = Pattern.compile("(?<!固定)资产|余额|负债|库存|存款|贷款|在册|保有量|户数|人口");

    private final Carried carried;
    private final TimeScanner clock;
    private final @Nullable String day;

    /** @param day the day of publication, or null */
    FigurePeriods(Carried carried, TimeScanner clock, @Nullable String day) {
        this.carried = carried;
        this.clock = clock;
        this.day = day;
    }

    /** Whether what is named is what it is whatever the time: a total investment, an area. */
    static boolean isTimeless(String name) {
        return TIMELESS.matcher(name).find();
    }

    /**
     * When a figure is of.
     *
     * @param targetYear the year a target is for
     */
    record Dated(@Nullable String period, @Nullable Integer targetYear) {}

    /** @param lead the words of its clause before it */
    Dated of(Figure f, String lead, String indicator, Kind kind) {
        String period = carried.period;
        boolean target = kind == Kind.TARGET || carried.ahead;
        Integer targetYear = null;
        if (target) {
            targetYear = carried.targetYear != null
                    ? carried.targetYear
                    : carried.timed && !carried.now ? yearOf(period) : null;
            period = carried.coming != null
                    ? carried.coming
                    : carried.targetYear != null
                            ? carried.targetYear.toString()
                            : carried.timed && !carried.now ? period : null;
        }
        if (carried.coming != null && indicator.endsWith("产能") && targetYear != null) {
            period = targetYear.toString();
        }
        if (indicator.endsWith("计划投资") && period != null && !target) {
            period = period.substring(0, 4);
        }
        if (carried.plans
                && !carried.timed
                && (kind == Kind.COUNT || kind == Kind.COMMITMENT_COUNT)
                && clock.year() instanceof Integer year) {
            period = year.toString();
        }
        if (kind == Kind.COUNT
                && !carried.timed
                && WORK_DONE.matcher(lead).find()
                && clock.year() instanceof Integer year) {
            period = year.toString();
        }
        if (carried.market && period == null && day != null && !target) {
            period = day;
        }
        if (period != null
                && STOCKS.matcher(indicator).find()
                && period.contains("-")
                && period.contains("..")
                && kind != Kind.SHARE) {
            period = period.substring(period.indexOf("..") + 2);
        }
        if (period != null
                && kind == Kind.COUNT
                && "户家".contains(f.unit().surface())
                && period.contains("-")
                && carried.asOf) {
            period = period.substring(period.indexOf("..") + 2);
        }
        if (isTimeless(indicator) && !carried.timed && carried.coming == null) {
            period = carried.stated;
        }
        if (f.ordinal() && f.unit().surface().equals("大") && !carried.timed) {
            period = null;
        }
        carried.stated = target ? null : period;
        return new Dated(period, target ? targetYear : null);
    }

    private static @Nullable Integer yearOf(@Nullable String period) {
        return period == null
                ? null
                : Integer.valueOf(period.substring(
                        Math.max(0, period.lastIndexOf("..") + (period.contains("..") ? 2 : 1)),
                        Math.max(0, period.lastIndexOf("..") + (period.contains("..") ? 2 : 1)) + 4));
    }
}
