package org.diaodu.server.attachments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.attachments.Attachment;
import org.diaodu.server.attachments.Attachments;
import org.diaodu.server.attachments.FileRefused;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files go up, come down and are taken away; with scripts the part of the page is swapped, without them the page is shown anew. */
@Controller
@PreAuthorize("hasAnyRole('CLERK', 'DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
class AttachmentPages {

    private static final String SEALED = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final Attachments attachments;

    AttachmentPages(Attachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping("/attachments/{kind}/{host}")
    String add(
            @PathVariable String kind,
            @PathVariable long host,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        attachments.on(kind, host);
        List<String> faults = new ArrayList<>();
        int added = 0;
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (file.isEmpty() && (name == null || name.isBlank())) continue;
            try {
                attachments.add(kind, host, name == null ? "" : name, file::getInputStream);
                added++;
            } catch (FileRefused refused) {
                faults.add(
                        page.isEnglish()
                                ? refused.explanation().en()
                                : refused.explanation().zh());
            }
        }
        if (added == 0 && faults.isEmpty()) faults.add(page.text("attachments.choose"));
        if (!faults.isEmpty()) response.setStatus(422);
        return shown(kind, host, faults, model, request);
    }

    @PostMapping("/attachments/{id}/remove")
    String remove(@PathVariable long id, HttpServletRequest request, Model model) {
        Attachment file = attachments.of(id);
        attachments.remove(id);
        return shown(file.kind(), file.host(), List.of(), model, request);
    }

    @GetMapping("/attachments/{id}")
    void open(@PathVariable long id, HttpServletResponse response) throws IOException {
        Attachments.Opened opened = attachments.open(id);
        Attachment file = opened.file();
        response.setHeader(
                "Content-Disposition",
                (file.type().isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Cache-Control", "private, no-store");
        boolean text = file.type().mediaType().startsWith("text/");
        send(response, file.type().mediaType() + (text ? ";charset=UTF-8" : ""), opened.bytes());
    }

    @GetMapping("/attachments/{id}/thumbnail")
    void thumbnail(@PathVariable long id, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, max-age=86400");
        response.setHeader("Content-Disposition", "inline");
        send(response, "image/jpeg", attachments.thumbnail(id).bytes());
    }

    private static void send(HttpServletResponse response, String type, Path bytes) throws IOException {
        response.setHeader("Content-Security-Policy", SEALED);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(type);
        response.setContentLengthLong(Files.size(bytes));
        Files.copy(bytes, response.getOutputStream());
    }

    /** The part for a script, and the thing's page for everybody else. */
    private String shown(String kind, long host, List<String> faults, Model model, HttpServletRequest request) {
        if (request.getHeader("HX-Request") == null) {
            if (faults.isEmpty()) return "redirect:" + attachments.pageOf(kind, host);
            String all = String.join(" ", faults);
            throw Problem.badRequest("AT15", all, all);
        }
        model.addAttribute("files", attachments.on(kind, host));
        model.addAttribute("faults", faults);
        model.addAttribute("signed", !Callers.current().has(Role.CLERK));
        return "attachments/part";
    }
}
