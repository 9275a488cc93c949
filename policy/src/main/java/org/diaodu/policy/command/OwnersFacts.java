package org.diaodu.policy.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.typed.Type;

/** Projects and products with the facts that only their enterprise's line gives. */
final class OwnersFacts {

    private OwnersFacts() {}

    static SubjectTable lent(DuckDb engine, SubjectTable own, SubjectTable enterprises) {
        Map<String, Type> facts = new LinkedHashMap<>(own.facts());
        List<String> parts = new ArrayList<>(List.of("s.*"));
        enterprises.facts().forEach((name, type) -> {
            if (facts.putIfAbsent(name, type) == null) {
                parts.add("e." + CaseFile.DIALECT.quoted(name));
            }
        });
        boolean region = own.region() == null && enterprises.region() != null;
        if (region) {
            parts.add("e." + CaseFile.DIALECT.quoted(String.valueOf(enterprises.region())) + " AS _region");
        }
        String view = own.name() + "_owned";
        engine.execute(
                "CREATE VIEW " + view + " AS SELECT " + String.join(", ", parts) + " FROM " + own.name()
                        + " AS s JOIN " + enterprises.name() + " AS e ON e." + enterprises.key() + " = s."
                        + own.enterprise(),
                List.of());
        return new SubjectTable(
                own.kind(), view, own.key(), own.enterprise(), region ? "_region" : own.region(), facts);
    }
}
