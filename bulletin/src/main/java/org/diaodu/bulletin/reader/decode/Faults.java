package org.diaodu.bulletin.reader.decode;

import org.diaodu.bulletin.reader.ReadFault;

/** What is wrong with files that cannot be read. */
final class Faults {

    private Faults() {}

    static ReadFault tooLarge(String file, long bytes, long most) {
        return new ReadFault(
                "%s 有 %,d 字节，超过 %,d 字节的上限。建议：只取正文另存后再读".formatted(file, bytes, most),
                "%s has %,d bytes, more than the %,d that are read. Maybe save the text alone and read that"
                        .formatted(file, bytes, most));
    }

    static ReadFault binary(String file) {
        return new ReadFault(
                file + " 不是文本：内容是二进制数据。建议：核对文件，或另存为 txt、html、docx、pdf",
                file
                        + " is no text: its content is binary. Maybe it has the wrong name; save it as txt, html, docx or pdf");
    }

    static ReadFault scanned(String file, int pages) {
        return new ReadFault(
                "%s 是扫描件：%d 页中没有文字。建议：先作文字识别（OCR），或找带文字的版本".formatted(file, pages),
                "%s is a scan: its %d pages hold no text. Maybe run character recognition first, or find a version with text"
                        .formatted(file, pages));
    }

    static ReadFault encrypted(String file) {
        return new ReadFault(
                file + " 加了密码，不能读。建议：去掉密码另存后再读", file + " is encrypted. Maybe save it without its password first");
    }

    static ReadFault old(String file) {
        return new ReadFault(
                file + " 是旧版 Word 文件（.doc）。建议：另存为 .docx",
                file + " is a Word file of the old kind (.doc). Maybe save it as .docx");
    }

    static ReadFault broken(String file, String kind, String why) {
        return new ReadFault(
                file + " 不是完好的 " + kind + " 文件：" + why + "。建议：重新下载或另存",
                file + " is no sound " + kind + " file: " + why + ". Maybe fetch or save it again");
    }

    static ReadFault bomb(String file) {
        return new ReadFault(
                file + " 解压后大得不合常理，可能是压缩炸弹，没有读",
                file + " would unpack to an unreasonable size, maybe a zip bomb; it was not read");
    }
}
