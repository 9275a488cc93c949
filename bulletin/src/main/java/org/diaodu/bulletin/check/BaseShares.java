package org.diaodu.bulletin.check;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part's share of this year's total, its growth and the total's growth make its share of last year's, its contribution and
 * its share of growth: w0 = w1·(1+G)/(1+g), c = w0·g, s = c/G.
 */
final class BaseShares implements Rule {

    private static final String PRICES = "占比按现价、增速按可比价格时，另有价格因素";
    private static final Pattern REAL = Pattern.compile("(?!.*(?:投资|利润|收入|用电|零售|进出口|税)).*(?:增加值|GDP|生产总值|工业|产业).*");

    @Override
    public void find(Passage passage, Findings findings) {
        Totals totals = new Totals(passage);
        for (Carrier part : passage.carriers()) {
            Figure share = part.figure(Role.SHARE);
            Figure growth = part.figure(Role.GROWTH);
            Figure points = part.figure(Role.CONTRIBUTION);
            Figure ofGrowth = part.figure(Role.SHARE_OF_GROWTH);
            if (share == null || points == null && ofGrowth == null && growth == null) {
                continue;
            }
            Figure total = Contributions.total(totals, part, points, ofGrowth);
            Printed whole = total != null ? total.printed() : implied(points, ofGrowth);
            if (growth != null && whole != null) {
                known(findings, new Part(share, growth, points, ofGrowth, total), whole);
            } else if (growth == null && points != null && total != null) {
                ownGrowth(findings, share, points, total);
            }
        }
        amounts(passage, totals, findings);
    }

    private record Part(
            Figure share,
            Figure growth,
            @Nullable Figure points,
            @Nullable Figure ofGrowth,
            @Nullable Figure total) {}

    private static @Nullable Printed implied(@Nullable Figure points, @Nullable Figure ofGrowth) {
        return points == null || ofGrowth == null || ofGrowth.value() == 0
                ? null
                : Computed.of(v -> v[0] / v[1] * 100, points.printed(), ofGrowth.printed())
                        .printed(2);
    }

    private static void known(Findings findings, Part part, Printed whole) {
        Printed w = part.share().printed();
        Printed g = part.growth().printed();
        String base = w.operand() + "%*(1+" + whole.operand() + "%)/(1+" + g.operand() + "%)";
        Figure points = part.points();
        if (points != null) {
            Computed made = solved(part, whole, w, g);
            findings.compare(
                    "拉动＝基期占比×增速",
                    base + "*" + g.operand(),
                    made,
                    points,
                    near(made, points.printed(), part.total()),
                    PRICES,
                    part.share(),
                    part.growth(),
                    part.total());
        }
        Figure ofGrowth = part.ofGrowth();
        if (ofGrowth != null && part.total() != null) {
            Computed made = Computed.of(v -> contribution(v) / v[2] * 100, w, g, whole);
            findings.compare(
                    "贡献率＝增量÷总增量",
                    base + "*" + g.operand() + "/" + whole.operand(),
                    made,
                    ofGrowth,
                    near(made, ofGrowth.printed(), part.total()),
                    PRICES,
                    part.share(),
                    part.growth(),
                    part.total());
        }
        lastYear(findings, part, whole, base, w, g);
    }

    /** With no growth of the total printed, share, growth and share of growth give it: G = k/(s−k), k = w1·g/(1+g). */
    private static Computed solved(Part part, Printed whole, Printed w, Printed g) {
        Figure ofGrowth = part.ofGrowth();
        if (part.total() == null && ofGrowth != null) {
            return Computed.of(
                    v -> {
                        double k = v[0] / 100 * (v[1] / 100) / (1 + v[1] / 100);
                        double total = k / (v[2] / 100 - k);
                        return v[2] * total;
                    },
                    w,
                    g,
                    ofGrowth.printed());
        }
        return Computed.of(BaseShares::contribution, w, g, whole);
    }

    private static double contribution(double[] v) {
        return v[0] / 100 * (1 + v[2] / 100) / (1 + v[1] / 100) * v[1];
    }

    /** Prices may move a contribution of real growth by some tenths, not by more than a fifth. */
    private static Verdict near(Computed made, Printed printed, @Nullable Figure total) {
        boolean real = total == null || REAL.matcher(total.carrier().label()).matches();
        double room = real ? Math.max(0.15, Math.abs(printed.value()) / 5) : 0;
        return Math.abs(made.value() - printed.value()) <= room ? Verdict.OTHER_BASIS : Verdict.CONTRADICTS;
    }

    private static void lastYear(Findings findings, Part part, Printed whole, String base, Printed w, Printed g) {
        Figure change = part.share().carrier().figures().stream()
                .filter(f -> f.role() == Role.CHANGE && f.about() == part.share())
                .findFirst()
                .orElse(null);
        Computed then = Computed.of(v -> v[0] * (1 + v[2] / 100) / (1 + v[1] / 100), w, g, whole);
        if (change == null) {
            findings.implied("上年占比", base, then, "%", "", part.share(), part.growth(), part.total());
        } else {
            Printed printed = Computed.of(v -> v[0] - v[1], w, change.printed()).printed(2);
            findings.compare(
                    "上年占比",
                    base,
                    then,
                    printed,
                    "%",
                    near(then, printed, part.total() == null ? part.growth() : part.total()),
                    PRICES,
                    part.share(),
                    part.growth(),
                    part.total(),
                    change);
        }
    }

    private static void ownGrowth(Findings findings, Figure share, Figure points, Figure total) {
        Computed own = Computed.of(
                v -> {
                    double now = v[0] / 100 * (1 + v[2] / 100);
                    return v[1] / 100 / (now - v[1] / 100) * 100;
                },
                share.printed(),
                points.printed(),
                total.printed());
        String expression = "%1$s%%/(%2$s%%*(1+%3$s%%)-%1$s%%)"
                .formatted(
                        points.printed().operand(),
                        share.printed().operand(),
                        total.printed().operand());
        findings.implied("分项增速（由占比、拉动、总增速解得）", expression, own, "%", "", share, points, total);
        Printed growth = own.printed(1);
        findings.compare(
                "拉动＝基期占比×增速（复核）",
                "(%1$s-%1$s/(1+%2$s%%))*(1+%3$s%%)"
                        .formatted(
                                share.printed().operand(),
                                growth.operand(),
                                total.printed().operand()),
                Computed.of(
                        v -> contribution(new double[] {v[0], v[1], v[2]}), share.printed(), growth, total.printed()),
                points,
                share,
                total);
    }

    /** The same from amounts: what a part added over what the total added. */
    private static void amounts(Passage passage, Totals totals, Findings findings) {
        for (Carrier part : passage.carriers()) {
            Figure level = part.figure(Role.LEVEL);
            Figure growth = part.figure(Role.GROWTH);
            Figure ofGrowth = part.figure(Role.SHARE_OF_GROWTH);
            Figure points = part.figure(Role.CONTRIBUTION);
            if (level == null || growth == null || ofGrowth == null && points == null || part.has(Role.SHARE)) {
                continue;
            }
            for (Figure total : totals.level(level, ofGrowth == null ? "" : ofGrowth.other())) {
                Figure whole = total.carrier().figure(Role.GROWTH);
                if (whole == null) {
                    continue;
                }
                Printed[] four = {
                    level.printed().times(level.scale()),
                    growth.printed(),
                    total.printed().times(total.scale()),
                    whole.printed()
                };
                String part0 = added(level, growth);
                if (ofGrowth != null) {
                    Computed made = Computed.of(v -> added(v[0], v[1]) / added(v[2], v[3]) * 100, four);
                    findings.compare(
                            "贡献率＝增量÷总增量",
                            part0 + "/(" + added(total, whole) + ")",
                            made,
                            ofGrowth,
                            near(made, ofGrowth.printed(), whole),
                            PRICES,
                            level,
                            growth,
                            total,
                            whole);
                }
                if (points != null) {
                    Computed made = Computed.of(v -> added(v[0], v[1]) / (v[2] / (1 + v[3] / 100)) * 100, four);
                    findings.compare(
                            "拉动＝增量÷基期总额",
                            "(" + part0 + ")/(" + total.printed().operand() + "/(1+"
                                    + whole.printed().operand() + "%))",
                            made,
                            points,
                            near(made, points.printed(), whole),
                            PRICES,
                            level,
                            growth,
                            total,
                            whole);
                }
                break;
            }
        }
    }

    private static double added(double level, double growth) {
        return level - level / (1 + growth / 100);
    }

    private static String added(Figure level, Figure growth) {
        return "(%1$s-%1$s/(1+%2$s%%))"
                .formatted(level.printed().operand(), growth.printed().operand());
    }
}
