package org.diaodu.server.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.server.targets.SourceDocument;
import org.diaodu.server.targets.Target;
import org.diaodu.server.targets.Targets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters what a document sets out or promises in the ledger of targets, where a second person accepts it. */
@Component
@Transactional
public class Ledger {

    private final DocumentRows documents;
    private final StatementRows rows;
    private final DocumentTimeline timeline;
    private final Signatures signatures;
    private final Targets targets;

    Ledger(
            DocumentRows documents,
            StatementRows rows,
            DocumentTimeline timeline,
            Signatures signatures,
            Targets targets) {
        this.documents = documents;
        this.rows = rows;
        this.timeline = timeline;
        this.signatures = signatures;
        this.targets = targets;
    }

    /** Proposes the statement as it stands; one nobody has looked at yet is accepted by that. */
    public Outcome enter(String number, long id, int version) {
        DocumentRights.require(DocumentRights.mayWork(Callers.current()), "列入目标台账", "enter it in the ledger");
        PublishedDocument document = documents.find(number).orElseThrow(() -> DocumentRows.notThere(number));
        MarkedStatement one = rows.lock(document, id)
                .orElseThrow(
                        () -> Problem.notFound("DO13", "文件中没有这条数据。", "There is no such statement in the document."));
        if (one.target() != null) return new Outcome.Done("" + id);
        if (one.version() != version) return new Outcome.Stale(one.version());
        if (one.state() == StatementState.REJECTED) {
            throw new StepRefused(
                    "DO18", "已剔除的不能列入台账，须先退回。", "What was rejected cannot be entered; take it back first.");
        }
        Outcome proposed = targets.propose(
                one.statement(),
                new SourceDocument(document.id(), document.title(), document.published()),
                place(document, one),
                "document/" + document.id() + "/statement/" + id);
        return switch (proposed) {
            case Outcome.Done(String target) -> {
                entered(document, one, Long.parseLong(target));
                yield new Outcome.Done("" + id);
            }
            case Outcome.Faulty(Map<String, String> faults) -> throw incomplete(faults);
            case Outcome.Stale stale -> stale;
        };
    }

    private void entered(PublishedDocument document, MarkedStatement one, long target) {
        Signature by = signatures.now();
        if (one.state() == StatementState.READ) rows.change(one, one.statement(), StatementState.ACCEPTED, by);
        rows.inLedger(one, target);
        timeline.add(
                document,
                one.id(),
                "LEDGER",
                one.statement().quote(),
                Map.of("quote", one.statement().quote(), "target", target),
                by);
    }

    private static String place(PublishedDocument document, MarkedStatement one) {
        String before = document.content().substring(0, one.starts());
        return "第" + (before.lines().filter(line -> !line.isBlank()).count() + (before.endsWith("\n") ? 1 : 0)) + "段";
    }

    private static StepRefused incomplete(Map<String, String> faults) {
        String fields = String.join("、", faults.keySet());
        return new StepRefused(
                "DO19",
                "还不够列为目标，缺或不对的是：" + fields + "。建议：先更正这条数据，或在目标台账中新建",
                "It cannot be a target yet for: " + fields
                        + ". Maybe correct the statement first, or make the target in the ledger");
    }

    /** What of the document stands in the ledger, with its lights, by id. */
    @Transactional(readOnly = true)
    public Map<Long, Target> of(PublishedDocument document) {
        List<Target> all = targets.ofDocument(document.id());
        Map<Long, Target> byId = new LinkedHashMap<>();
        all.forEach(target -> byId.put(target.id(), target));
        return byId;
    }
}
