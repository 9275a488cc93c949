package org.diaodu.server.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diaodu.server.documents.DocumentFilter;
import org.diaodu.server.documents.DocumentLine;
import org.diaodu.server.documents.DocumentList;
import org.diaodu.server.documents.Documents;
import org.diaodu.server.documents.NewDocument;
import org.diaodu.server.documents.Reading;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepAnswer;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The documents as a list, and bringing new ones. */
@Controller
class DocumentPages {

    private final DocumentList documents;
    private final Documents room;
    private final Reading reading;

    DocumentPages(DocumentList documents, Documents room, Reading reading) {
        this.documents = documents;
        this.room = room;
        this.reading = reading;
    }

    @GetMapping("/documents")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'DISPATCHER')")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Selection<DocumentFilter> asked = asked(parameters);
        documents.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("mayWork", room.mayWork());
        return "documents/list";
    }

    @GetMapping({"/documents.xlsx", "/documents.csv"})
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'DISPATCHER')")
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection<DocumentFilter> asked = asked(parameters);
        new Sheet<DocumentLine>("公开文件")
                .text("编号", DocumentLine::number)
                .text("标题", 50, DocumentLine::title)
                .text("来源", 40, DocumentLine::source)
                .date("发布日期", DocumentLine::published)
                .text("识读单位", 20, line -> Regional.name(line.region()))
                .text("识读人", 14, DocumentLine::readByName)
                .text("识读时间", 18, line -> page.time(line.readAt()))
                .number("数据条数", "0", DocumentLine::statements)
                .number("待核对", "0", DocumentLine::open)
                .send("documents", each -> documents.each(asked, each), page, request, response);
    }

    @GetMapping("/documents/new")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER')")
    String form(Model model) {
        return form(Typed.NOTHING, UUID.randomUUID().toString(), List.of(), null, model);
    }

    /** Files, or else a text that was pasted; of several files each is read on its own. */
    @PostMapping("/documents/new")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER')")
    String read(
            @RequestParam Map<String, String> entered,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response)
            throws IOException {
        List<MultipartFile> brought = files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        if (brought.size() > 1) return several(entered, brought, model, response);
        String key = entered.getOrDefault("key", "");
        byte[] raw = brought.isEmpty() ? new byte[0] : brought.getFirst().getBytes();
        return StepAnswer.of(
                () -> brought.isEmpty()
                        ? reading.text(asked(entered, key, ""), entered.getOrDefault("text", ""))
                        : reading.file(asked(entered, key, name(brought.getFirst())), raw),
                Typed.of("new", entered),
                response,
                done -> "redirect:/documents/" + done.number(),
                (typed, _, refused) -> form(typed, key, List.of(), refused, model));
    }

    private String several(
            Map<String, String> entered, List<MultipartFile> files, Model model, HttpServletResponse response)
            throws IOException {
        List<Unread> unread = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = name(file);
            try {
                Outcome outcome = reading.file(new NewDocument("", stem(name), source(entered), name), file.getBytes());
                if (outcome instanceof Outcome.Faulty) unread.add(new Unread(name, tooLarge()));
            } catch (StepRefused refused) {
                unread.add(new Unread(name, refused.explanation()));
            }
        }
        if (unread.isEmpty()) return "redirect:/documents";
        response.setStatus(422);
        return form(Typed.of("new", entered), UUID.randomUUID().toString(), unread, null, model);
    }

    private static Explanation tooLarge() {
        return new Explanation(
                422,
                "DO16",
                "文件超过20MB或标题太长。建议：拆成几个文件",
                "The file is larger than 20 MB, or its name too long. Maybe split it");
    }

    private static NewDocument asked(Map<String, String> entered, String key, String file) {
        String title = entered.getOrDefault("title", "").strip();
        return new NewDocument(key, title.isEmpty() ? stem(file) : title, source(entered), file);
    }

    private static String source(Map<String, String> entered) {
        return entered.getOrDefault("source", "").strip();
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "document.txt" : name.replaceFirst("^.*[/\\\\]", "");
    }

    private static String stem(String name) {
        String stem = name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        return stem.length() > 200 ? stem.substring(0, 200) : stem;
    }

    private static String form(
            Typed typed, String key, List<Unread> unread, @Nullable Explanation refused, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("key", key);
        model.addAttribute("unread", unread);
        model.addAttribute("refused", refused);
        return "documents/new";
    }

    private static Selection<DocumentFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/documents", parameters);
        return new Selection<>(new DocumentFilter(asked.get("q").strip(), asked.get("state")), asked);
    }
}
