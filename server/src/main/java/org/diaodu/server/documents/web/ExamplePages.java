package org.diaodu.server.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.diaodu.server.documents.ExampleFilter;
import org.diaodu.server.documents.ExampleList;
import org.diaodu.server.documents.Examples;
import org.diaodu.server.documents.ReadingExample;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Corrections, and what the reader learns from them. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER')")
class ExamplePages {

    private final ExampleList list;
    private final Examples examples;

    ExamplePages(ExampleList list, Examples examples) {
        this.list = list;
        this.examples = examples;
    }

    @GetMapping("/documents/examples")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Selection<ExampleFilter> asked = asked(parameters);
        list.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("mayDecide", examples.mayDecide());
        return "documents/examples";
    }

    @GetMapping({"/documents/examples.xlsx", "/documents/examples.csv"})
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection<ExampleFilter> asked = asked(parameters);
        new Sheet<ReadingExample>("更正样例")
                .text("文件", ReadingExample::document)
                .text("原文", 50, ReadingExample::quote)
                .text("哪一项", one -> one.field().zh())
                .text("识读为", 30, ReadingExample::said)
                .text("应为", 30, ReadingExample::means)
                .text("更正人", ReadingExample::proposedByName)
                .text("时间", 18, one -> page.time(one.proposedAt()))
                .text("处理", one -> page.text("documents.example." + one.state()))
                .send("reading-examples", each -> list.each(asked, each), page, request, response);
    }

    @PostMapping("/documents/examples/{id}")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "false") boolean take) {
        if (examples.decide(id, version, take) instanceof Outcome.Stale) {
            throw Problem.conflict(
                    "DO17", "这条更正已有人处理。请返回列表查看。", "Somebody has decided on this correction. Go back to the list.");
        }
        return "redirect:/documents/examples";
    }

    private static Selection<ExampleFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/documents/examples", parameters);
        return new Selection<>(
                new ExampleFilter(asked.get("q").strip(), asked.get("state"), asked.get("field")), asked);
    }
}
