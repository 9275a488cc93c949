package org.diaodu.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks through a zip package before anything in it is used, and refuses what is dangerous or is no xlsx. */
final class PackageInspection {

    private final ZipFile zip;
    private final Place place;
    private final ReadLimits limits;
    private long unpacked;

    PackageInspection(ZipFile zip, Place place, ReadLimits limits) {
        this.zip = zip;
        this.place = place;
        this.limits = limits;
    }

    void inspect() throws IOException, Refusal {
        if (zip.size() > limits.parts()) {
            throw refuse(
                    "sheets.zip-bomb",
                    String.valueOf(zip.size()),
                    "压缩包内部件过多（上限 " + limits.parts() + ")",
                    "the package has too many parts (limit " + limits.parts() + ")",
                    "用 Excel 或 WPS 另存为 xlsx 后再试",
                    "save it again as xlsx");
        }
        refuseOtherPackages();
        Set<String> names = new HashSet<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw refuse(
                        "sheets.damaged-package",
                        entry.getName(),
                        "压缩包内有重名部件",
                        "the package holds two parts of one name",
                        "用 Excel 或 WPS 另存为 xlsx 后再试",
                        "save it again as xlsx");
            }
            refuseActiveContent(entry.getName().toLowerCase(Locale.ROOT));
            unpack(entry);
        }
        refuseByContentTypes();
    }

    private void refuseOtherPackages() throws Refusal {
        boolean workbook = zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null;
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw refuse(
                    "sheets.xlsb",
                    "",
                    "二进制工作簿 xlsb 无法读取",
                    "this is a binary workbook (xlsb)",
                    "另存为 xlsx",
                    "save it as xlsx");
        }
        if (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null) {
            throw refuse(
                    "sheets.ods",
                    "",
                    "OpenDocument 表格无法读取",
                    "this is an OpenDocument sheet",
                    "另存为 xlsx",
                    "save it as xlsx");
        }
        if (!workbook && zip.getEntry("[Content_Types].xml") == null) {
            throw refuse(
                    "sheets.not-a-workbook",
                    "",
                    "这是压缩包，不是 xlsx 工作簿",
                    "this is a zip archive and no workbook",
                    "解压后上传其中的 xlsx 或 csv",
                    "unpack it and send the xlsx or csv in it");
        }
        if (zip.getEntry("word/document.xml") != null || zip.getEntry("ppt/presentation.xml") != null) {
            throw refuse(
                    "sheets.not-a-sheet",
                    "",
                    "这是 Word 或 PowerPoint 文件，不是表格",
                    "this is a document, not a workbook",
                    "改传 xlsx 或 csv",
                    "send an xlsx or csv file");
        }
    }

    private void refuseActiveContent(String name) throws Refusal {
        if (name.contains("vbaproject") || name.startsWith("xl/macrosheets/") || name.startsWith("xl/activex/")) {
            throw macros(name);
        }
        if (name.startsWith("xl/externallinks/")
                || name.equals("xl/connections.xml")
                || name.startsWith("xl/querytables/")) {
            throw externalLink(name);
        }
    }

    private Refusal macros(String value) {
        return refuse(
                "sheets.macros",
                value,
                "文件含有宏或控件",
                "the file carries macros",
                "另存为不含宏的 xlsx",
                "save it as xlsx without macros");
    }

    private Refusal externalLink(String value) {
        return refuse(
                "sheets.external-link",
                value,
                "文件链接到外部数据或其他工作簿",
                "the file links to data or workbooks elsewhere",
                "在“数据—编辑链接”中断开链接，粘贴为数值后再保存",
                "break the links and paste values before saving");
    }

    /** Unpacks a part to nowhere: what it really holds counts, not what the package says of it. */
    private void unpack(ZipEntry entry) throws IOException, Refusal {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        int carried = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer, carried, buffer.length - carried);
                    n >= 0;
                    n = in.read(buffer, carried, buffer.length - carried)) {
                boolean first = bytes == 0;
                bytes += n;
                unpacked += n;
                refuseBomb(entry, bytes);
                if (xml) {
                    refuseDocumentType(entry, buffer, carried + n, first);
                    int keep = Math.min(carried + n, 16);
                    System.arraycopy(buffer, carried + n - keep, buffer, 0, keep);
                    carried = keep;
                }
            }
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw refuse(
                        "sheets.encrypted",
                        entry.getName(),
                        "文件有打开密码",
                        "the file is protected by a password",
                        "去掉密码后另存为 xlsx",
                        "save it as xlsx without a password");
            }
            throw e;
        }
    }

    private void refuseBomb(ZipEntry entry, long bytes) throws Refusal {
        long packed = Math.max(1, entry.getCompressedSize());
        if (unpacked > limits.unpackedBytes()) {
            throw refuse(
                    "sheets.zip-bomb",
                    entry.getName(),
                    "解压后超过 " + (limits.unpackedBytes() >> 20) + " MiB 的上限",
                    "unpacked it is larger than the limit of " + (limits.unpackedBytes() >> 20) + " MiB",
                    "拆成几个文件，或删去多余的工作表",
                    "split it, or remove sheets that are not needed");
        }
        if (bytes > (8L << 20) && bytes / packed > limits.packingRatio()) {
            throw refuse(
                    "sheets.zip-bomb",
                    entry.getName(),
                    "压缩比超过 " + limits.packingRatio() + " 倍，疑似压缩炸弹",
                    "it is packed more than " + limits.packingRatio() + " to 1, as a zip bomb is",
                    "用 Excel 或 WPS 另存为 xlsx 后再试",
                    "save it again as xlsx");
        }
    }

    private void refuseDocumentType(ZipEntry entry, byte[] buffer, int length, boolean first) throws Refusal {
        boolean wide = first && length >= 2 && (buffer[0] == 0 || buffer[1] == 0 || (buffer[0] & 0xFF) >= 0xFE);
        if (wide) {
            throw refuse(
                    "sheets.damaged-package",
                    entry.getName(),
                    "部件不是 UTF-8 编码的 XML",
                    "a part is not XML in UTF-8",
                    "用 Excel 或 WPS 另存为 xlsx 后再试",
                    "save it again as xlsx");
        }
        for (int i = 0; i + 9 <= length; i++) {
            if (buffer[i] == '<'
                    && buffer[i + 1] == '!'
                    && (is(buffer, i + 2, "DOCTYPE") || is(buffer, i + 2, "ENTITY "))) {
                throw refuse(
                        "sheets.document-type",
                        entry.getName(),
                        "部件含有文档类型声明（可用来读取本机文件）",
                        "a part declares a document type, which can be used to read other files",
                        "用 Excel 或 WPS 另存为 xlsx 后再试",
                        "save it again as xlsx");
            }
        }
    }

    private static boolean is(byte[] buffer, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (buffer[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void refuseByContentTypes() throws IOException, Refusal {
        String[] found = new String[2];
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            boolean types = entry.getName().equals("[Content_Types].xml");
            if (!types && !entry.getName().endsWith(".rels")) {
                continue;
            }
            XmlParts.elements(zip.getInputStream(entry), (xml, element) -> {
                String type = String.valueOf(XmlParts.attribute(xml, "ContentType"));
                if (type.contains("macroEnabled") || type.contains("vbaProject")) {
                    found[0] = type;
                }
                boolean outside = "External".equalsIgnoreCase(XmlParts.attribute(xml, "TargetMode"));
                if (outside && !String.valueOf(XmlParts.attribute(xml, "Type")).endsWith("/hyperlink")) {
                    found[1] = XmlParts.attribute(xml, "Target");
                }
            });
        }
        if (found[0] != null) {
            throw macros(found[0]);
        }
        if (found[1] != null) {
            throw externalLink(found[1]);
        }
    }

    private Refusal refuse(String code, String value, String zh, String en, String adviceZh, String adviceEn) {
        return new Refusal(code, place, value, new Wording(zh, en), new Wording(adviceZh, adviceEn));
    }
}
