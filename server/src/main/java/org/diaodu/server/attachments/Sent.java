package org.diaodu.server.attachments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file as a browser sends it with a form: its name, and where its bytes come from. */
public record Sent(String name, Attachments.Source source) {

    /** The files of a form's field; what was left empty is none. */
    public static List<Sent> of(@Nullable List<MultipartFile> parts) {
        if (parts == null) return List.of();
        return parts.stream()
                .filter(part -> !part.isEmpty() || !name(part).isBlank())
                .map(part -> new Sent(name(part), part::getInputStream))
                .toList();
    }

    private static String name(MultipartFile part) {
        String name = part.getOriginalFilename();
        return name == null ? "" : name;
    }
}
