package org.diaodu.server.appeals.web;

import org.diaodu.server.appeals.AppealList;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** An enterprise sees its own appeals. */
@Controller
@PreAuthorize("hasRole('CLERK')")
class OwnAppealPages {

    private final AppealList list;

    OwnAppealPages(AppealList list) {
        this.list = list;
    }

    @GetMapping("/appeals/mine")
    String mine(Model model) {
        model.addAttribute("rows", list.own());
        return "appeals/mine";
    }
}
