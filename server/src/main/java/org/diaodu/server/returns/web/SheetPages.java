package org.diaodu.server.returns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.returns.ReturnDesk;
import org.diaodu.server.returns.ReturnFiling;
import org.diaodu.server.returns.ReturnSheets;
import org.diaodu.server.returns.ReturnView;
import org.diaodu.sheets.SheetWriter;
import org.diaodu.standards.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One's own return as a sheet: download it pre-filled, upload it filled. */
@Controller
class SheetPages {

    private final ReturnDesk desk;
    private final ReturnFiling filing;
    private final ReturnSheets sheets;
    private final Periods periods;

    SheetPages(ReturnDesk desk, ReturnFiling filing, ReturnSheets sheets, Periods periods) {
        this.desk = desk;
        this.filing = filing;
        this.sheets = sheets;
        this.periods = periods;
    }

    @GetMapping("/returns/{enterprise}/{period}/template.xlsx")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST', 'LEADER')")
    void template(@PathVariable long enterprise, @PathVariable String period, HttpServletResponse response)
            throws IOException {
        Period parsed = periods.parse(period);
        ReturnView view = desk.view(enterprise, parsed);
        try (SheetWriter out = SheetDownload.to(response, view.enterprise().creditCode() + "-" + parsed.iso(), true)) {
            sheets.write(out, parsed, List.of(new ReturnSheets.Prefilled(view.enterprise(), desk.prefilled(view))));
        }
    }

    @PostMapping("/returns/{enterprise}/{period}/upload")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST')")
    String upload(
            @PathVariable long enterprise,
            @PathVariable String period,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Period parsed = periods.parse(period);
        ReturnView view = desk.view(enterprise, parsed);
        if (file == null || file.isEmpty()) {
            throw Problem.badRequest("RT40", "请选择要上传的文件。", "Choose a file to upload.");
        }
        String name = file.getOriginalFilename() == null ? "upload" : file.getOriginalFilename();
        return switch (sheets.readOne(
                file.getInputStream(), name, view.enterprise().creditCode())) {
            case ReturnSheets.Uploaded.Fields(Map<String, String> fields) -> {
                filing.saveDraft(enterprise, parsed, new LinkedHashMap<>(fields));
                yield "redirect:/returns/" + enterprise + "/" + parsed.iso() + "?edit=1";
            }
            case ReturnSheets.Uploaded.Faulty(var faults) -> {
                response.setStatus(422);
                model.addAttribute("view", view);
                model.addAttribute("faults", faults);
                yield "returns/faulty";
            }
            case ReturnSheets.Uploaded.Missing() ->
                throw Problem.badRequest(
                        "RT45",
                        "文件中没有本企业（" + view.enterprise().creditCode() + "）的一行，请用下载的模板填写。",
                        "The file has no row of this enterprise ("
                                + view.enterprise().creditCode() + "). Maybe fill in the downloaded template.");
        };
    }
}
