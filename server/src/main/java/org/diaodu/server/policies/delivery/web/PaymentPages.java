package org.diaodu.server.policies.delivery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.delivery.AnswerFiles;
import org.diaodu.server.policies.delivery.AnswerReport;
import org.diaodu.server.policies.delivery.PaymentFiles;
import org.diaodu.server.steps.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Payment files, the treasury's answers, and how the two stand to each other. */
@Controller
@PreAuthorize("hasRole('POLICY')")
class PaymentPages {

    private static final int SHOWN = 20;

    private final PaymentFiles files;
    private final AnswerFiles answers;

    PaymentPages(PaymentFiles files, AnswerFiles answers) {
        this.files = files;
        this.answers = answers;
    }

    @GetMapping("/delivery/payments")
    String list(Model model) {
        return page(model, null);
    }

    private String page(Model model, @Nullable AnswerReport report) {
        model.addAttribute("due", files.due());
        model.addAttribute("files", files.all());
        model.addAttribute("answers", answers.latest(SHOWN));
        model.addAttribute("report", report);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "delivery/payments";
    }

    @PostMapping("/delivery/payments")
    String make(@RequestParam(defaultValue = "") String key) {
        return switch (files.make(key)) {
            case Outcome.Done(String number) -> "redirect:/delivery/payments/" + number;
            case Outcome.Stale _ -> throw new IllegalStateException("a payment file has no version");
            case Outcome.Faulty(Map<String, String> faults) -> throw Faults.told(faults);
        };
    }

    @GetMapping("/delivery/payments/{number}")
    String show(@PathVariable String number, Model model) {
        model.addAttribute("file", files.get(number));
        model.addAttribute("payments", files.payments(number));
        return "delivery/paymentfile";
    }

    @GetMapping({"/delivery/payments/{number}/file.xlsx", "/delivery/payments/{number}/file.csv"})
    void download(
            @PathVariable String number, jakarta.servlet.http.HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean xlsx = request.getRequestURI().endsWith(".xlsx");
        byte[] content = files.content(number, xlsx);
        response.setContentType(
                xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + number + (xlsx ? ".xlsx" : ".csv") + "\"");
        response.getOutputStream().write(content);
    }

    @PostMapping("/delivery/answers")
    String answer(@RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.badRequest("PD47", "请选择财政回执文件。", "Choose the treasury's file.");
        }
        String name = file.getOriginalFilename();
        AnswerReport report = answers.take(name == null || name.isBlank() ? "answer.csv" : name, file.getBytes());
        if (!report.taken() && !report.before()) response.setStatus(422);
        return page(model, report);
    }
}
