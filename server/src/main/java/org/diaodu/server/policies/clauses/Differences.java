package org.diaodu.server.policies.clauses;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.server.rulebook.ClauseText;
import org.diaodu.server.rulebook.DraftContent;
import org.diaodu.server.rulebook.RuleDrafts;

/** Where two states of a draft differ: field by field, and cell by cell where the shapes are the same. */
final class Differences {

    private static final ClauseText NOTHING = new ClauseText("", "", "", "", "", "", "");

    private Differences() {}

    static List<RuleDrafts.Difference> between(ClauseContent theirs, ClauseContent yours) {
        List<RuleDrafts.Difference> differences = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>(theirs.clause().keySet());
        fields.addAll(yours.clause().keySet());
        for (String field : fields) {
            if (!theirs.field(field).equals(yours.field(field))) {
                differences.add(new RuleDrafts.Difference(field, theirs.field(field), yours.field(field)));
            }
        }
        differences.addAll(RuleDrafts.differences(grids(theirs), grids(yours)));
        return differences;
    }

    private static DraftContent grids(ClauseContent content) {
        return new DraftContent(content.tables(), content.cases(), NOTHING, content.validFrom());
    }
}
