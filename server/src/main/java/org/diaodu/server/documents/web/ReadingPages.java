package org.diaodu.server.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.server.documents.Documents;
import org.diaodu.server.documents.Ledger;
import org.diaodu.server.documents.MarkedStatement;
import org.diaodu.server.documents.OwnFigures;
import org.diaodu.server.documents.PublishedDocument;
import org.diaodu.server.documents.StatementForm;
import org.diaodu.server.documents.StatementState;
import org.diaodu.server.documents.StatementSteps;
import org.diaodu.server.documents.StatementVerb;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.steps.StepAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One document: its text with the statements marked, what they say, and whether they agree. */
@Controller
class ReadingPages {

    private final Documents documents;
    private final StatementSteps steps;
    private final OwnFigures own;
    private final Ledger ledger;

    ReadingPages(Documents documents, StatementSteps steps, OwnFigures own, Ledger ledger) {
        this.documents = documents;
        this.steps = steps;
        this.own = own;
        this.ledger = ledger;
    }

    @GetMapping("/documents/{number}")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'DISPATCHER')")
    String show(@PathVariable String number, Model model) {
        return page(number, Typed.NOTHING, false, null, model);
    }

    @PostMapping("/documents/{number}/statements/{id}")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER')")
    String step(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam StatementVerb verb,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        return StepAnswer.of(
                () -> steps.step(number, id, version, verb, StatementForm.of(entered)),
                Typed.of("s" + id, entered),
                response,
                done -> "redirect:/documents/" + number + "#s" + next(number, id, verb),
                (typed, stale, refused) -> page(number, typed, stale != null, refused, model));
    }

    @PostMapping("/documents/{number}/statements/{id}/target")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER')")
    String enter(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            Model model,
            HttpServletResponse response) {
        return StepAnswer.of(
                () -> ledger.enter(number, id, version),
                Typed.of("s" + id, Map.of()),
                response,
                done -> "redirect:/documents/" + number + "#s" + id,
                (typed, stale, refused) -> page(number, typed, stale != null, refused, model));
    }

    /** The next one to look at, or the same where there is none. */
    private long next(String number, long id, StatementVerb verb) {
        if (verb == StatementVerb.REOPEN) return id;
        List<MarkedStatement> all = documents.statements(documents.get(number));
        boolean behind = false;
        for (MarkedStatement each : all) {
            if (behind && each.state() == StatementState.READ) return each.id();
            behind |= each.id() == id;
        }
        return id;
    }

    @GetMapping({"/documents/{number}/statements.xlsx", "/documents/{number}/statements.csv"})
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'DISPATCHER')")
    void export(
            @PathVariable String number,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PublishedDocument document = documents.get(number);
        new Sheet<MarkedStatement>("数据")
                .text("原文", 50, one -> one.statement().quote())
                .text("指标", 30, one -> one.statement().indicator())
                .text("主体", 24, one -> one.statement().subject())
                .text(
                        "时期",
                        20,
                        one -> Objects.requireNonNullElse(one.statement().period(), ""))
                .text(
                        "类别",
                        one -> page.text(
                                "documents.kind." + one.statement().kind().name()))
                .text("数值", 16, MarkedStatement::value)
                .text("单位", MarkedStatement::unit)
                .text("对比", 20, one -> one.statement().comparator())
                .text("状态", one -> one.state().zh())
                .text("核对人", MarkedStatement::decidedBy)
                .send(
                        "statements-" + number,
                        each -> documents.statements(document).forEach(each),
                        page,
                        request,
                        response);
    }

    private String page(String number, Typed typed, boolean stale, @Nullable Explanation refused, Model model) {
        PublishedDocument document = documents.get(number);
        List<MarkedStatement> statements = documents.statements(document);
        model.addAttribute(
                "view",
                new DocumentView(
                        document,
                        MarkedText.of(document, statements),
                        statements,
                        documents.relations(document),
                        own.beside(document, statements),
                        documents.timeline(document),
                        ledger.of(document),
                        documents.mayWork(),
                        typed,
                        stale,
                        refused));
        return "documents/document";
    }
}
