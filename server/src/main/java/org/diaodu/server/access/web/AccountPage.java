package org.diaodu.server.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.diaodu.server.access.AccessTokens;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.OwnAccount;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's own account. */
@Controller
class AccountPage {

    private final OwnAccount account;
    private final AccessTokens tokens;

    AccountPage(OwnAccount account, AccessTokens tokens) {
        this.account = account;
        this.tokens = tokens;
    }

    @GetMapping("/account")
    String show(Model model) {
        return show(Map.of(), model);
    }

    @PostMapping("/account/password")
    String changePassword(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Map<String, String> faults = account.changePassword(old, fresh, again);
        if (faults.isEmpty()) {
            flash.addFlashAttribute("notice", "account.password.changed");
            return "redirect:/account";
        }
        response.setStatus(422);
        return show(faults, model);
    }

    /** A new token is shown by this answer and never again. */
    @PostMapping("/account/tokens")
    String makeToken(
            @RequestParam(name = "token", defaultValue = "") String name,
            @RequestParam(defaultValue = "") String days,
            Model model,
            HttpServletResponse response) {
        return switch (tokens.make(name, days)) {
            case AccessTokens.Made.Token(String token) -> {
                response.setHeader("Cache-Control", "no-store");
                model.addAttribute("made", token);
                yield show(Map.of(), model);
            }
            case AccessTokens.Made.Faulty(Map<String, String> faults) -> {
                response.setStatus(422);
                yield show(faults, model);
            }
        };
    }

    @PostMapping("/account/tokens/{id}/revocation")
    String revokeToken(@PathVariable long id, RedirectAttributes flash) {
        tokens.revoke(id);
        flash.addFlashAttribute("notice", "account.token.revoked");
        return "redirect:/account";
    }

    private String show(Map<String, String> faults, Model model) {
        model.addAttribute("caller", Callers.current());
        model.addAttribute("hasPassword", account.hasPassword());
        model.addAttribute("first", account.mustChangePassword());
        model.addAttribute("faults", faults);
        model.addAttribute("tokens", tokens.own());
        return "access/account";
    }
}
