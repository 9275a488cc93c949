package org.diaodu.server.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.rulebook.EditionRows.Saving;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the province's analysts do to drafts: begin, save, take in a model from another tool, throw away. */
@Component
@Transactional
public class RuleDrafts {

    private final EditionRows rows;
    private final Rulebook rulebook;
    private final DraftChecks checks;
    private final Audit audit;

    RuleDrafts(EditionRows rows, Rulebook rulebook, DraftChecks checks, Audit audit) {
        this.rows = rows;
        this.rulebook = rulebook;
        this.checks = checks;
        this.audit = audit;
    }

    /** What came of a save. */
    public sealed interface Outcome {

        /** Saved; the next save names this row version. */
        record Saved(int rowVersion) implements Outcome {}

        /** Somebody saved first: their state, and where the two differ. Nothing was written. */
        record Stale(Edition theirs, List<Difference> differences) implements Outcome {}

        /** It cannot be stored at all. */
        record Refused(RuleFault fault) implements Outcome {}
    }

    /** A place where two states of a draft differ. */
    public record Difference(String place, String theirs, String yours) {}

    /** Begins a draft from a version, or gives back the one that is open already. */
    public Edition begin(String rule, long from) {
        RuleRights.requireEdit();
        Edition base = rows.hold(rule, from).orElseThrow(() -> missing(rule, from));
        Optional<Edition> open = rows.of(rule).stream().filter(Edition::isOpen).findFirst();
        if (open.isPresent()) {
            return open.get();
        }
        String by = Callers.current().name();
        long id = rows.draft(rule, base.clause(), base.model(), base.cases(), base.id(), by);
        rows.keep(id, 1, base.model(), by);
        audit.record("rule.draft", "rule", rule + " " + id, null, Map.of("from", base.id()), null);
        return rulebook.edition(rule, id);
    }

    /** A rule that is new, with a model that was uploaded or an empty table. Throws {@link RuleFault} of the model. */
    public Edition found(String rule, ClauseText clause, String model) {
        RuleRights.requireEdit();
        RuleModel read = RuleModel.of(rule, model.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (!rows.of(rule).isEmpty()) {
            throw Problem.conflict("RB20", "规则“" + rule + "”已有。", "There is a rule \"" + rule + "\" already.");
        }
        String by = Callers.current().name();
        rows.found(rule, by);
        String decision = read.decisions().contains(clause.decision())
                ? clause.decision()
                : read.decisions().stream().reduce((first, last) -> last).orElse("");
        ClauseText named = new ClauseText(
                clause.title(),
                clause.titleEn(),
                clause.reference(),
                clause.url(),
                decision,
                clause.chinese(),
                clause.english());
        long id = rows.draft(rule, named, model, "", null, by);
        rows.keep(id, 1, model, by);
        audit.record("rule.draft", "rule", rule + " " + id, null, Map.of("title", clause.title()), null);
        return rulebook.edition(rule, id);
    }

    /**
     * Saves what the editor holds.
     *
     * @param opened the state the editor opened; what it changes is laid over that state's model
     * @param over the state it may replace: the same, or a newer one that was looked at and is to be replaced
     */
    public Outcome save(String rule, long id, DraftContent content, int opened, int over) {
        RuleRights.requireEdit();
        Edition draft = draft(rule, id);
        if (draft.rowVersion() != over) {
            return new Outcome.Stale(draft, differences(DraftContent.of(draft), content));
        }
        try {
            String base = opened == draft.rowVersion()
                    ? draft.model()
                    : rows.kept(id, opened).orElse(draft.model());
            String model = content.model(rule, base);
            checks.version(draft, content, opened);
            return saved(
                    draft, new Saving(content.clause(), model, content.cases().csv(), content.validFrom()));
        } catch (RuleFault fault) {
            return new Outcome.Refused(fault);
        }
    }

    /**
     * Lays a row over the table of the answer and saves the draft so.
     *
     * @throws RuleFault where the table takes none, or the draft with it cannot be stored
     */
    public Edition lay(String rule, long id, NewRow row) {
        RuleRights.requireEdit();
        Edition draft = draft(rule, id);
        boolean annotations = rulebook.vocabulary(draft).annotations();
        DraftContent content = row.laidOver(DraftContent.of(draft), annotations);
        return switch (save(rule, id, content, draft.rowVersion(), draft.rowVersion())) {
            case Outcome.Saved _ -> rulebook.edition(rule, id);
            case Outcome.Refused(RuleFault fault) -> throw fault;
            case Outcome.Stale _ -> throw new IllegalStateException("the draft is held, so nobody saves it meanwhile");
        };
    }

    /** Takes in a model from another tool. Throws {@link RuleFault} where it cannot be read. */
    public void take(String rule, long id, String model, int rowVersion) {
        RuleRights.requireEdit();
        Edition draft = draft(rule, id);
        if (draft.rowVersion() != rowVersion) {
            throw Problem.conflict(
                    "RB21",
                    draft.trail().updatedBy() + " 刚保存过这份草稿；您的文件没有导入，请看过后再试。",
                    draft.trail().updatedBy()
                            + " has just saved this draft; your file was not taken in. Look at it and try again.");
        }
        ClauseText clause = draft.clause();
        RuleModel read = RuleModel.of(rule, model.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (!read.decisions().contains(clause.decision()) && !read.decisions().isEmpty()) {
            clause = new ClauseText(
                    clause.title(),
                    clause.titleEn(),
                    clause.reference(),
                    clause.url(),
                    List.copyOf(read.decisions()).getLast(),
                    clause.chinese(),
                    clause.english());
        }
        saved(draft, new Saving(clause, model, draft.cases(), draft.validFrom()));
    }

    private Outcome saved(Edition draft, Saving saving) {
        String by = Callers.current().name();
        if (!rows.save(draft, saving, draft.rowVersion(), by)) {
            throw Problem.conflict("RB22", "这一版已不是草稿。", "This version is no draft any more.");
        }
        int next = draft.rowVersion() + 1;
        rows.keep(draft.id(), next, saving.model(), by);
        audit.record(
                "rule.save",
                "rule",
                draft.rule() + " " + draft.id(),
                said(draft.clause(), draft),
                said(saving, next),
                null);
        return new Outcome.Saved(next);
    }

    /** Throws a draft away. */
    public void discard(String rule, long id) {
        RuleRights.requireEdit();
        Edition draft = draft(rule, id);
        rows.discard(draft.id());
        audit.record("rule.discard", "rule", rule + " " + id, said(draft.clause(), draft), null, null);
    }

    private static Map<String, Object> said(ClauseText clause, Edition draft) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", clause.title());
        said.put("reference", clause.reference());
        said.put("validFrom", draft.from());
        said.put("model", draft.model());
        said.put("cases", draft.cases());
        said.put("version", draft.rowVersion());
        return said;
    }

    private static Map<String, Object> said(Saving saving, int rowVersion) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", saving.clause().title());
        said.put("reference", saving.clause().reference());
        said.put(
                "validFrom",
                saving.validFrom() == null ? "–" : saving.validFrom().toString());
        said.put("model", saving.model());
        said.put("cases", saving.cases());
        said.put("version", rowVersion);
        return said;
    }

    private Edition draft(String rule, long id) {
        Edition draft = rows.hold(rule, id).orElseThrow(() -> missing(rule, id));
        if (draft.state() != Edition.State.DRAFT) {
            throw Problem.conflict("RB22", "这一版已不是草稿，不能改。", "This version is no draft any more and cannot be changed.");
        }
        return draft;
    }

    private static Problem missing(String rule, long id) {
        return Problem.notFound(
                "RB11", "规则“" + rule + "”没有版本 " + id + "。", "Rule \"" + rule + "\" has no version " + id + ".");
    }

    /** Where two states of a draft differ, cell by cell where the shapes are the same. */
    public static List<Difference> differences(DraftContent theirs, DraftContent yours) {
        Map<String, String> left = flat(theirs);
        Map<String, String> right = flat(yours);
        java.util.Set<String> places = new java.util.LinkedHashSet<>(left.keySet());
        places.addAll(right.keySet());
        return places.stream()
                .filter(place -> !left.getOrDefault(place, "").equals(right.getOrDefault(place, "")))
                .map(place -> new Difference(place, left.getOrDefault(place, ""), right.getOrDefault(place, "")))
                .toList();
    }

    private static Map<String, String> flat(DraftContent content) {
        Map<String, String> flat = new LinkedHashMap<>();
        ClauseText clause = content.clause();
        flat.put("title", clause.title());
        flat.put("titleEn", clause.titleEn());
        flat.put("reference", clause.reference());
        flat.put("url", clause.url());
        flat.put("decision", clause.decision());
        flat.put("chinese", clause.chinese());
        flat.put("english", clause.english());
        flat.put(
                "validFrom",
                content.validFrom() == null ? "" : content.validFrom().toString());
        for (TableGrid table : content.tables()) {
            flat.put(table.name() + " · hit policy", table.letter());
            for (int row = 0; row < table.rows().size(); row++) {
                TableGrid.Line line = table.rows().get(row);
                String place = table.name() + " · " + (row + 1) + " · ";
                put(flat, place, table.inputs(), line.inputs());
                put(flat, place, table.outputs(), line.outputs());
                put(flat, place, table.notes(), line.notes());
            }
        }
        CaseGrid cases = content.cases();
        for (int row = 0; row < cases.rows().size(); row++) {
            for (int column = 0; column < cases.columns().size(); column++) {
                if (column < cases.rows().get(row).size()) {
                    flat.put(
                            "cases · " + (row + 1) + " · " + cases.columns().get(column),
                            cases.rows().get(row).get(column));
                }
            }
        }
        return flat;
    }

    private static void put(Map<String, String> into, String place, List<TableGrid.Head> heads, List<String> cells) {
        for (int i = 0; i < Math.min(heads.size(), cells.size()); i++) {
            into.put(place + heads.get(i).shown(), cells.get(i));
        }
    }
}
