package org.diaodu.server.whitelist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.diaodu.server.access.AddressLimit;
import org.diaodu.server.whitelist.PassCode;
import org.diaodu.server.whitelist.Passes;
import org.diaodu.server.whitelist.WhiteListProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a checkpoint opens, without an account: whether a code is valid, the plate to compare, until when, and nothing else. A
 * code nobody has, a revoked and an expired one are answered alike.
 */
@Controller
class CheckPages {

    private final Passes passes;
    private final AddressLimit limit;

    CheckPages(Passes passes, WhiteListProperties limits) {
        this.passes = passes;
        this.limit = new AddressLimit(limits.checksPerMinute());
    }

    @GetMapping("/pass")
    String form(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        silently(response);
        if (code.isBlank()) {
            return "whitelist/check";
        }
        Optional<PassCode> typed = PassCode.typed(code);
        return typed.isPresent()
                ? "redirect:/pass/" + typed.get().value()
                : check(code, null, request, response, model);
    }

    @GetMapping("/pass/{code}")
    String check(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        silently(response);
        return check(code, PassCode.typed(code).orElse(null), request, response, model);
    }

    private String check(
            String typed,
            @Nullable PassCode code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean patient = limit.taken(request.getRemoteAddr(), System.nanoTime());
        if (!patient) {
            response.setStatus(429);
            response.setHeader("Retry-After", "60");
        }
        model.addAttribute("asked", code == null ? shortened(typed) : code.grouped());
        model.addAttribute("patient", patient);
        model.addAttribute("shown", patient && code != null ? passes.shown(code).orElse(null) : null);
        return "whitelist/check";
    }

    private static String shortened(String typed) {
        return typed.length() <= 40 ? typed : typed.substring(0, 40) + "…";
    }

    /** Nobody indexes it, and no other site learns the code from where somebody came. */
    private static void silently(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
