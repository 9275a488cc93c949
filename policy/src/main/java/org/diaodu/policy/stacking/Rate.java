package org.diaodu.policy.stacking;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.diaodu.policy.PolicyFault;

/**
 * A share between 0 and 100 % as a fraction in lowest terms, with at most four decimals (0.01 %). What is taken of an
 * amount is rounded down to the fen: a grant is never more than the clause says, and the treasury pays whole fen.
 */
public record Rate(long numerator, long denominator) {

    private static final int DIGITS = 4;

    public Rate {
        if (numerator <= 0 || denominator <= 0 || numerator > denominator || denominator > 10_000) {
            throw refused(numerator + "/" + denominator);
        }
    }

    /** 0.5 is 50 %. */
    public static Rate of(BigDecimal share) {
        BigDecimal plain = share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
        if (plain.signum() <= 0 || plain.compareTo(BigDecimal.ONE) > 0 || plain.scale() > DIGITS) {
            throw refused(share.toPlainString());
        }
        BigInteger parts = plain.movePointRight(DIGITS).toBigIntegerExact();
        BigInteger whole = BigInteger.TEN.pow(DIGITS);
        BigInteger common = parts.gcd(whole);
        return new Rate(
                parts.divide(common).longValueExact(), whole.divide(common).longValueExact());
    }

    /** This share of an amount, rounded down to the fen. */
    public long of(long fen) {
        return Math.multiplyExact(numerator, fen) / denominator;
    }

    private static PolicyFault refused(String rate) {
        return new PolicyFault(
                "stacking.rate",
                "配套比例为 " + rate + "，应大于 0、不超过 100%，至多精确到 0.01%。建议：检查比例，例如写作 50%。",
                "the rate of the supplement is " + rate
                        + ", but must be above 0 and at most 100 %, with no more than 0.01 % of precision. "
                        + "Maybe write it as 50%.");
    }
}
