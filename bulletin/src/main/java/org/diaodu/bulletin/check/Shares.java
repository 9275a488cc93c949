package org.diaodu.bulletin.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A share is the part over its total; a part with its share implies the total, a change of the share last year's. */
final class Shares implements Rule {

    @Override
    public void find(Passage passage, Findings findings) {
        Totals totals = new Totals(passage);
        for (Figure share : passage.figures()) {
            if (share.role() == Role.SHARE && share.value() > 0) {
                Figure level = share.carrier().figure(Role.LEVEL);
                Figure count = share.carrier().figure(Role.COUNT);
                if (level != null) {
                    level(totals, findings, share, level);
                } else if (count != null) {
                    Counts.whole(findings, count, share);
                }
            }
        }
    }

    private static void level(Totals totals, Findings findings, Figure share, Figure part) {
        List<Figure> candidates = totals.level(part, share.other());
        Figure total = totals.fitting(
                candidates, part.carrier(), share.other(), t -> ratio(part, t).agrees(share.printed()));
        if (total != null) {
            findings.compare("占比＝分项÷总额", over(part, total), ratio(part, total), share, part, total);
            return;
        }
        Computed whole = Computed.of(v -> v[0] / v[1] * 100, part.printed(), share.printed());
        findings.implied(
                "总额＝分项÷占比",
                part.printed().operand() + "/" + share.printed().operand() + "%",
                whole,
                part.unit(),
                share.other(),
                part,
                share);
    }

    /** A part over a total in %, whatever 万 and 亿 they are printed with. */
    static Computed ratio(Figure part, Figure total) {
        double scale = part.scale() / total.scale();
        return Computed.of(v -> v[0] * scale / v[1] * 100, part.printed(), total.printed());
    }

    static String over(Figure part, @Nullable Figure total) {
        if (total == null) {
            return part.printed().operand();
        }
        boolean same = part.scale() == total.scale();
        return part.printed().operand() + (same ? "" : part.unit()) + "/"
                + total.printed().operand() + (same ? "" : total.unit());
    }
}
