package org.diaodu.bulletin.check;

import org.jspecify.annotations.Nullable;

/** Contribution = growth of the total × share of growth; without the total's growth the two imply it. */
final class Contributions implements Rule {

    @Override
    public void find(Passage passage, Findings findings) {
        Totals totals = new Totals(passage);
        for (Carrier part : passage.carriers()) {
            Figure points = part.figure(Role.CONTRIBUTION);
            Figure share = part.figure(Role.SHARE_OF_GROWTH);
            if (points == null && share == null) {
                continue;
            }
            Figure total = total(totals, part, points, share);
            if (points != null && share != null) {
                three(findings, points, share, total);
            } else if (points != null && total != null) {
                Computed implied = Computed.of(v -> v[0] / v[1] * 100, points.printed(), total.printed());
                findings.implied("贡献率＝拉动÷总增速", over(points, total), implied, "%", "", points, total);
            } else if (share != null && total != null) {
                Computed implied = Computed.of(v -> v[0] * v[1] / 100, share.printed(), total.printed());
                findings.implied("拉动＝贡献率×总增速", times(share, total), implied, "个百分点", "", share, total);
            }
            growth(findings, part, points);
        }
    }

    /** The total's growth of a part, preferring one with which contribution and share of growth agree. */
    static @Nullable Figure total(Totals totals, Carrier part, @Nullable Figure points, @Nullable Figure share) {
        String other =
                points != null && !points.other().isEmpty() ? points.other() : share == null ? "" : share.other();
        if (points != null && other.isEmpty() && share != null) {
            other = share.other();
        }
        return totals.fitting(
                totals.growth(part, other),
                part,
                other,
                t -> points != null
                        && share != null
                        && Computed.of(v -> v[0] / v[1] * 100, points.printed(), t.printed())
                                .agrees(share.printed()));
    }

    private static void three(Findings findings, Figure points, Figure share, @Nullable Figure total) {
        String implied = points.printed().operand() + "/" + share.printed().operand() + "%";
        Computed growth = Computed.of(v -> v[0] / v[1] * 100, points.printed(), share.printed());
        if (total == null) {
            findings.implied("总增速＝拉动÷贡献率", implied, growth, "%", "", points, share);
            return;
        }
        findings.compare(
                "贡献率＝拉动÷总增速",
                over(points, total),
                Computed.of(v -> v[0] / v[1] * 100, points.printed(), total.printed()),
                share,
                points,
                total);
        findings.compare(
                "拉动＝贡献率×总增速",
                times(share, total),
                Computed.of(v -> v[0] * v[1] / 100, share.printed(), total.printed()),
                points,
                share,
                total);
        findings.compare("总增速＝拉动÷贡献率", implied, growth, total, points, share);
    }

    /** A part's own growth and its contribution imply its share of last year's total. */
    private static void growth(Findings findings, Carrier part, @Nullable Figure points) {
        Figure growth = part.figure(Role.GROWTH);
        if (points == null
                || growth == null
                || growth.printed().low() < 0 && growth.printed().high() > 0) {
            return;
        }
        Computed share = Computed.of(v -> v[0] / v[1] * 100, points.printed(), growth.printed());
        String expression = over(points, growth);
        if (share.low() > 100 || share.high() < 0) {
            findings.impossible("基期占比＝拉动÷增速", expression, share, "%", "基期占比应在0到100%之间", points, growth);
        } else {
            findings.implied("基期占比＝拉动÷增速", expression, share, "%", "", points, growth);
        }
    }

    private static String over(Figure points, Figure growth) {
        return points.printed().operand() + "/" + growth.printed().operand();
    }

    private static String times(Figure share, Figure growth) {
        return share.printed().operand() + "%*" + growth.printed().operand();
    }
}
