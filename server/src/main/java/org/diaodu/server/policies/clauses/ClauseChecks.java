package org.diaodu.server.policies.clauses;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.ClauseTexts;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SqlCases;
import org.diaodu.policy.book.TermsForm;
import org.diaodu.rules.book.CaseReport;
import org.diaodu.rules.book.Cases;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.server.rulebook.DraftCheck;
import org.diaodu.server.rulebook.DraftChecks;
import org.diaodu.server.rulebook.ModelDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks a draft as it stands in the editor, and a version before it is published, as {@code policy test} does. Thread-safe. */
@Component
@Transactional(readOnly = true)
public class ClauseChecks {

    private static final DraftCheck UNREADABLE =
            new DraftCheck(List.of(), List.of(), List.of(), List.of(), false, "", "");
    private static final Pattern NAMED = Pattern.compile("“(.+?)”");

    private final VersionRows rows;
    private final ClauseShelf shelf;
    private final Map<String, ClauseCheck> known = new ConcurrentHashMap<>();

    ClauseChecks(VersionRows rows, ClauseShelf shelf) {
        this.rows = rows;
        this.shelf = shelf;
    }

    /** Checks what the editor holds; {@code rowVersion} is the state it was opened in. */
    public ClauseCheck of(ClauseVersion draft, ClauseContent content, int rowVersion) {
        try {
            return checked(draft, content, base(draft, rowVersion));
        } catch (RuleFault fault) {
            return new ClauseCheck(null, UNREADABLE, List.of(PolicyFault.of(fault)), List.of(), List.of());
        }
    }

    /** Checks a version as it is stored; what is published is checked once. */
    public ClauseCheck of(ClauseVersion version) {
        return version.isOpen()
                ? of(version, ClauseContent.of(version), version.rowVersion())
                : known.computeIfAbsent(
                        version.id() + " " + version.rowVersion(),
                        key -> of(version, ClauseContent.of(version), version.rowVersion()));
    }

    /** The model the editor's content is laid over. */
    String base(ClauseVersion draft, int rowVersion) {
        return rowVersion == draft.rowVersion()
                ? draft.model()
                : rows.kept(draft.id(), rowVersion).orElse(draft.model());
    }

    /** The clause the editor's content would be. Throws {@link PolicyFault} of all that is wrong in it. */
    public PolicyClause clause(ClauseVersion draft, ClauseContent content, int rowVersion) {
        ModelDocument model = content.model(draft.clause(), base(draft, rowVersion));
        return texts(draft, content, model).sound();
    }

    private static ClauseTexts texts(ClauseVersion draft, ClauseContent content, ModelDocument model) {
        LocalDate to = draft.validTo();
        return new ClauseTexts(
                draft.clause(),
                model.xml(),
                draft.clauseFile(content.text(model), content.validFrom(), to),
                content.cases().csv(),
                content.terms(model).yaml());
    }

    private ClauseCheck checked(ClauseVersion draft, ClauseContent content, String base) {
        ModelDocument model = content.model(draft.clause(), base);
        TermsForm.Written terms = content.terms(model);
        List<PolicyFault> faults = new ArrayList<>();
        PolicyClause clause = texts(draft, content, model).read(faults);
        if (clause != null && draft.isOpen()) {
            faults.addAll(shelf.with(clause).faults());
        }
        Map<String, FieldFault> fields = new LinkedHashMap<>();
        for (PolicyFault fault : faults) {
            String field = field(fault, terms);
            if (!field.isEmpty()) {
                fields.putIfAbsent(field, new FieldFault(field, told(fault.chinese()), told(fault.english())));
            }
        }
        List<String> inputs = List.copyOf(model.inputDescriptions().keySet());
        return new ClauseCheck(clause, rule(draft, content, model), faults, List.copyOf(fields.values()), inputs);
    }

    private DraftCheck rule(ClauseVersion draft, ClauseContent content, ModelDocument model) {
        try {
            byte[] cases = content.cases().csv().isBlank()
                    ? null
                    : content.cases().csv().getBytes(StandardCharsets.UTF_8);
            RuleVersion version = RuleVersion.of(
                    draft.clause(),
                    model.xml().getBytes(StandardCharsets.UTF_8),
                    draft.clauseFile(content.text(model), content.validFrom(), draft.validTo()),
                    cases);
            return DraftChecks.of(version, content.grids(model), before(draft));
        } catch (RuleFault fault) {
            return UNREADABLE; // the clause could not be read either, and says so
        }
    }

    /** The answers of the version a draft started from, where it is of the same clause. */
    private @Nullable CaseRule before(ClauseVersion draft) {
        Long basedOn = draft.basedOn();
        if (basedOn == null || !draft.isOpen()) {
            return null;
        }
        return rows.find(draft.clause(), basedOn)
                .map(base -> shelf.clause(base).model())
                .filter(model -> model.decisions().contains(draft.text().decision()))
                .map(model -> CaseRule.of(model, draft.text().decision()))
                .orElse(null);
    }

    /** The field a fault is about: by the line of the terms, or by what it names; what is missing stands in no line. */
    private static String field(PolicyFault fault, TermsForm.Written terms) {
        if (!fault.chinese().contains("terms.yaml")) {
            return fault.code().equals("policy.unit") ? ClauseContent.FORMULA + PolicyClause.AMOUNT : "";
        }
        if (fault.line() > 1 && fault.line() <= terms.fields().size()) {
            return terms.fields().get(fault.line() - 1);
        }
        Matcher named = NAMED.matcher(fault.chinese());
        return switch (fault.code()) {
            case "policy.region" -> "地区";
            case "policy.key" -> named.find() ? named.group(1) : "";
            case "policy.facts" -> named.find() ? TermsForm.factField(named.group(1), "持有") : "";
            default -> fault.line() == 1 ? terms.fields().getFirst() : "";
        };
    }

    /** A fault without code and place: they are clear beside the field. */
    private static String told(String line) {
        return line.replaceFirst("^policy\\.[a-z]+[：:] ?", "").replaceFirst("^\\S*terms\\.yaml[^：:]*[：:] ?", "");
    }

    /** How many worked cases of a clause hold by SQL, all enterprises at once. */
    CaseReport bySql(PolicyClause clause) {
        try (DuckDb engine = DuckDb.over(List.of())) {
            return Cases.run(clause.version(), SqlCases.of(clause.version(), engine));
        }
    }
}
