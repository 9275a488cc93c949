package org.diaodu.server.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.diaodu.server.audit.AuditLog;
import org.diaodu.server.audit.AuditQuery;
import org.diaodu.server.audit.AuditRow;
import org.diaodu.server.audit.Difference;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.NavEntry;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log, for the audit administrator. */
@Controller
@PreAuthorize("hasRole('AUDIT_ADMIN')")
class AuditPage {

    private static final int SIZE = 50;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private static final Sheet<AuditRow> SHEET = new Sheet<AuditRow>("audit")
            .text("seq", AuditRow::seq)
            .text("at", row -> SECOND.format(row.at()))
            .text("who", AuditRow::actorName)
            .text("unit", AuditRow::unit)
            .text("from", AuditRow::origin)
            .text("action", AuditRow::action)
            .text("subject_type", AuditRow::subjectType)
            .text("subject", AuditRow::subjectId)
            .text("before", AuditRow::before)
            .text("after", AuditRow::after)
            .text("reason", AuditRow::reason)
            .text("sm3", AuditRow::digest);

    private final AuditLog log;

    AuditPage(AuditLog log) {
        this.log = log;
    }

    @Bean
    static NavEntry auditEntry() {
        return new NavEntry("audit", "admin", "/audit", 940, "AUDIT_ADMIN");
    }

    @GetMapping("/audit")
    String list(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var query = new AuditQuery(who.strip(), action.strip(), subject.strip(), from, to);
        var address = Address.of("/audit")
                .with("who", query.who())
                .with("action", query.action())
                .with("subject", query.subject())
                .with("from", from == null ? "" : from.toString())
                .with("to", to == null ? "" : to.toString());
        int number = Math.max(1, page);
        model.addAttribute("query", query);
        model.addAttribute("rows", log.page(query, number, SIZE));
        model.addAttribute("pager", new Pager(number, SIZE, log.count(query), address));
        model.addAttribute("export", address.at("/audit.csv").toString());
        return "audit/list";
    }

    @GetMapping("/audit/{seq}")
    String show(@PathVariable long seq, Model model) {
        AuditRow row = log.find(seq)
                .orElseThrow(() -> Problem.notFound("AU05", "没有第 " + seq + " 条审计记录", "There is no audit row " + seq));
        model.addAttribute("row", row);
        model.addAttribute("differences", Difference.of(row.before(), row.after()));
        return "audit/row";
    }

    @GetMapping("/audit.csv")
    void export(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        var query = new AuditQuery(who.strip(), action.strip(), subject.strip(), from, to);
        try (SheetWriter out = SheetDownload.to(response, "audit", false)) {
            SHEET.write(out, each -> log.each(query, each));
        }
    }
}
