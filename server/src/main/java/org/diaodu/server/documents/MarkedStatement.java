package org.diaodu.server.documents;

import java.math.BigDecimal;
import java.math.MathContext;
import org.diaodu.bulletin.Statement;
import org.diaodu.server.targets.Targets;
import org.jspecify.annotations.Nullable;

/**
 * A statement in its document, and what became of it.
 *
 * @param statement as it stands, corrections included; its own place is that in the file
 * @param starts where its words begin in the content of the document
 * @param ends where they end there, exclusive
 * @param readAs what the reader had made of it, in words
 * @param target its row in the ledger of targets; null where it is not there
 * @param version increases with every step
 */
public record MarkedStatement(
        long id,
        Statement statement,
        int starts,
        int ends,
        String readAs,
        StatementState state,
        String decidedBy,
        @Nullable Long target,
        int version) {

    /** The value in the unit of the text: 2000.86; a range as 35–40. */
    public String value() {
        String low = shown(statement.low());
        return statement.range() ? low + "–" + shown(statement.high()) : low;
    }

    /** The lower end in the unit of the text, as a form shows it. */
    public String low() {
        return shown(statement.low());
    }

    /** The upper end of a range; "" for one value. */
    public String high() {
        return statement.range() ? shown(statement.high()) : "";
    }

    /** The unit of the text: 亿元, 万亩, %. */
    public String unit() {
        return word(statement.scale()) + statement.unit();
    }

    /** Whether it sets out or promises something, and so may go into the ledger. */
    public boolean aims() {
        return state != StatementState.REJECTED && Targets.isProposable(statement);
    }

    private String shown(BigDecimal value) {
        return value.divide(statement.scale(), MathContext.DECIMAL64)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String word(BigDecimal scale) {
        return switch (scale.stripTrailingZeros().toPlainString()) {
            case "1000" -> "千";
            case "10000" -> "万";
            case "1000000" -> "百万";
            case "10000000" -> "千万";
            case "100000000" -> "亿";
            case "1000000000000" -> "万亿";
            default -> "";
        };
    }
}
