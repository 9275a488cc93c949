package org.diaodu.server.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.OwnAccount;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's own account. */
@Controller
class AccountPage {

    private final OwnAccount account;

    AccountPage(OwnAccount account) {
        this.account = account;
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

    private String show(Map<String, String> faults, Model model) {
        model.addAttribute("caller", Callers.current());
        model.addAttribute("hasPassword", account.hasPassword());
        model.addAttribute("first", account.mustChangePassword());
        model.addAttribute("faults", faults);
        return "access/account";
    }
}
