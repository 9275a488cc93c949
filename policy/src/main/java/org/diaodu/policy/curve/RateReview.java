package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.Subject;
import org.diaodu.rules.book.WorkedCase;
import org.diaodu.rules.model.Place;
import org.diaodu.standards.AmountUnit;
import org.jspecify.annotations.Nullable;

/** A rate of 300 %: a clause that pays more than two yuan for one more, most often for a decimal point out of place. */
public final class RateReview {

    private static final int PLACES = 4;

    /** A grant raised by half or doubled is still meant. */
    private static final BigDecimal MOST = BigDecimal.valueOf(2);

    private RateReview() {}

    /** {@code policy.rate} for each figure of money that the clause's first paying case has multiplied by more than 2. */
    public static List<PolicyFault> of(PolicyClause clause, PolicyBook book) {
        Subject subject = paid(clause);
        List<PolicyFault> faults = new ArrayList<>();
        if (subject != null) {
            for (DrivingFact over : DrivingFact.of(clause)) {
                AmountUnit money = over.unit().isEmpty() ? null : AmountUnit.find(over.unit());
                if (money != null) {
                    Curve curve =
                            ClauseCurve.of(clause, book, subject, clause.text().validFrom(), over, CurveRange.chosen());
                    curve.segments().stream()
                            .map(segment -> segment.perUnit().divide(money.inYuan(), PLACES, RoundingMode.HALF_UP))
                            .filter(rate -> rate.compareTo(MOST) > 0)
                            .findFirst()
                            .ifPresent(rate -> faults.add(fault(clause, over, rate)));
                }
            }
        }
        return faults;
    }

    private static @Nullable Subject paid(PolicyClause clause) {
        return clause.version().cases().cases().stream()
                .filter(WorkedCase::sound)
                .filter(worked ->
                        worked.expected().get(PolicyClause.AMOUNT) instanceof BigDecimal amount && amount.signum() > 0)
                .findFirst()
                .map(worked -> subject(clause, worked.inputs()))
                .orElse(null);
    }

    private static Subject subject(PolicyClause clause, Map<String, @Nullable Object> facts) {
        List<String> regions = clause.terms().regions();
        return new Subject(clause.terms().subject(), regions.isEmpty() ? null : regions.getFirst(), facts);
    }

    private static PolicyFault fault(PolicyClause clause, DrivingFact over, BigDecimal rate) {
        String percent = rate.movePointRight(2).stripTrailingZeros().toPlainString();
        return new PolicyFault(
                "policy.rate",
                Place.of(clause.id() + "/" + clause.text().validFrom() + "/model.dmn"),
                "“" + over.name() + "”每多 1 元，金额多 " + percent + "%。建议：核对小数点，3% 是 0.03；也核对两边的单位。",
                "one more yuan of \"" + over.name() + "\" brings " + percent
                        + " % of it. Maybe a decimal point is out of place, 3 % is 0.03; or check the units of both.");
    }
}
