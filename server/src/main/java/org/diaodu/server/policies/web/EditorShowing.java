package org.diaodu.server.policies.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.clauses.ClauseCheck;
import org.diaodu.server.policies.clauses.ClauseChecks;
import org.diaodu.server.policies.clauses.ClauseContent;
import org.diaodu.server.policies.clauses.ClauseShelf;
import org.diaodu.server.policies.clauses.ClauseVersion;
import org.diaodu.server.policies.clauses.Clauses;
import org.diaodu.server.policies.web.EditorView.Returned;
import org.diaodu.server.rulebook.ModelDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what the editor of a draft shows, and reads what its script sends. */
@Component
class EditorShowing {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TEXTS = List.of(
            "rb.edit.in",
            "rb.edit.out",
            "rb.edit.note",
            "rb.edit.any",
            "rb.edit.row",
            "rb.edit.unsaved",
            "rb.edit.saved",
            "rb.edit.lastColumn",
            "rb.impact.after",
            "rb.edit.head.in",
            "rb.edit.head.out",
            "rb.edit.head.note");

    private final Clauses clauses;
    private final ClauseChecks checks;
    private final ClauseShelf shelf;

    EditorShowing(Clauses clauses, ClauseChecks checks, ClauseShelf shelf) {
        this.clauses = clauses;
        this.checks = checks;
        this.shelf = shelf;
    }

    EditorView of(ClauseVersion draft, List<String> told, PageContext page) {
        ModelDocument model = ModelDocument.of(draft.clause(), draft.model());
        ClauseCheck check = checks.of(draft);
        ClauseContent content =
                ClauseContent.of(draft).withEveryHeading(check.rule().headings());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("content", content);
        json.put("version", draft.rowVersion());
        json.put("names", model.names());
        json.put("types", model.types());
        Map<String, String> texts = new LinkedHashMap<>();
        TEXTS.forEach(key -> texts.put(key.substring(3), page.text(key)));
        json.put("texts", texts);
        return new EditorView(
                draft,
                base(draft),
                content,
                List.copyOf(model.formulas().keySet()),
                model.hasAnnotations(),
                check,
                JSON.writeValueAsString(json),
                List.copyOf(shelf.book().stacking().groups().keySet()),
                List.copyOf(shelf.book().parameters().keySet()),
                returned(draft),
                titles(draft),
                told);
    }

    private @Nullable ClauseVersion base(ClauseVersion draft) {
        return clauses.versions(draft.clause()).stream()
                .filter(version -> Long.valueOf(version.id()).equals(draft.basedOn()))
                .findFirst()
                .orElse(null);
    }

    /** The clauses of the same unit, which it may take the place of. */
    private Map<String, String> titles(ClauseVersion draft) {
        return clauses.titlesOf(draft.home(), draft.clause());
    }

    private @Nullable Returned returned(ClauseVersion draft) {
        return clauses.timeline(draft.clause()).stream()
                .filter(event -> event.version() == draft.id() && event.kind().equals("RETURN"))
                .reduce((first, last) -> last)
                .map(event -> new Returned(event.actorName(), event.words()))
                .orElse(null);
    }

    static String data(ClauseCheck check) {
        return JSON.writeValueAsString(Map.of(
                "cells",
                check.rule().cells(),
                "headings",
                check.rule().headings(),
                "fields",
                check.fields(),
                "judges",
                check.clause() != null && check.rule().judges()));
    }

    /** What the script sent; a form of which a field is missing is refused (400). */
    static ClauseContent parsed(String content) {
        try {
            ClauseContent parsed = JSON.readValue(content, ClauseContent.class);
            if (!parsed.clause().containsValue(null)) {
                return parsed;
            }
        } catch (JacksonException | NullPointerException e) {
            // told below
        }
        throw Problem.badRequest(
                "PL51", "表格内容不完整，请刷新页面。", "The content of the form is incomplete. Maybe reload the page.");
    }
}
