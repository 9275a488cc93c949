package org.diaodu.server.rulebook.web;

import java.util.List;
import org.diaodu.server.rulebook.DraftCheck;
import org.diaodu.server.rulebook.DraftContent;
import org.diaodu.server.rulebook.Edition;
import org.diaodu.server.rulebook.Rulebook.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The editor of a draft.
 *
 * @param base the version it started from; null for a rule that is new
 * @param json what the script needs: content, names, types and texts
 * @param reasons what stood against proposing it
 */
public record EditorView(
        Edition draft,
        @Nullable Edition base,
        DraftContent content,
        Vocabulary vocabulary,
        DraftCheck check,
        String json,
        List<String> decisions,
        List<String> reasons) {

    public String address() {
        return "/rules/" + draft.rule() + "/versions/" + draft.id();
    }
}
