package org.diaodu.server.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.bulletin.Statement;
import org.diaodu.server.access.Callers;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.diaodu.server.steps.StepRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody makes of a statement: its state, its event, the example and the audit row commit together. */
@Component
@Transactional
public class StatementSteps {

    private final DocumentRows documents;
    private final StatementRows rows;
    private final DocumentTimeline timeline;
    private final Examples examples;
    private final Signatures signatures;

    StatementSteps(
            DocumentRows documents,
            StatementRows rows,
            DocumentTimeline timeline,
            Examples examples,
            Signatures signatures) {
        this.documents = documents;
        this.rows = rows;
        this.timeline = timeline;
        this.examples = examples;
        this.signatures = signatures;
    }

    /** @param form what was typed; used where the verb is to correct */
    public Outcome step(String number, long id, int version, StatementVerb verb, StatementForm form) {
        DocumentRights.require(DocumentRights.mayWork(Callers.current()), "核对文件中的数据", "look through statements");
        PublishedDocument document = documents.find(number).orElseThrow(() -> DocumentRows.notThere(number));
        MarkedStatement before = rows.lock(document, id).orElseThrow(StatementSteps::notThere);
        if (before.version() != version) return new Outcome.Stale(before.version());
        if (!before.state().possible().contains(verb) || before.target() != null) throw notNow(before);
        Map<String, String> faults = verb == StatementVerb.CORRECT ? form.faults() : Map.of();
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        Statement after = verb == StatementVerb.CORRECT ? form.applied(before.statement()) : before.statement();
        Signature by = signatures.now();
        boolean changed = !after.equals(before.statement());
        rows.change(before, after, state(verb, before, changed), by);
        if (changed) examples.keep(document, before, after, by);
        if (verb == StatementVerb.REJECT) examples.keepNothing(document, before, by);
        timeline.add(document, id, verb.name(), told(before.statement(), after), change(before, after), by);
        return new Outcome.Done("" + id);
    }

    /** Correcting nothing is accepting. */
    private static StatementState state(StatementVerb verb, MarkedStatement before, boolean changed) {
        if (verb != StatementVerb.CORRECT || changed) return verb.after();
        return before.state() == StatementState.CORRECTED ? StatementState.CORRECTED : StatementState.ACCEPTED;
    }

    private static Map<String, Object> change(MarkedStatement before, Statement after) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("quote", after.quote());
        change.put("was", before.statement().indicator() + " " + before.value() + before.unit());
        change.put("indicator", after.indicator());
        change.put("subject", after.subject());
        change.put("kind", after.kind().word());
        change.put("low", after.low());
        change.put("high", after.high());
        change.put("unit", after.unit());
        return change;
    }

    private static String told(Statement before, Statement after) {
        String words = before.quote() + (after.equals(before) ? "" : " → " + after.subject() + after.indicator());
        return words.length() > 1000 ? words.substring(0, 1000) : words;
    }

    private static Problem notThere() {
        return Problem.notFound("DO13", "文件中没有这条数据。", "There is no such statement in the document.");
    }

    private static StepRefused notNow(MarkedStatement statement) {
        return statement.target() != null
                ? new StepRefused(
                        "DO14",
                        "这条数据已列入目标台账，不能再改；须变动的，在台账中撤销或替换。",
                        "This statement is in the ledger of targets; withdraw or replace it there.")
                : new StepRefused(
                        "DO15",
                        "这条数据" + statement.state().zh() + "，须先退回再核对。",
                        "This statement is " + statement.state().en() + "; take it back first.");
    }
}
