package org.diaodu.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file to be read, known by its content: what it is not is said, what it is is opened. */
final class Source implements Closeable {

    private final String name;
    private final @Nullable Path path;
    private final boolean temporary;
    private final @Nullable IOException failed;

    private Source(String name, @Nullable Path path, boolean temporary, @Nullable IOException failed) {
        this.name = name;
        this.path = path;
        this.temporary = temporary;
        this.failed = failed;
    }

    static Source file(Path path) {
        Path file = path.getFileName();
        return new Source(file == null ? path.toString() : file.toString(), path, false, null);
    }

    /** Copies the stream, one byte further than the limit at most, so that its length tells that it is too long. */
    static Source stream(InputStream in, String name, ReadLimits limits) {
        Path copy = null;
        try {
            copy = Files.createTempFile("sheet", ".upload");
            try (OutputStream out = Files.newOutputStream(copy)) {
                byte[] buffer = new byte[1 << 16];
                long left = limits.fileBytes() + 1;
                for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
                    out.write(buffer, 0, (int) Math.min(n, left));
                    left -= n;
                }
            }
            return new Source(name, copy, true, null);
        } catch (IOException e) {
            return new Source(name, copy, true, e);
        }
    }

    String name() {
        return name;
    }

    RawSheet open(ReadOptions options, Headings headings, Faults faults) throws IOException, Refusal {
        Place place = Place.file(name);
        if (failed != null || path == null) {
            throw failed == null ? new NoSuchFileException(name) : failed;
        }
        if (!Files.isRegularFile(path)) {
            throw new Refusal(
                    "sheets.no-file",
                    place,
                    "",
                    new Wording("文件不存在，或不是普通文件", "there is no such file"),
                    new Wording("检查路径", "check the path"));
        }
        long bytes = Files.size(path);
        if (bytes > options.limits().fileBytes()) {
            throw new Refusal(
                    "sheets.too-large",
                    place,
                    "",
                    new Wording(
                            "文件超过 " + (options.limits().fileBytes() >> 20) + " MiB 的上限",
                            "the file is larger than the limit of "
                                    + (options.limits().fileBytes() >> 20) + " MiB"),
                    new Wording("拆成几个文件", "split it into several files"));
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(4096);
        }
        if (head.length == 0) {
            throw new Refusal(
                    "sheets.empty",
                    place,
                    "",
                    new Wording("文件是空的", "the file is empty"),
                    new Wording("检查是否选错了文件", "the wrong file was chosen"));
        }
        if (startsWith(head, 'P', 'K')) {
            return XlsxWorkbook.open(path, place, options, headings, faults);
        }
        refuseOtherKinds(head, place);
        return CsvSheet.open(path, place, options.limits(), headings);
    }

    private void refuseOtherKinds(byte[] head, Place place) throws Refusal, IOException {
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0) && path != null) {
            boolean encrypted = OldOffice.isEncrypted(path);
            throw encrypted
                    ? refuse(
                            place,
                            "sheets.encrypted",
                            "文件有打开密码",
                            "the file is protected by a password",
                            "去掉密码后另存为 xlsx",
                            "save it as xlsx without a password")
                    : refuse(
                            place,
                            "sheets.old-xls",
                            "旧版 xls 文件",
                            "this is an old .xls file",
                            "在 Excel 或 WPS 中另存为 xlsx",
                            "save it as xlsx in Excel or WPS");
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("%pdf") || text.startsWith("{\\rtf")) {
            throw refuse(
                    place,
                    "sheets.not-a-sheet",
                    "这是 PDF 或 RTF 文档，不是表格",
                    "this is a document, not a sheet",
                    "改传 xlsx 或 csv",
                    "send an xlsx or csv file");
        }
        if (text.startsWith("<") || text.startsWith("\u00ef\u00bb\u00bf<")) {
            throw refuse(
                    place,
                    "sheets.web-page",
                    "这是网页或 XML 格式的表格，不是真正的 xlsx",
                    "this is a web page or XML, not a real xlsx",
                    "在 Excel 或 WPS 中打开后另存为 xlsx",
                    "open it in Excel or WPS and save it as xlsx");
        }
    }

    private static Refusal refuse(Place place, String code, String zh, String en, String adviceZh, String adviceEn) {
        return new Refusal(code, place, "", new Wording(zh, en), new Wording(adviceZh, adviceEn));
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    static Fault unreadable(Place place, Exception e) {
        return new Fault(
                "sheets.unreadable",
                Severity.ERROR,
                place,
                "",
                new Wording(
                        "文件损坏或读取中断：" + e.getMessage(),
                        "the file is damaged or could not be read to its end: " + e.getMessage()),
                new Wording("重新保存或重新上传", "save it again or send it again"));
    }

    @Override
    public void close() throws IOException {
        if (temporary && path != null) {
            Files.deleteIfExists(path);
        }
    }
}
