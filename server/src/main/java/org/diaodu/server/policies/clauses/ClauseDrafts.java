package org.diaodu.server.policies.clauses;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.server.access.Callers;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.clauses.VersionRows.Saving;
import org.diaodu.server.rulebook.ClauseText;
import org.diaodu.server.rulebook.ModelDocument;
import org.diaodu.server.rulebook.RuleDrafts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What policy officers do to drafts: begin, save, take in a model from another tool, throw away. */
@Component
@Transactional
public class ClauseDrafts {

    private final VersionRows rows;
    private final ClauseChecks checks;
    private final ClauseTimeline timeline;

    ClauseDrafts(VersionRows rows, ClauseChecks checks, ClauseTimeline timeline) {
        this.rows = rows;
        this.checks = checks;
        this.timeline = timeline;
    }

    /** What came of a save. */
    public sealed interface Outcome {

        /** Saved; the next save names this row version. */
        record Saved(int rowVersion) implements Outcome {}

        /** Somebody saved first: their state, and where the two differ. Nothing was written. */
        record Stale(ClauseVersion theirs, List<RuleDrafts.Difference> differences) implements Outcome {}

        /** It cannot be stored at all. */
        record Refused(RuleFault fault) implements Outcome {}
    }

    /** Begins the next version of a clause, or a correction of this one; gives back the draft that is open already. */
    public ClauseVersion begin(String clause, long from) {
        ClauseVersion base = rows.hold(clause, from).orElseThrow(() -> Clauses.missing(clause, from));
        ClauseRights.requireWriter(base.home());
        Optional<ClauseVersion> open =
                rows.of(clause).stream().filter(ClauseVersion::isOpen).findFirst();
        if (open.isPresent()) {
            return open.get();
        }
        var saving = new Saving(base.text(), base.model(), base.cases(), base.terms(), null, null);
        return drafted(clause, base.home(), saving, base.id(), base.from());
    }

    /**
     * A new clause of the caller's unit, made like another: its conditions, formula and cases, to be changed.
     *
     * @param like the version it is copied from
     */
    public ClauseVersion found(String clause, String title, ClauseVersion like) {
        String home = ClauseRights.requireWriter();
        rows.lock(clause);
        if (rows.home(clause).isPresent()) {
            throw Problem.conflict("PL20", "条款“" + clause + "”已有。", "There is a clause \"" + clause + "\" already.");
        }
        rows.found(clause, home, Callers.current().name());
        var text = new ClauseText(title, "", "", "", like.text().decision(), "", "");
        var saving = new Saving(text, like.model(), like.cases(), HomeTerms.of(like.terms(), home), null, null);
        return drafted(clause, home, saving, null, like.clause());
    }

    private ClauseVersion drafted(String clause, String home, Saving saving, @Nullable Long basedOn, String from) {
        String by = Callers.current().name();
        long id = rows.draft(clause, home, saving, basedOn, by);
        rows.keep(id, home, 1, saving.model(), by);
        timeline.add(clause, home, id, "DRAFT", Map.of("from", from), from);
        return rows.find(clause, id).orElseThrow();
    }

    /**
     * Saves what the editor holds.
     *
     * @param opened the state the editor opened; what it changes is laid over that state's model
     * @param over the state it may replace: the same, or a newer one that was looked at and is to be replaced
     */
    public Outcome save(String clause, long id, ClauseContent content, int opened, int over) {
        ClauseVersion draft = draft(clause, id);
        if (draft.rowVersion() != over) {
            return new Outcome.Stale(draft, Differences.between(ClauseContent.of(draft), content));
        }
        if (content.field("title").isEmpty()) {
            throw Problem.badRequest("PL21", "请填写名称。", "Give the clause a title.");
        }
        try {
            ModelDocument model = content.model(clause, checks.base(draft, opened));
            RuleModel.of(clause, model.xml().getBytes(StandardCharsets.UTF_8));
            return saved(draft, saving(content, model));
        } catch (RuleFault fault) {
            return new Outcome.Refused(fault);
        }
    }

    private Saving saving(ClauseContent content, ModelDocument model) {
        String replaces = content.field("replaces");
        if (!replaces.isEmpty() && rows.home(replaces).isEmpty()) {
            throw Problem.badRequest(
                    "PL22",
                    "没有条款“" + replaces + "”可以接替。",
                    "There is no clause \"" + replaces + "\" to take the place of.");
        }
        return new Saving(
                content.text(model),
                model.xml(),
                content.cases().csv(),
                content.terms(model).yaml(),
                content.validFrom(),
                replaces.isEmpty() ? null : replaces);
    }

    /** Takes in a model from another tool. Throws {@link RuleFault} where it cannot be read. */
    public void take(String clause, long id, String model, int rowVersion) {
        ClauseVersion draft = draft(clause, id);
        if (draft.rowVersion() != rowVersion) {
            throw Problem.conflict(
                    "PL23",
                    draft.hands().updatedBy() + " 刚保存过这份草稿；您的文件没有导入，请看过后再试。",
                    draft.hands().updatedBy()
                            + " has just saved this draft; your file was not taken in. Look at it and try again.");
        }
        RuleModel.of(clause, model.getBytes(StandardCharsets.UTF_8));
        saved(
                draft,
                new Saving(draft.text(), model, draft.cases(), draft.terms(), draft.validFrom(), draft.replaces()));
        timeline.add(clause, draft.home(), id, "IMPORT", Map.of(), "");
    }

    private Outcome saved(ClauseVersion draft, Saving saving) {
        String by = Callers.current().name();
        if (!rows.save(draft, saving, by)) {
            throw notADraft();
        }
        int next = draft.rowVersion() + 1;
        rows.keep(draft.id(), draft.home(), next, saving.model(), by);
        timeline.saved(draft, saving);
        return new Outcome.Saved(next);
    }

    /** Throws a draft away. */
    public void discard(String clause, long id) {
        ClauseVersion draft = draft(clause, id);
        rows.discard(draft.id());
        timeline.add(
                clause,
                draft.home(),
                id,
                "DISCARD",
                Map.of("title", draft.text().title()),
                "");
    }

    private ClauseVersion draft(String clause, long id) {
        ClauseVersion draft = rows.hold(clause, id).orElseThrow(() -> Clauses.missing(clause, id));
        ClauseRights.requireWriter(draft.home());
        if (draft.state() != ClauseVersion.State.DRAFT) {
            throw notADraft();
        }
        return draft;
    }

    private static Problem notADraft() {
        return Problem.conflict("PL24", "这一版已不是草稿，不能改。", "This version is no draft any more and cannot be changed.");
    }
}
