package org.diaodu.server.briefs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.diaodu.bulletin.brief.Brief;
import org.diaodu.bulletin.brief.HtmlWriter;
import org.diaodu.bulletin.brief.PdfWriter;
import org.diaodu.bulletin.brief.Run;
import org.diaodu.bulletin.brief.WordWriter;
import org.diaodu.server.briefs.Issues;
import org.springframework.http.ContentDisposition;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A brief as Word, PDF and HTML; its figures lead back to this platform. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'DISPATCHER')")
class BriefFiles {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Issues issues;

    BriefFiles(Issues issues) {
        this.issues = issues;
    }

    /** Writes a brief in some format. */
    @FunctionalInterface
    private interface Format {
        void write(Brief brief, ByteArrayOutputStream out) throws IOException;
    }

    @GetMapping("/briefs/{id}/brief.docx")
    void word(@PathVariable long id, HttpServletResponse response) throws IOException {
        send(id, DOCX, ".docx", response, (brief, out) -> new WordWriter(platform()).write(brief, out));
    }

    @GetMapping("/briefs/{id}/brief.pdf")
    void pdf(@PathVariable long id, HttpServletResponse response) throws IOException {
        send(id, "application/pdf", ".pdf", response, (brief, out) -> new PdfWriter(platform()).write(brief, out));
    }

    @GetMapping("/briefs/{id}/brief.html")
    void html(@PathVariable long id, HttpServletResponse response) throws IOException {
        send(
                id,
                "text/html;charset=UTF-8",
                ".html",
                response,
                (brief, out) ->
                        out.writeBytes(new HtmlWriter(platform()).page(brief).getBytes(StandardCharsets.UTF_8)));
    }

    private void send(long id, String type, String ending, HttpServletResponse response, Format format)
            throws IOException {
        Brief brief = issues.get(id).written().brief();
        var out = new ByteArrayOutputStream();
        format.write(brief, out);
        response.setContentType(type);
        response.setContentLength(out.size());
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(Run.text(brief.title()) + ending, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        out.writeTo(response.getOutputStream());
    }

    private static String platform() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
