package org.diaodu.server.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diaodu.rules.book.CaseHeading;
import org.diaodu.rules.book.CaseOutcome;
import org.diaodu.rules.book.Finding;
import org.diaodu.rules.book.Review;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.book.WorkedCase;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.server.rulebook.DraftCheck.CaseLine;
import org.diaodu.server.rulebook.DraftCheck.CellFault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks a draft as it stands in the editor, without saving it, and a version before it is published. Thread-safe. */
@Component
@Transactional(readOnly = true)
public class DraftChecks {

    private final EditionRows rows;
    private final Rulebook rulebook;
    private final Map<String, DraftCheck> known = new ConcurrentHashMap<>();

    DraftChecks(EditionRows rows, Rulebook rulebook) {
        this.rows = rows;
        this.rulebook = rulebook;
    }

    /** Checks what the editor holds; {@code rowVersion} is the state it was opened in. */
    public DraftCheck of(Edition draft, DraftContent content, int rowVersion) {
        try {
            return of(version(draft, content, rowVersion), content, base(draft));
        } catch (RuleFault fault) {
            return unreadable(draft, fault);
        }
    }

    /** Checks a version as it is stored; what is published is checked once. */
    public DraftCheck of(Edition edition) {
        return edition.isOpen()
                ? checked(edition)
                : known.computeIfAbsent(edition.id() + " " + edition.rowVersion(), key -> checked(edition));
    }

    private DraftCheck checked(Edition edition) {
        try {
            return of(rulebook.ready(edition).version(), DraftContent.of(edition), base(edition));
        } catch (RuleFault fault) {
            return unreadable(edition, fault);
        }
    }

    /** The version the editor's content would be. Throws as {@link RuleVersion#of}. */
    RuleVersion version(Edition draft, DraftContent content, int rowVersion) {
        String base = rowVersion == draft.rowVersion()
                ? draft.model()
                : rows.kept(draft.id(), rowVersion).orElse(draft.model());
        return draft.version(
                content.model(draft.rule(), base),
                content.clause(),
                content.validFrom(),
                content.cases().csv());
    }

    private @Nullable CaseRule base(Edition draft) {
        if (draft.basedOn() == null) {
            return null;
        }
        return rows.find(draft.rule(), draft.basedOn())
                .map(edition -> rulebook.ready(edition).rule())
                .orElse(null);
    }

    private static DraftCheck unreadable(Edition draft, RuleFault fault) {
        Finding finding = new Finding(
                fault.code(),
                Finding.Weight.ERROR,
                draft.rule(),
                "",
                0,
                "",
                fault.chinese(),
                fault.english(),
                Map.of());
        return new DraftCheck(List.of(finding), List.of(), List.of(), List.of(), false, "", "");
    }

    /** What can be said of a version that the editor's content makes, beside what it was based on. */
    public static DraftCheck of(RuleVersion version, DraftContent content, @Nullable CaseRule base) {
        Review review = Review.of(version);
        CaseRule now = CaseRule.of(version.model(), version.clause().decision());
        List<Integer> places = places(content.cases());
        List<CellFault> cells = new ArrayList<>();
        review.findings().forEach(finding -> cell(finding, content, places, cells));
        List<CaseLine> lines = new ArrayList<>();
        boolean known = version.model().decisions().contains(version.clause().decision());
        if (review.cases() != null) {
            for (CaseOutcome outcome : review.cases().outcomes()) {
                lines.add(line(outcome, version.clause().decision(), known ? now : null, base, places));
            }
        }
        List<Finding> sorted = review.findings().stream()
                .sorted(Comparator.comparing(Finding::weight))
                .toList();
        List<String> headings = headings(version);
        return switch (now.outcome()) {
            case Outcome.Carried carried -> new DraftCheck(sorted, cells, lines, headings, true, "", "");
            case Outcome.Left left ->
                new DraftCheck(
                        sorted,
                        cells,
                        lines,
                        headings,
                        false,
                        left.place().chinese() + left.chinese(),
                        left.place().english() + left.english());
        };
    }

    private static CaseLine line(
            CaseOutcome outcome,
            String decision,
            @Nullable CaseRule now,
            @Nullable CaseRule base,
            List<Integer> places) {
        WorkedCase worked = outcome.worked();
        return new CaseLine(
                place(places, worked.row()),
                worked.name(),
                base == null ? "" : AnswerText.of(base.answer(worked.inputs())),
                now == null ? "–" : AnswerText.of(now.answer(worked.inputs())),
                worked.expected().containsKey(decision)
                        ? AnswerText.of(worked.expected().get(decision))
                        : null,
                outcome instanceof CaseOutcome.Holds);
    }

    /** The columns the cases of a version may have for its inputs and its answer. */
    public static List<String> headings(RuleVersion version) {
        List<String> headings = new ArrayList<>(List.of(CaseGrid.CASE));
        CaseHeading.ofInputs(version.model()).forEach(heading -> headings.add(heading.heading()));
        headings.add("expect:" + version.clause().decision());
        return headings;
    }

    /** For each written line of the cases its row in the grid; rows without any cell are not written. */
    private static List<Integer> places(CaseGrid cases) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < cases.rows().size(); i++) {
            if (cases.rows().get(i).stream().anyMatch(cell -> !cell.isBlank())) {
                places.add(i);
            }
        }
        return places;
    }

    /** The line of the file counts from 1 and has the headings first. */
    private static int place(List<Integer> places, int line) {
        int written = line - 2;
        return written >= 0 && written < places.size() ? places.get(written) : -1;
    }

    private static void cell(Finding finding, DraftContent content, List<Integer> places, List<CellFault> into) {
        boolean ofCases = finding.source().endsWith("cases.csv");
        if (ofCases && finding.row() > 0) {
            List<String> columns = content.cases().columns();
            int column = Math.max(columns.indexOf(finding.column()), columns.indexOf("expect:" + finding.column()));
            into.add(fault(finding, "cases", place(places, finding.row()), Math.max(0, column)));
            return;
        }
        for (TableGrid table : content.tables()) {
            if (!ofCases && table.name().equals(finding.decision()) && finding.row() > 0) {
                into.add(fault(finding, "" + table.key(), finding.row() - 1, column(table, finding.column())));
            }
        }
    }

    private static CellFault fault(Finding finding, String grid, int row, int column) {
        return new CellFault(grid, row, column, finding.weight().name(), finding.chinese(), finding.english());
    }

    /** The column with this head; the first one where the finding is about the whole row. */
    private static int column(TableGrid table, String name) {
        for (int i = 0; i < table.inputs().size(); i++) {
            if (table.inputs().get(i).text().equals(name)) {
                return i;
            }
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            String output = table.outputs().get(i).text();
            if ((output.isEmpty() ? table.name() : output).equals(name)) {
                return table.inputs().size() + i;
            }
        }
        return 0;
    }
}
