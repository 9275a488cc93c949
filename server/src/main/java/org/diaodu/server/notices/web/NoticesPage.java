package org.diaodu.server.notices.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.notices.Channel;
import org.diaodu.server.notices.Channels;
import org.diaodu.server.notices.Notice;
import org.diaodu.server.notices.NoticeStream;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.pages.Problem;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the caller was told, and where it goes besides. */
@Controller
class NoticesPage {

    private static final int SIZE = 30;

    private final Notices notices;
    private final Channels channels;
    private final NoticeStream stream;

    NoticesPage(Notices notices, Channels channels, NoticeStream stream) {
        this.notices = notices;
        this.channels = channels;
        this.stream = stream;
    }

    @GetMapping("/notices")
    String list(
            @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") String page, Model model) {
        boolean all = show.equals("all");
        Address address = Address.of("/notices").with("show", all ? "all" : "");
        Pager pager = Pager.asked(page, SIZE, notices.count(!all), address);
        List<Notice> rows = notices.page(!all, pager.number(), SIZE);
        model.addAttribute("all", all);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "latest",
                rows.isEmpty() || pager.number() > 1 ? 0L : rows.getFirst().id());
        model.addAttribute("pager", pager);
        return "notices/list";
    }

    /** To the page a notice is about; it counts as read from then on. */
    @GetMapping("/notices/{id}")
    String open(@PathVariable long id) {
        return "redirect:"
                + notices.open(id).orElseThrow(() -> Problem.notFound("NO01", "没有这条通知", "There is no such notice"));
    }

    @PostMapping("/notices/read")
    String read(@RequestParam(defaultValue = "0") long until) {
        notices.readUpTo(until);
        return "redirect:/notices";
    }

    @GetMapping(path = "/notices/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no"); // proxies pass every event on at once
        return stream.open(Callers.current().userId());
    }

    @GetMapping("/notices/channels")
    String channels(Model model) {
        return channels(address(Channel.Kind.MAIL), address(Channel.Kind.WEBHOOK), Map.of(), model);
    }

    private String address(Channel.Kind kind) {
        return channels.own().stream()
                .filter(channel -> channel.kind() == kind)
                .map(Channel::address)
                .findFirst()
                .orElse("");
    }

    @PostMapping("/notices/channels")
    String setChannels(
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String webhook,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Map<String, String> faults = channels.set(mail.strip(), webhook.strip());
        if (faults.isEmpty()) {
            flash.addFlashAttribute("notice", "notices.channels.saved");
            return "redirect:/notices/channels";
        }
        response.setStatus(422);
        return channels(mail, webhook, faults, model);
    }

    private static String channels(String mail, String webhook, Map<String, String> faults, Model model) {
        model.addAttribute("mail", mail);
        model.addAttribute("webhook", webhook);
        model.addAttribute("faults", faults);
        return "notices/channels";
    }
}
