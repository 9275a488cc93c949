package org.diaodu.server.policies.delivery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.delivery.PublicNotice;
import org.diaodu.server.policies.delivery.PublicNotices;
import org.diaodu.server.steps.Outcome;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Public notices: the officer's list, and each as anybody reads it without an account. */
@Controller
class NoticePages {

    private static final int SHOWN = 50;

    private final PublicNotices notices;

    NoticePages(PublicNotices notices) {
        this.notices = notices;
    }

    @GetMapping("/delivery/notices")
    @PreAuthorize("hasRole('POLICY')")
    String list(Model model) {
        model.addAttribute("notices", notices.latest(SHOWN));
        return "delivery/notices";
    }

    @PostMapping("/delivery/notices")
    @PreAuthorize("hasRole('POLICY')")
    String publish(
            @RequestParam(required = false) List<String> number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String key) {
        return switch (notices.publish(number == null ? List.of() : number, title, contact, key)) {
            case Outcome.Done(String made) -> "redirect:/policy-notice/" + made;
            case Outcome.Stale _ -> throw new IllegalStateException("a notice has no version");
            case Outcome.Faulty(Map<String, String> faults) -> throw Faults.told(faults);
        };
    }

    /** As anybody reads it, signed in or not. */
    @GetMapping("/policy-notice/{number}")
    String show(
            @PathVariable String number,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        PublicNotice notice = notices.shown(number)
                .orElseThrow(() ->
                        Problem.notFound("PD61", "没有公示 " + number + "。", "There is no public notice " + number + "."));
        model.addAttribute("notice", notice);
        model.addAttribute("stands", notice.stands(page.businessDate()));
        return "delivery/notice";
    }
}
