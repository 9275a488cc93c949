package org.diaodu.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Providers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in form; the form's POST is answered by the security filters. */
@Controller
class SignInPage {

    private final Providers providers;

    SignInPage(Providers providers) {
        this.providers = providers;
    }

    @GetMapping("/sign-in")
    String form(HttpServletRequest request, Model model) {
        if (Callers.current().isSignedIn()) return "redirect:/";
        boolean refused = request.getParameter("refused") != null;
        boolean out = request.getParameter("out") != null;
        model.addAttribute("notice", refused ? "signIn.refused" : out ? "signIn.out" : "");
        model.addAttribute("refused", refused);
        model.addAttribute("providers", providers.links());
        return "access/sign-in";
    }
}
