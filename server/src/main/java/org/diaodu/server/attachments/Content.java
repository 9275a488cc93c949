package org.diaodu.server.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a file is by its bytes, whatever its name says.
 *
 * @param type null where it is nothing that may be attached
 * @param zh what it is, in words
 */
record Content(@Nullable FileType type, String zh, String en) {

    private static final int HEAD = 4096;

    private record Mark(String hex, int at, Content content) {
        Mark(String hex, int at, String zh, String en) {
            this(hex, at, new Content(null, zh, en));
        }

        boolean fits(byte[] head) {
            byte[] wanted = HexFormat.of().parseHex(hex);
            if (head.length < at + wanted.length) return false;
            for (int i = 0; i < wanted.length; i++) if (head[at + i] != wanted[i]) return false;
            return true;
        }
    }

    private static final Content UNKNOWN = new Content(null, "无法识别的二进制文件", "a binary file of an unknown kind");

    private static final List<Mark> MARKS = List.of(
            new Mark("ffd8ff", 0, of(FileType.JPEG)),
            new Mark("89504e470d0a1a0a", 0, of(FileType.PNG)),
            new Mark("255044462d", 0, of(FileType.PDF)),
            new Mark("4d5a", 0, "Windows 程序", "a Windows program"),
            new Mark("7f454c46", 0, "Linux 程序", "a Linux program"),
            new Mark("cafebabe", 0, "程序文件", "a program"),
            new Mark("cffaedfe", 0, "macOS 程序", "a macOS program"),
            new Mark("d0cf11e0a1b11ae1", 0, "旧版或加密的 Office 文件", "an old or encrypted Office file"),
            new Mark("47494638", 0, "GIF 图片", "a GIF picture"),
            new Mark("57454250", 8, "WebP 图片", "a WebP picture"),
            new Mark("66747970686569", 4, "HEIC 图片", "a HEIC picture"),
            new Mark("667479706d696631", 4, "HEIC 图片", "a HEIC picture"),
            new Mark("66747970", 4, "视频文件", "a video"),
            new Mark("49492a00", 0, "TIFF 图片", "a TIFF picture"),
            new Mark("4d4d002a", 0, "TIFF 图片", "a TIFF picture"),
            new Mark("424d", 0, "BMP 图片", "a BMP picture"),
            new Mark("526172211a07", 0, "RAR 压缩包", "a RAR archive"),
            new Mark("377abcaf271c", 0, "7z 压缩包", "a 7z archive"),
            new Mark("1f8b", 0, "gzip 压缩包", "a gzip archive"),
            new Mark("2321", 0, "脚本", "a script"));

    static Content of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) return new Content(null, "空文件", "an empty file");
        if (new Mark("504b0304", 0, UNKNOWN).fits(head) || new Mark("504b0506", 0, UNKNOWN).fits(head)) {
            return zip(file);
        }
        for (Mark mark : MARKS) if (mark.fits(head)) return mark.content();
        return text(file);
    }

    private static Content of(FileType type) {
        return new Content(type, type.zh(), type.en());
    }

    /** An Office file is a zip with parts of known names; only the directory of the zip is read. */
    private static Content zip(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            boolean office = zip.getEntry("[Content_Types].xml") != null;
            boolean macros = zip.stream()
                    .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
            if (office && macros) return new Content(null, "带宏的 Office 文件", "an Office file with macros");
            if (office && zip.getEntry("word/document.xml") != null) return of(FileType.DOCX);
            if (office && zip.getEntry("xl/workbook.xml") != null) return of(FileType.XLSX);
            if (office && zip.getEntry("ppt/presentation.xml") != null)
                return new Content(null, "PowerPoint 演示文稿", "a PowerPoint presentation");
            return new Content(null, "ZIP 压缩包", "a ZIP archive");
        } catch (IOException e) {
            return new Content(null, "损坏的 ZIP 或 Office 文件", "a broken ZIP or Office file");
        }
    }

    /** Text is UTF-8 or GB 18030 without control characters; what a browser would run is no plain text. */
    private static Content text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = decoded(bytes, StandardCharsets.UTF_8.newDecoder());
        if (text == null)
            text = decoded(bytes, java.nio.charset.Charset.forName("GB18030").newDecoder());
        if (text == null) return UNKNOWN;
        String begin = text.stripLeading().toLowerCase(Locale.ROOT);
        if (begin.startsWith("\ufeff")) begin = begin.substring(1).stripLeading();
        if (begin.startsWith("<svg") || (begin.startsWith("<?xml") && begin.contains("<svg")))
            return new Content(null, "SVG 图片", "an SVG picture");
        if (begin.startsWith("<!doctype html") || begin.startsWith("<html") || begin.contains("<script"))
            return new Content(null, "HTML 网页", "a web page");
        if (begin.startsWith("<?xml")) return new Content(null, "XML 文件", "an XML file");
        if (begin.startsWith("{\\rtf")) return new Content(null, "RTF 文档", "an RTF document");
        return of(FileType.TXT);
    }

    private static @Nullable String decoded(byte[] bytes, CharsetDecoder decoder) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
        if (result.isError()) return null;
        String text = out.flip().toString();
        boolean control = text.chars().anyMatch(c -> (c < 32 && c != '\n' && c != '\r' && c != '\t') || c == 127);
        return control ? null : text;
    }
}
