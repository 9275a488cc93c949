package org.diaodu.server.cockpit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.cockpit.GrowthParameter;
import org.diaodu.server.cockpit.GrowthParameters;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes a value-added rate or price index; the province's analysts may. A stale save shows both versions. */
@Controller
@PreAuthorize("hasRole('ANALYST')")
@Transactional
class ParameterController {
    private final GrowthParameters parameters;

    ParameterController(GrowthParameters parameters) {
        this.parameters = parameters;
    }

    @GetMapping("/sources/parameter")
    String form(@RequestParam String industry, @RequestParam String period, Model model) {
        onlyTheProvince();
        GrowthParameter known = known(industry, SourcesController.parsed(period));
        model.addAttribute("form", ParameterForm.of(known));
        return "cockpit/parameter";
    }

    @PostMapping("/sources/parameter")
    String change(
            @RequestParam Map<String, String> given,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        onlyTheProvince();
        Period period = SourcesController.parsed(given.getOrDefault("period", ""));
        GrowthParameter known = known(given.getOrDefault("industry", ""), period);
        Map<String, String> errors = new LinkedHashMap<>();
        Double rate = positive(given, "vaRate", "sources.fault.rate", page, errors);
        Double index = positive(given, "priceIndex", "sources.fault.price", page, errors);
        String source = given.getOrDefault("source", "").strip();
        String reason = given.getOrDefault("reason", "").strip();
        if (source.isEmpty()) errors.put("source", page.text("sources.fault.source"));
        if (reason.isEmpty()) errors.put("reason", page.text("sources.fault.reason"));
        int version = given.getOrDefault("version", "").matches("[0-9]{1,9}")
                ? Integer.parseInt(given.getOrDefault("version", "0"))
                : -1;
        var wanted = new GrowthParameter(known.industry(), period, rate, index, source, version);
        boolean saved = errors.isEmpty() && parameters.change(wanted, reason);
        if (saved) return "redirect:/sources?period=" + period.iso() + "#parameter-" + known.industry();
        response.setStatus(errors.isEmpty() ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", ParameterForm.again(known, given, errors));
        return "cockpit/parameter";
    }

    private static void onlyTheProvince() {
        if (SourcesController.mayEdit(Callers.current())) return;
        throw new Denied("CO04", "参数由省级运行监测人员修改。", "Parameters are changed by the province's analysts.");
    }

    private GrowthParameter known(String industry, Period period) {
        return parameters.of(period).stream()
                .filter(line -> line.industry().equals(industry))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "CO05",
                        "没有行业“" + industry + "”在 " + period.chinese() + " 的参数。",
                        "There is no parameter of industry \"" + industry + "\" in " + period.iso() + "."));
    }

    private static @Nullable Double positive(
            Map<String, String> given, String field, String fault, PageContext page, Map<String, String> errors) {
        String text = given.getOrDefault(field, "").strip();
        if (text.isEmpty()) return null;
        if (text.matches("[0-9]{1,6}(\\.[0-9]{1,8})?") && Double.parseDouble(text) > 0) return Double.valueOf(text);
        errors.put(field, page.text(fault, text));
        return null;
    }
}
