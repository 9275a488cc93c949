package org.diaodu.server.policies.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.curve.ClauseCurve;
import org.diaodu.policy.curve.Curve;
import org.diaodu.policy.curve.CurveRange;
import org.diaodu.policy.curve.DrivingFact;
import org.diaodu.policy.curve.Jump;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.words.Quantity;
import org.diaodu.rules.files.Language;

/**
 * The next place, above or below a figure, where a clause jumps.
 *
 * @param now the figure
 */
public record Cliff(PolicyClause clause, DrivingFact over, BigDecimal now, Jump jump) {

    /** The nearest jump on each side of each of these figures; a clause whose curve cannot be drawn has none. */
    static List<Cliff> near(
            PolicyClause clause, PolicyBook book, Subject subject, java.time.LocalDate day, List<String> figures) {
        List<Cliff> cliffs = new ArrayList<>();
        for (DrivingFact over : DrivingFact.of(clause)) {
            if (!figures.contains(over.name()) || !(subject.facts().get(over.name()) instanceof BigDecimal now))
                continue;
            try {
                Curve curve = ClauseCurve.of(clause, book, subject, day, over, CurveRange.chosen());
                Jump below = null;
                Jump above = null;
                for (Jump jump : curve.jumps()) {
                    if (jump.above().compareTo(now) <= 0) below = jump;
                    else if (above == null) above = jump;
                }
                if (below != null) cliffs.add(new Cliff(clause, over, now, below));
                if (above != null) cliffs.add(new Cliff(clause, over, now, above));
            } catch (PolicyFault _) {
                continue; // a clause that gives up on these facts has said so among the effects
            }
        }
        return cliffs;
    }

    public boolean isAhead() {
        return jump.above().compareTo(now) > 0;
    }

    /** 入统投资额再增加 3,000 万元（到 2 亿元）：从 740 万元变为 0 元. */
    public String said(Language language) {
        Quantity quantity = new Quantity(language);
        BigDecimal other = isAhead() ? jump.above() : jump.below();
        String by = quantity.of(other.subtract(now).abs(), over.unit());
        String to = quantity.of(other, over.unit());
        String from = quantity.yuan(isAhead() ? jump.belowYuan() : jump.aboveYuan());
        String then = quantity.yuan(isAhead() ? jump.aboveYuan() : jump.belowYuan());
        return isAhead()
                ? language.say(
                        over.name() + "再增加 " + by + "（到 " + to + "）：从 " + from + "变为 " + then,
                        by + " more of " + over.name() + " (to " + to + "): from " + from + " to " + then)
                : language.say(
                        over.name() + "减少 " + by + "（到 " + to + "）：从 " + from + "变为 " + then,
                        by + " less of " + over.name() + " (to " + to + "): from " + from + " to " + then);
    }
}
