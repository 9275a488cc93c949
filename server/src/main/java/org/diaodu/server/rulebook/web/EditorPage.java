package org.diaodu.server.rulebook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.rulebook.BlankModel;
import org.diaodu.server.rulebook.ClauseText;
import org.diaodu.server.rulebook.DraftCheck;
import org.diaodu.server.rulebook.DraftChecks;
import org.diaodu.server.rulebook.DraftContent;
import org.diaodu.server.rulebook.Edition;
import org.diaodu.server.rulebook.Impacts;
import org.diaodu.server.rulebook.RuleDrafts;
import org.diaodu.server.rulebook.RuleLife;
import org.diaodu.server.rulebook.RuleRights;
import org.diaodu.server.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The table editor of a draft, and what its script asks for while somebody types. */
@Controller
@PreAuthorize("hasRole('ANALYST')")
class EditorPage {

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
            "rb.edit.head.in",
            "rb.edit.head.out",
            "rb.edit.head.note");

    private final Rulebook rulebook;
    private final RuleDrafts drafts;
    private final RuleLife life;
    private final DraftChecks checks;
    private final Impacts impacts;

    EditorPage(Rulebook rulebook, RuleDrafts drafts, RuleLife life, DraftChecks checks, Impacts impacts) {
        this.rulebook = rulebook;
        this.drafts = drafts;
        this.life = life;
        this.checks = checks;
        this.impacts = impacts;
    }

    @GetMapping("/rules/{rule}/versions/{id}/edit")
    String edit(
            @PathVariable String rule,
            @PathVariable long id,
            @ModelAttribute("page") PageContext page,
            Model model) {
        onlyTheProvince();
        Edition draft = rulebook.edition(rule, id);
        if (draft.state() != Edition.State.DRAFT) return "redirect:/rules/" + rule + "?version=" + id;
        return edit(draft, List.of(), page, model);
    }

    private String edit(Edition draft, List<String> reasons, PageContext page, Model model) {
        DraftContent content = DraftContent.of(draft);
        List<String> decisions = List.of(draft.clause().decision());
        try {
            RuleVersion version = draft.version();
            content = content.withEveryHeading(DraftChecks.headings(version));
            decisions = List.copyOf(version.model().decisions());
        } catch (RuleFault fault) {
            // the check says it
        }
        var vocabulary = rulebook.vocabulary(draft);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("content", content);
        json.put("version", draft.rowVersion());
        json.put("names", vocabulary.names());
        json.put("types", vocabulary.types());
        Map<String, String> texts = new LinkedHashMap<>();
        TEXTS.forEach(key -> texts.put(key.substring(3), page.text(key)));
        json.put("texts", texts);
        model.addAttribute(
                "view",
                new EditorView(
                        draft,
                        rulebook.base(draft),
                        content,
                        vocabulary,
                        checks.of(draft),
                        JSON.writeValueAsString(json),
                        decisions,
                        reasons));
        return "rules/editor";
    }

    @PostMapping("/rules/{rule}/versions/{id}/check")
    String check(
            @PathVariable String rule,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "0") int version,
            Model model) {
        onlyTheProvince();
        Edition draft = rulebook.edition(rule, id);
        DraftCheck check = checks.of(draft, parsed(content), version);
        model.addAttribute("check", check);
        model.addAttribute("data", data(check));
        return "rules/check";
    }

    static String data(DraftCheck check) {
        return JSON.writeValueAsString(Map.of("cells", check.cells(), "headings", check.headings()));
    }

    @PostMapping("/rules/{rule}/versions/{id}/impact")
    String impact(
            @PathVariable String rule,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "0") int version,
            Model model) {
        onlyTheProvince();
        Edition draft = rulebook.edition(rule, id);
        try {
            model.addAttribute("impact", impacts.of(draft, parsed(content), version));
        } catch (RuleFault fault) {
            throw Problem.conflict(fault.code(), fault.chinese(), fault.english());
        }
        return "rules/impact";
    }

    @PostMapping("/rules/{rule}/versions/{id}/save")
    String save(
            @PathVariable String rule,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") int over,
            @ModelAttribute("page") PageContext page,
            HttpServletResponse response,
            Model model) {
        onlyTheProvince();
        model.addAttribute("fault", "");
        model.addAttribute("rowVersion", 0);
        switch (drafts.save(rule, id, parsed(content), version, over == 0 ? version : over)) {
            case RuleDrafts.Outcome.Saved saved -> model.addAttribute("rowVersion", saved.rowVersion());
            case RuleDrafts.Outcome.Refused refused -> {
                response.setStatus(422);
                model.addAttribute(
                        "fault",
                        page.isEnglish()
                                ? refused.fault().english()
                                : refused.fault().chinese());
            }
            case RuleDrafts.Outcome.Stale stale -> {
                response.setStatus(409);
                model.addAttribute("stale", stale);
            }
        }
        return "rules/saved";
    }

    @PostMapping("/rules/{rule}/versions/{id}/import")
    String take(
            @PathVariable String rule,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "0") int version)
            throws IOException {
        onlyTheProvince();
        try {
            drafts.take(rule, id, text(file), version);
        } catch (RuleFault fault) {
            throw Problem.badRequest(fault.code(), fault.chinese(), fault.english());
        }
        return "redirect:/rules/" + rule + "/versions/" + id + "/edit";
    }

    private static String text(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.badRequest("RB50", "请选择一个 DMN 文件。", "Choose a DMN file.");
        }
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }

    @PostMapping("/rules/{rule}/versions/{id}/discard")
    String discard(@PathVariable String rule, @PathVariable long id) {
        onlyTheProvince();
        drafts.discard(rule, id);
        return "redirect:/rules";
    }

    @PostMapping("/rules/{rule}/versions/{id}/propose")
    String propose(
            @PathVariable String rule,
            @PathVariable long id,
            @ModelAttribute("page") PageContext page,
            HttpServletResponse response,
            Model model) {
        onlyTheProvince();
        List<RuleLife.Reason> against = life.propose(rule, id);
        if (against.isEmpty()) return "redirect:/rules/" + rule + "?version=" + id;
        response.setStatus(422);
        return edit(rulebook.edition(rule, id), RulePage.told(against, page), page, model);
    }

    @GetMapping("/rules/new")
    String begin(Model model) {
        onlyTheProvince();
        return form(Map.of(), Map.of(), model);
    }

    @PostMapping("/rules/new")
    String found(
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @ModelAttribute("page") PageContext page,
            HttpServletResponse response,
            Model model)
            throws IOException {
        onlyTheProvince();
        String rule = given.getOrDefault("rule", "").strip();
        String title = given.getOrDefault("title", "").strip();
        Map<String, String> errors = new LinkedHashMap<>();
        if (!rule.matches("[a-z0-9]+(-[a-z0-9]+)*") || rule.length() > 60 || rule.equals("new")) {
            errors.put("rule", page.text("rb.new.fault.rule", rule));
        } else if (rulebook.lines(java.time.LocalDate.EPOCH).stream()
                .anyMatch(line -> line.now().rule().equals(rule))) {
            errors.put("rule", page.text("rb.new.fault.there", rule));
        }
        if (title.isEmpty()) errors.put("title", page.text("rb.new.fault.title"));
        if (errors.isEmpty()) {
            var clause = new ClauseText(title, "", given.getOrDefault("reference", ""), "", "", "", "");
            try {
                Edition draft = drafts.found(
                        rule, clause, file == null || file.isEmpty() ? BlankModel.of(rule, title) : text(file));
                return "redirect:/rules/" + rule + "/versions/" + draft.id() + "/edit";
            } catch (RuleFault fault) {
                errors.put("file", page.isEnglish() ? fault.english() : fault.chinese());
            }
        }
        response.setStatus(422);
        return form(given, errors, model);
    }

    private static String form(Map<String, String> given, Map<String, String> errors, Model model) {
        model.addAttribute("given", given);
        model.addAttribute("errors", errors);
        return "rules/new";
    }

    private static DraftContent parsed(String content) {
        try {
            return JSON.readValue(content, DraftContent.class);
        } catch (JacksonException | NullPointerException e) {
            throw Problem.badRequest("RB51", "表格内容不完整，请刷新页面。", "The content of the table is incomplete. Maybe reload the page.");
        }
    }

    private static void onlyTheProvince() {
        if (!RuleRights.mayEdit(Callers.current())) {
            throw new Denied("RB01", "规则由省级运行监测人员编辑。", "Rules are edited by the province's analysts.");
        }
    }
}
