package org.diaodu.server.pairing.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.appeals.AppealList;
import org.diaodu.server.attachments.AttachmentHost;
import org.diaodu.server.attachments.Attachments;
import org.diaodu.server.attachments.FileRefused;
import org.diaodu.server.dispatch.CaseOpening;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.pairing.Explanations;
import org.diaodu.server.pairing.Leaders;
import org.diaodu.server.pairing.Outcome;
import org.diaodu.server.pairing.PairedEnterprise;
import org.diaodu.server.pairing.PairedEnterprises;
import org.diaodu.server.pairing.PairedFigures;
import org.diaodu.server.pairing.Pairing;
import org.diaodu.server.pairing.PairingSteps;
import org.diaodu.server.pairing.Visit;
import org.diaodu.server.pairing.VisitForm;
import org.diaodu.server.pairing.Visits;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.Registered;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The leader's phone: the own enterprises, and one of them with what can be done for it. */
@Controller
class EnterprisePages {

    private static final String SEERS = "hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')";
    private static final int APPEALS = 10;
    private static final String FILE_FAULTS = "pairing.fileFaults";

    private final PairedEnterprises enterprises;
    private final PairedFigures figures;
    private final CaseOpening cases;
    private final Visits visits;
    private final Explanations explanations;
    private final PairingSteps steps;
    private final Leaders leaders;
    private final Attachments attachments;
    private final Enterprises register;
    private final AppealList appeals;

    EnterprisePages(
            PairedEnterprises enterprises,
            PairedFigures figures,
            CaseOpening cases,
            Visits visits,
            Explanations explanations,
            PairingSteps steps,
            Leaders leaders,
            Attachments attachments,
            Enterprises register,
            AppealList appeals) {
        this.enterprises = enterprises;
        this.figures = figures;
        this.cases = cases;
        this.visits = visits;
        this.explanations = explanations;
        this.steps = steps;
        this.leaders = leaders;
        this.attachments = attachments;
        this.register = register;
        this.appeals = appeals;
    }

    @GetMapping("/pairing/mine")
    @PreAuthorize("hasAnyRole('LEADER', 'OFFICER')")
    String mine(Model model) {
        List<PairedEnterprise> own = enterprises.own();
        List<Long> ids = own.stream().map(PairedEnterprise::id).toList();
        model.addAttribute("own", own);
        model.addAttribute("coming", enterprises.comingToOwn());
        model.addAttribute("figures", figures.of(ids));
        model.addAttribute("cases", cases.open(ids));
        model.addAttribute("appeals", appeals.open(ids));
        model.addAttribute("self", leaders.self().orElse(null));
        return "pairing/mine";
    }

    /** What an enterprise sees of it: who looks after it, and what was explained to it. */
    @GetMapping("/pairing/ours")
    @PreAuthorize("hasRole('CLERK')")
    String ours(Model model) {
        Long own = Callers.current().enterpriseId();
        if (own == null) throw Problem.notFound("PR31", "您不属于任何企业。", "You belong to no enterprise.");
        model.addAttribute("now", enterprises.holding(own).orElse(null));
        model.addAttribute("coming", enterprises.coming(own).orElse(null));
        model.addAttribute("explanations", explanations.of(own));
        return "pairing/ours";
    }

    @GetMapping("/pairing/of/{enterprise}")
    @PreAuthorize(SEERS)
    String show(
            @PathVariable long enterprise,
            @RequestParam(defaultValue = "0") long logged,
            @RequestParam(defaultValue = "false") boolean sent,
            @ModelAttribute("page") PageContext page,
            HttpSession session,
            Model model) {
        List<String> faults = new ArrayList<>();
        if (logged > 0 && session.getAttribute(FILE_FAULTS) instanceof List<?> kept) {
            kept.forEach(fault -> faults.add(String.valueOf(fault)));
            session.removeAttribute(FILE_FAULTS);
        }
        return page(enterprise, page, model, Typed.NOTHING, logged, sent, faults, false);
    }

    @PostMapping("/pairing/of/{enterprise}/visits")
    @PreAuthorize(SEERS)
    String visit(
            @PathVariable long enterprise,
            @RequestParam Map<String, String> entered,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @ModelAttribute("page") PageContext page,
            HttpSession session,
            Model model,
            HttpServletResponse response) {
        var form = new VisitForm(
                text(entered, "form"),
                text(entered, "day"),
                text(entered, "met"),
                text(entered, "notes"),
                text(entered, "next"),
                text(entered, "due"));
        switch (visits.log(enterprise, form)) {
            case Visits.Logged.Faulty(Map<String, String> faults) -> {
                response.setStatus(422);
                var typed = Typed.of("visit", entered).with(faults);
                return page(enterprise, page, model, typed, 0, false, List.of(), false);
            }
            case Visits.Logged.Done(long visit) -> {
                List<String> faults = hang(visit, files, page);
                if (!faults.isEmpty()) session.setAttribute(FILE_FAULTS, new ArrayList<>(faults));
                return "redirect:/pairing/of/" + enterprise + "?logged=" + visit;
            }
        }
    }

    /** The visit stands whatever becomes of its photos; those that are not taken are told. */
    private List<String> hang(long visit, @Nullable List<MultipartFile> files, PageContext page) {
        List<String> faults = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (file.isEmpty()) continue;
            String name = file.getOriginalFilename();
            try {
                attachments.add("visit", visit, name == null ? "" : name, file::getInputStream);
            } catch (FileRefused refused) {
                faults.add(
                        page.isEnglish()
                                ? refused.explanation().en()
                                : refused.explanation().zh());
            }
        }
        return faults;
    }

    @PostMapping("/pairing/of/{enterprise}/follow-ups/{id}")
    @PreAuthorize(SEERS)
    String followUp(
            @PathVariable long enterprise,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Outcome outcome = visits.finish(enterprise, id, version, text(entered, "outcome"));
        return answered(outcome, enterprise, "follow-" + id, entered, "", page, model, response);
    }

    @PostMapping("/pairing/of/{enterprise}/explanations")
    @PreAuthorize(SEERS)
    String explain(
            @PathVariable long enterprise,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Outcome outcome = explanations.send(
                enterprise,
                text(entered, "form"),
                text(entered, "title"),
                text(entered, "words"),
                text(entered, "link"));
        return answered(outcome, enterprise, "explain", entered, "?sent=true", page, model, response);
    }

    /** Another leader, or none: one form, its button says which. */
    @PostMapping("/pairing/of/{enterprise}/leader")
    @PreAuthorize("hasRole('DISPATCHER')")
    String leader(
            @PathVariable long enterprise,
            @RequestParam(defaultValue = "0") long pairing,
            @RequestParam(defaultValue = "0") long leader,
            @RequestParam(defaultValue = "assign") String action,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        String why = text(entered, "why");
        Outcome outcome;
        if (action.equals("end")) outcome = steps.end(enterprise, pairing, why);
        else if (leader == 0) outcome = new Outcome.Faulty(Map.of("leader", "pairing.fault.leader"));
        else outcome = steps.assign(enterprise, pairing, leader, why);
        return answered(outcome, enterprise, "leader", entered, "", page, model, response);
    }

    private String answered(
            Outcome outcome,
            long enterprise,
            String form,
            Map<String, String> entered,
            String after,
            PageContext page,
            Model model,
            HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Done _ -> "redirect:/pairing/of/" + enterprise + after;
            case Outcome.Stale _ -> {
                response.setStatus(409);
                var typed = Typed.of(form, entered);
                yield page(enterprise, page, model, typed, 0, false, List.of(), true);
            }
            case Outcome.Faulty(Map<String, String> faults) -> {
                response.setStatus(422);
                yield page(enterprise, page, model, Typed.of(form, entered).with(faults), 0, false, List.of(), false);
            }
        };
    }

    private String page(
            long enterprise,
            PageContext page,
            Model model,
            Typed typed,
            long logged,
            boolean sent,
            List<String> fileFaults,
            boolean stale) {
        Caller caller = Callers.current();
        Optional<PairedEnterprise> line = enterprises.find(enterprise);
        Optional<Registered> registered = register.find(enterprise, java.time.YearMonth.from(page.businessDate()));
        if (line.isEmpty() && registered.isEmpty()) {
            throw Problem.notFound(
                    "PR14",
                    "编号为 " + enterprise + " 的企业没有包联人，或不在您的范围内。",
                    "Enterprise " + enterprise + " has no leader, or it is outside your own.");
        }
        Pairing now = enterprises.holding(enterprise).orElse(null);
        boolean mayServe = now != null && enterprises.mayServe(now);
        List<Visit> seen = visits.of(enterprise);
        Map<Long, AttachmentHost.Thing> hosts = new LinkedHashMap<>();
        seen.forEach(
                visit -> hosts.put(visit.id(), new AttachmentHost.Thing("/pairing/of/" + enterprise, mayServe, false)));
        model.addAttribute(
                "view",
                new EnterpriseView(
                        enterprise,
                        line.map(PairedEnterprise::name)
                                .orElseGet(
                                        () -> registered.map(Registered::name).orElse("")),
                        line.map(PairedEnterprise::region)
                                .orElseGet(
                                        () -> registered.map(Registered::region).orElse("")),
                        line.orElse(null),
                        now,
                        enterprises.coming(enterprise).orElse(null),
                        enterprises.history(enterprise),
                        figures.of(List.of(enterprise)).get(enterprise),
                        cases.open(List.of(enterprise)).get(enterprise),
                        seen,
                        attachments.on("visit", hosts),
                        explanations.of(enterprise),
                        appeals.ofEnterprise(enterprise, APPEALS),
                        enterprises.timeline(enterprise),
                        caller.has(Role.DISPATCHER) ? leaders.own() : List.of(),
                        mayServe,
                        caller.has(Role.DISPATCHER),
                        registered.isPresent(),
                        page.businessDate(),
                        typed.value(
                                "visit",
                                "form",
                                typed.value("explain", "form", UUID.randomUUID().toString())),
                        caller.userId() + "-" + enterprise,
                        logged,
                        sent,
                        fileFaults,
                        typed,
                        stale));
        return "pairing/enterprise";
    }

    private static String text(Map<String, String> entered, String field) {
        return entered.getOrDefault(field, "").strip();
    }
}
