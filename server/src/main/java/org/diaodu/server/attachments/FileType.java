package org.diaodu.server.attachments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files that may be attached. */
public enum FileType {
    JPEG("image/jpeg", "JPEG 图片", "a JPEG picture", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "PNG 图片", "a PNG picture", "png"),
    PDF("application/pdf", "PDF 文件", "a PDF file", "pdf"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Word 文档（docx）",
            "a Word document (docx)",
            "docx"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Excel 工作簿（xlsx）",
            "an Excel workbook (xlsx)",
            "xlsx"),
    TXT("text/plain", "纯文本", "plain text", "txt", "text");

    private final String mediaType;
    private final String zh;
    private final String en;
    private final List<String> extensions;

    FileType(String mediaType, String zh, String en, String... extensions) {
        this.mediaType = mediaType;
        this.zh = zh;
        this.en = en;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** The usual ending of a name. */
    public String extension() {
        return extensions.getFirst();
    }

    public boolean isPicture() {
        return this == JPEG || this == PNG;
    }

    boolean isNamed(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    static Optional<FileType> named(String extension) {
        return Arrays.stream(values()).filter(type -> type.isNamed(extension)).findFirst();
    }
}
