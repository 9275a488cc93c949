package org.diaodu.server.returns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.diaodu.server.access.Callers;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.returns.ImportBatch;
import org.diaodu.server.returns.ImportReport;
import org.diaodu.server.returns.ReturnImports;
import org.diaodu.server.returns.ReturnSheets;
import org.diaodu.server.returns.ReturnTemplates;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.diaodu.standards.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One file for thousands of enterprises: upload, dry run, commit, receipt. */
@Controller
@PreAuthorize("hasRole('ANALYST')")
class ImportPages {
    private static final int SHOWN = 200;

    private final ReturnImports imports;
    private final ReturnTemplates templates;
    private final ReturnSheets sheets;
    private final Periods periods;

    ImportPages(ReturnImports imports, ReturnTemplates templates, ReturnSheets sheets, Periods periods) {
        this.imports = imports;
        this.templates = templates;
        this.sheets = sheets;
        this.periods = periods;
    }

    @GetMapping("/returns/import")
    String start(Model model) {
        model.addAttribute("periods", periods.offered());
        model.addAttribute("due", periods.due());
        model.addAttribute("recent", imports.recent());
        return "returns/import";
    }

    @PostMapping("/returns/import")
    String upload(@RequestParam(defaultValue = "") String period, @RequestParam(required = false) MultipartFile file)
            throws IOException {
        Period parsed = periods.parse(period);
        if (file == null || file.isEmpty()) {
            throw Problem.badRequest("RT40", "请选择要上传的文件。", "Choose a file to upload.");
        }
        String name = file.getOriginalFilename();
        UUID id = imports.upload(parsed, name == null || name.isBlank() ? "upload" : name, file.getBytes());
        return "redirect:/returns/import/" + id;
    }

    @GetMapping("/returns/import/template.xlsx")
    void template(@RequestParam(defaultValue = "") String period, HttpServletResponse response) throws IOException {
        Period parsed = periods.parse(period);
        try (SheetWriter out = SheetDownload.to(response, "returns-template-" + parsed.iso(), true)) {
            sheets.write(out, parsed, templates.ofUnit(parsed, Callers.current().scope()));
        }
    }

    @GetMapping("/returns/import/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("batch", found(id));
        model.addAttribute("done", imports.progress(id));
        model.addAttribute("shown", SHOWN);
        return "returns/importing";
    }

    @GetMapping("/returns/import/{id}/progress")
    String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
        ImportBatch batch = found(id);
        if (!batch.isRunning()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("batch", batch);
        model.addAttribute("done", imports.progress(id));
        return "returns/progress";
    }

    @PostMapping("/returns/import/{id}/commit")
    String commit(@PathVariable UUID id) {
        found(id);
        imports.commit(id);
        return "redirect:/returns/import/" + id;
    }

    @GetMapping("/returns/import/{id}/report.xlsx")
    void report(@PathVariable UUID id, @ModelAttribute("page") PageContext page, HttpServletResponse response)
            throws IOException {
        ImportBatch batch = found(id);
        ImportReport report = batch.report();
        try (SheetWriter out = SheetDownload.to(response, "import-report", true)) {
            out.sheet(
                    "问题清单",
                    List.of(
                            OutColumn.number("行", "0"),
                            OutColumn.text("列").wide(24),
                            OutColumn.text("统一社会信用代码").wide(22),
                            OutColumn.text("程度"),
                            OutColumn.text("代码"),
                            OutColumn.text("填报"),
                            OutColumn.text("应为"),
                            OutColumn.text("问题与建议").wide(80)));
            for (ImportReport.Problem problem : report == null ? List.<ImportReport.Problem>of() : report.problems()) {
                out.row(
                        problem.row(),
                        problem.column(),
                        problem.creditCode(),
                        page.text("ret.weight." + problem.weight()),
                        problem.code(),
                        problem.value(),
                        problem.expected(),
                        page.isEnglish() ? problem.en() : problem.zh());
            }
            out.notes(
                    "说明",
                    List.of(
                            new SheetWriter.Note("文件 File", batch.fileName()),
                            new SheetWriter.Note("SHA-256", batch.digest())));
        }
    }

    private ImportBatch found(UUID id) {
        return imports.find(id)
                .orElseThrow(() -> Problem.notFound(
                        "RT44", "没有这次导入，或不是您上传的。", "There is no such import, or somebody else uploaded it."));
    }
}
