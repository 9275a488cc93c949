package org.diaodu.server.policies.clauses;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.TermsForm;
import org.diaodu.server.rulebook.CaseGrid;
import org.diaodu.server.rulebook.ClauseText;
import org.diaodu.server.rulebook.DraftContent;
import org.diaodu.server.rulebook.ModelDocument;
import org.diaodu.server.rulebook.TableGrid;
import org.jspecify.annotations.Nullable;

/**
 * What the editor holds of a draft.
 *
 * @param clause the fields of its form: title, titleEn, reference, url, chinese, english, replaces; {@code formula:} with the
 *     name of a decision; and those of {@link TermsForm}
 */
public record ClauseContent(
        List<TableGrid> tables,
        CaseGrid cases,
        Map<String, String> clause,
        @Nullable LocalDate validFrom) {

    static final String FORMULA = "formula:";

    public ClauseContent {
        tables = List.copyOf(tables);
        clause = Collections.unmodifiableMap(new LinkedHashMap<>(clause));
    }

    /** What the stored version holds. */
    public static ClauseContent of(ClauseVersion version) {
        ModelDocument model = ModelDocument.of(version.clause(), version.model());
        Map<String, String> fields = new LinkedHashMap<>();
        ClauseText text = version.text();
        fields.put("title", text.title());
        fields.put("titleEn", text.titleEn());
        fields.put("reference", text.reference());
        fields.put("url", text.url());
        fields.put("chinese", text.chinese());
        fields.put("english", text.english());
        fields.put("replaces", version.replaces() == null ? "" : version.replaces());
        model.formulas().forEach((decision, formula) -> fields.put(FORMULA + decision, formula));
        fields.putAll(TermsForm.fields(version.terms()));
        return new ClauseContent(model.tables(), CaseGrid.of(version.cases()), fields, version.validFrom());
    }

    public String field(String name) {
        return clause.getOrDefault(name, "").strip();
    }

    /** The same with a column of cases for every input of the model and for the clause's answer. */
    public ClauseContent withEveryHeading(List<String> headings) {
        return new ClauseContent(tables, cases.with(headings), clause, validFrom);
    }

    /** The decision that is the clause's answer: its amount where it has one. */
    private static String decision(ModelDocument model) {
        return model.names().containsKey(PolicyClause.AMOUNT) ? PolicyClause.AMOUNT : PolicyClause.ELIGIBILITY;
    }

    /** This model with the tables and formulas as they are here. Throws as {@link ModelDocument#of}. */
    ModelDocument model(String id, String base) {
        ModelDocument model = ModelDocument.of(id, base);
        tables.stream().filter(table -> !model.tables().contains(table)).forEach(model::apply);
        model.formulas()
                .forEach((decision, formula) ->
                        model.formula(decision, clause.getOrDefault(FORMULA + decision, formula)));
        return model;
    }

    /** The text of the clause, its answer as the model has it. */
    ClauseText text(ModelDocument model) {
        return new ClauseText(
                field("title"),
                field("titleEn"),
                field("reference"),
                field("url"),
                decision(model),
                clause.getOrDefault("chinese", ""),
                clause.getOrDefault("english", ""));
    }

    /** The terms, with those facts that are inputs of the model. */
    TermsForm.Written terms(ModelDocument model) {
        return TermsForm.yaml(clause, List.copyOf(model.inputDescriptions().keySet()));
    }

    /** Its tables and cases as the checks of rules take them. */
    DraftContent grids(ModelDocument model) {
        return new DraftContent(tables, cases, text(model), validFrom);
    }
}
