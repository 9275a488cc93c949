package org.diaodu.server.appeals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.appeals.Instruction;
import org.diaodu.server.appeals.SeveralAppeals;
import org.diaodu.server.appeals.StepForm;
import org.diaodu.server.pages.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One instruction about several appeals chosen from the list: what would become of each, then doing it. */
@Controller
@PreAuthorize("hasAnyRole('DISPATCHER', 'LEADER')")
class SeveralPages {

    private static final int LONGEST = 4_000;

    private final SeveralAppeals several;
    private final MemberUnits units;

    SeveralPages(SeveralAppeals several, MemberUnits units) {
        this.several = several;
        this.units = units;
    }

    @PostMapping("/appeals/several/preview")
    String preview(
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(defaultValue = "") String instruction,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        String key = UUID.randomUUID().toString();
        return preview(asked(instruction), number, new StepForm(0, key, "", unit.strip(), ""), back, "", model);
    }

    private String preview(
            Instruction what, List<String> numbers, StepForm form, String back, String fault, Model model) {
        model.addAttribute("what", what);
        model.addAttribute("lines", several.preview(what, numbers, form.unit()));
        model.addAttribute("form", form);
        model.addAttribute(
                "unitName", units.find(form.unit()).map(MemberUnit::name).orElse(""));
        model.addAttribute("back", local(back));
        model.addAttribute("fault", fault);
        return "appeals/several";
    }

    @PostMapping("/appeals/several")
    String give(
            @RequestParam(defaultValue = "") List<String> line,
            @RequestParam(defaultValue = "") String instruction,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String back,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Instruction what = asked(instruction);
        Map<String, Integer> versions = versions(line);
        var form = new StepForm(0, key.isBlank() ? UUID.randomUUID().toString() : key, words, unit.strip(), "");
        String fault = what.needsWords() && form.words().isEmpty()
                ? "appeals.fault.words"
                : form.words().length() > LONGEST ? "appeals.fault.long" : "";
        if (!fault.isEmpty()) {
            response.setStatus(422);
            return preview(what, List.copyOf(versions.keySet()), form, back, fault, model);
        }
        List<SeveralAppeals.Done> done = several.give(what, versions, form);
        List<SeveralAppeals.Done> not =
                done.stream().filter(one -> one.against() != null).toList();
        flash.addFlashAttribute("told", new SeveralAppeals.Told(what, done.size() - not.size(), not));
        return "redirect:" + local(back);
    }

    private static Map<String, Integer> versions(List<String> lines) {
        Map<String, Integer> versions = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.matches("[0-9A-Za-z-]{1,40}@\\d{1,9}")) {
                throw Problem.badRequest(
                        "AP32",
                        "“" + line + "”不是预览里的一行，请从列表重新选择。",
                        "\"" + line + "\" is no line of a preview. Maybe choose again.");
            }
            int at = line.indexOf('@');
            versions.put(line.substring(0, at), Integer.valueOf(line.substring(at + 1)));
        }
        return versions;
    }

    private static Instruction asked(String name) {
        for (Instruction one : Instruction.values()) if (one.name().equals(name)) return one;
        throw Problem.badRequest(
                "AP33",
                "没有“" + name + "”这种批量办理；可以 REMIND、SUPERVISE、GIVE。",
                "There is no instruction \"" + name + "\". Maybe REMIND, SUPERVISE or GIVE.");
    }

    /** The list as it was filtered, and nowhere else. */
    private static String local(String back) {
        return back.matches("/appeals(\\?[A-Za-z0-9%=&+*._~:-]*)?") ? back : "/appeals";
    }
}
