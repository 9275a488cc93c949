package org.diaodu.rules.book;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.util.TypeUtil;

/** FEEL values for people. */
public final class FeelValue {

    private FeelValue() {}

    /** The value as FEEL writes it. */
    public static String text(@Nullable Object value) {
        return value == null ? "null" : TypeUtil.formatValue(value, true);
    }
}
