package org.diaodu.server.policies.delivery.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.policies.FactExport;
import org.diaodu.server.policies.FactImports;
import org.diaodu.sheets.SheetWriter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Facts from files: upload, dry run, write; and all of them as a file that can be read back. */
@Controller
@PreAuthorize("hasRole('POLICY')")
class FactPages {

    private static final int SHOWN = 200;

    private final FactImports imports;
    private final FactExport export;

    FactPages(FactImports imports, FactExport export) {
        this.imports = imports;
        this.export = export;
    }

    @GetMapping("/delivery/facts")
    String start(Model model) {
        model.addAttribute("recent", imports.recent());
        return "delivery/facts";
    }

    @PostMapping("/delivery/facts")
    String upload(@RequestParam(required = false) MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.badRequest("PF14", "请选择要上传的文件。", "Choose a file to upload.");
        }
        String name = file.getOriginalFilename();
        UUID id = imports.upload(name == null || name.isBlank() ? "facts.xlsx" : name, file.getBytes());
        return "redirect:/delivery/facts/" + id;
    }

    @GetMapping("/delivery/facts/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("intake", found(id));
        model.addAttribute("shown", SHOWN);
        return "delivery/factreport";
    }

    @PostMapping("/delivery/facts/{id}/commit")
    String commit(@PathVariable UUID id) {
        found(id);
        imports.commit(id);
        return "redirect:/delivery/facts/" + id;
    }

    @GetMapping({"/delivery/facts.xlsx", "/delivery/facts.csv"})
    void export(@ModelAttribute("page") PageContext page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        sheet().send("policy-facts", export::each, page, request, response);
    }

    @GetMapping("/delivery/facts/template.xlsx")
    void template(HttpServletResponse response) throws IOException {
        try (SheetWriter out = SheetDownload.to(response, "policy-facts-template", true)) {
            sheet().write(out, each -> {});
            out.notes("填表说明", NOTES);
        }
    }

    private static final List<SheetWriter.Note> NOTES = List.of(
            new SheetWriter.Note("对象 Subject", "企业、项目或产品 / enterprise, project or product"),
            new SheetWriter.Note("编号 Number", "项目或产品在本企业内的编号；企业留空 / of a project or product within its enterprise"),
            new SheetWriter.Note(
                    "值 Value", "数字、是/否、文字，或 2022-03-31；留空表示从该日起不再知道 / empty: no longer known from that day"),
            new SheetWriter.Note("再次导入 Again", "同一文件再导入不会有变化 / the same file again changes nothing"));

    private static Sheet<FactExport.Line> sheet() {
        return new Sheet<FactExport.Line>("事实")
                .text("统一社会信用代码", 22, FactExport.Line::creditCode)
                .text("对象", line -> line.kind().zh())
                .text("编号", 16, FactExport.Line::code)
                .text("名称", 30, FactExport.Line::name)
                .text("所在地区", FactExport.Line::region)
                .text("事实", 24, FactExport.Line::fact)
                .text("值", 18, FactExport.Line::value)
                .date("生效日期", FactExport.Line::from)
                .text("持有单位", 20, FactExport.Line::holder)
                .text("来源", 28, FactExport.Line::source);
    }

    private FactImports.Intake found(UUID id) {
        return imports.find(id)
                .orElseThrow(() -> Problem.notFound(
                        "PF15", "没有这次导入，或不是您上传的。", "There is no such import, or somebody else uploaded it."));
    }
}
