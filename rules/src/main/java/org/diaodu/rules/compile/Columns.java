package org.diaodu.rules.compile;

import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/** What is known of the data a rule will run on: the type of an input, by its name or path such as {@code 企业.营业收入}. */
public interface Columns {

    /** The type, or null where nothing is known; the model's own declaration is then used. */
    @Nullable
    Type type(String path);

    /** Nothing is known: the model's declarations hold. */
    static Columns declared() {
        return path -> null;
    }
}
