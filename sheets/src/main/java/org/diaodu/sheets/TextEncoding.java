package org.diaodu.sheets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The encoding of a text file: by its byte order mark, else UTF-8 if all of it is valid UTF-8, else GB18030 likewise. */
record TextEncoding(Charset charset, int markBytes) {

    static final Charset GB18030 = Charset.forName("GB18030");

    static TextEncoding of(Path file, Place place) throws IOException, Refusal {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return checked(file, place, new TextEncoding(StandardCharsets.UTF_8, 3));
        }
        if (starts(head, 0xFF, 0xFE)) {
            return checked(file, place, new TextEncoding(StandardCharsets.UTF_16LE, 2));
        }
        if (starts(head, 0xFE, 0xFF)) {
            return checked(file, place, new TextEncoding(StandardCharsets.UTF_16BE, 2));
        }
        if (firstBadLine(file, StandardCharsets.UTF_8, 0) == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        return checked(file, place, new TextEncoding(GB18030, 0));
    }

    private static TextEncoding checked(Path file, Place place, TextEncoding encoding) throws IOException, Refusal {
        int bad = firstBadLine(file, encoding.charset(), encoding.markBytes());
        if (bad != 0) {
            boolean binary = bad < 0;
            throw new Refusal(
                    binary ? "sheets.binary" : "sheets.encoding",
                    place.row(Math.abs(bad)),
                    "",
                    binary
                            ? new Wording("含有空字节，不是文本文件", "there are NUL bytes: this is not a text file")
                            : new Wording("文字编码无法识别，既非 UTF-8 也非 GB18030", "the text is neither UTF-8 nor GB18030"),
                    new Wording("另存为 UTF-8 编码的 csv，或改用 xlsx", "save it as csv in UTF-8, or as xlsx"));
        }
        return encoding;
    }

    /** The line of the first byte that is not text in this encoding, negative if it is a NUL; 0 if there is none. */
    private static int firstBadLine(Path file, Charset charset, int skip) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        int line = 1;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(skip);
            boolean end = false;
            while (!end) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(0, n)).flip();
                boolean bad = decoder.decode(bytes, chars, end).isError();
                chars.flip();
                while (chars.hasRemaining()) {
                    char c = chars.get();
                    if (c == '\0') {
                        return -line;
                    }
                    line += c == '\n' ? 1 : 0;
                }
                if (bad) {
                    return line;
                }
                chars.clear();
                bytes.compact();
            }
        }
        return 0;
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
