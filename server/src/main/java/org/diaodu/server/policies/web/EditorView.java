package org.diaodu.server.policies.web;

import java.util.List;
import java.util.Map;
import org.diaodu.server.policies.clauses.ClauseCheck;
import org.diaodu.server.policies.clauses.ClauseContent;
import org.diaodu.server.policies.clauses.ClauseVersion;
import org.jspecify.annotations.Nullable;

/**
 * The editor of a draft.
 *
 * @param base the version it started from; null for a clause that is new
 * @param formulas the decisions that are formulas
 * @param annotations whether the model's version of the standard has annotation columns
 * @param json what the script needs: content, names, types and texts
 * @param groups the groups of clauses that exclude each other
 * @param parameters the figures by date
 * @param returned the words with which it was sent back last, and by whom; null where it was not
 * @param told what stood against proposing it
 */
public record EditorView(
        ClauseVersion draft,
        @Nullable ClauseVersion base,
        ClauseContent content,
        List<String> formulas,
        boolean annotations,
        ClauseCheck check,
        String json,
        List<String> groups,
        List<String> parameters,
        @Nullable Returned returned,
        Map<String, String> others,
        List<String> told) {

    /** Why a proposal came back. */
    public record Returned(String by, String words) {}

    public String address() {
        return "/policies/clauses/" + draft.clause() + "/versions/" + draft.id();
    }

    public String value(String field) {
        return content.field(field);
    }
}
