package org.diaodu.server.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Settings;
import org.diaodu.server.access.UnitChanges;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.pages.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Units and settings, for the system administrator. */
@Controller
@PreAuthorize("hasRole('SYSTEM_ADMIN')")
class UnitsPage {

    private static final int SIZE = 50;

    private final UnitChanges units;
    private final Settings settings;

    UnitsPage(UnitChanges units, Settings settings) {
        this.units = units;
        this.settings = settings;
    }

    @GetMapping("/admin/units")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list(q.strip(), level, Math.max(1, page), Map.of(), model);
    }

    @PostMapping("/admin/units")
    String add(@RequestParam(defaultValue = "") String code, Model model, HttpServletResponse response) {
        Optional<String> fault = units.add(code);
        if (fault.isEmpty()) return "redirect:/admin/units?q=" + code.strip();
        response.setStatus(422);
        return list("", "", 1, Map.of("code", fault.get()), model);
    }

    @PostMapping("/admin/units/{code}")
    String change(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "-1") int version) {
        units.change(code, name, closed, version);
        return "redirect:/admin/units?q=" + code;
    }

    @GetMapping("/admin/settings")
    String settings(Model model) {
        model.addAttribute("settings", settings.all());
        return "access/settings";
    }

    @PostMapping("/admin/settings/{name}")
    String change(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "-1") int version) {
        if (!settings.change(name, value, version)) {
            throw Problem.conflict(
                    "AC14",
                    "设置 " + name + " 已被他人改动或不可改；您的值 " + value + " 没有保存",
                    "Setting " + name + " has been changed by somebody else or is fixed; your value " + value
                            + " was not saved");
        }
        return "redirect:/admin/settings";
    }

    private String list(String q, String level, int page, Map<String, String> faults, Model model) {
        var address = Address.of("/admin/units").with("q", q).with("level", level);
        model.addAttribute("q", q);
        model.addAttribute("level", level);
        model.addAttribute("units", units.page(q, level, page, SIZE));
        model.addAttribute("pager", new Pager(page, SIZE, units.count(q, level), address));
        model.addAttribute("faults", faults);
        return "access/units";
    }
}
