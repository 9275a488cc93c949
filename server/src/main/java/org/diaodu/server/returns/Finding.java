package org.diaodu.server.returns;

import org.jspecify.annotations.Nullable;

/** A rule that a return violates, with the explanation given for it, if any. */
public record Finding(
        String code,
        String item,
        Severity severity,
        String messageZh,
        String messageEn,
        String value,
        String expected,
        @Nullable String explanation) {

    /** Names the finding within a return: rule code and item. */
    public String key() {
        return code + ":" + item;
    }

    public boolean stillNeedsExplanation() {
        return severity == Severity.EXPLAIN && (explanation == null || explanation.isBlank());
    }

    Finding explained(@Nullable String text) {
        return new Finding(code, item, severity, messageZh, messageEn, value, expected, text);
    }
}
