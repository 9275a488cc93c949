package org.diaodu.server.access.web;

import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sends everybody to where their work begins. */
@Controller
class Home {

    @GetMapping("/")
    String home() {
        Caller caller = Callers.current();
        if (caller.has(Role.SYSTEM_ADMIN)) return "redirect:/admin/units";
        if (caller.has(Role.SECURITY_ADMIN)) return "redirect:/admin/users";
        if (caller.has(Role.AUDIT_ADMIN)) return "redirect:/audit";
        if (!caller.has(Role.ANALYST) && !caller.has(Role.LEADER)) {
            if (caller.has(Role.DISPATCHER)) return "redirect:/dispatch";
            if (caller.has(Role.OFFICER)) return "redirect:/dispatch/cases";
            if (caller.has(Role.POLICY)) return "redirect:/policies";
        }
        return caller.has(Role.CLERK) ? "redirect:/returns" : "redirect:/cockpit";
    }
}
