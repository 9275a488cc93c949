package org.diaodu.policy.match;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/**
 * A table or view of DuckDB with one line for each subject of a kind. What a clause asks for and no column gives is not
 * known of any of them.
 *
 * @param name of the table; named by the program, never by a user
 * @param key its column that tells subjects apart
 * @param enterprise its column with the key of the enterprise the subject belongs to; the key itself for enterprises
 * @param region its column of GB/T 2260 codes, or null
 * @param facts its columns of facts with their types
 */
public record SubjectTable(
        SubjectKind kind,
        String name,
        String key,
        String enterprise,
        @Nullable String region,
        Map<String, Type> facts) {
    public SubjectTable {
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
