package org.diaodu.bulletin.reader.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells encodings: by mark, by what the page says of itself where that holds, by what decodes, and line by line at last. */
final class Charsets {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern DECLARED =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?([A-Za-z0-9_-]+)", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;

    private Charsets() {}

    static Decoded decode(byte[] raw) {
        if (raw.length >= 2 && (raw[0] & 0xFF) == 0xFF && (raw[1] & 0xFF) == 0xFE) {
            return new Decoded(new String(raw, StandardCharsets.UTF_16LE).substring(1), "UTF-16LE");
        }
        if (raw.length >= 2 && (raw[0] & 0xFF) == 0xFE && (raw[1] & 0xFF) == 0xFF) {
            return new Decoded(new String(raw, StandardCharsets.UTF_16BE).substring(1), "UTF-16BE");
        }
        String unicode = strict(raw, 0, raw.length, StandardCharsets.UTF_8);
        if (unicode != null) {
            return new Decoded(unicode, "UTF-8");
        }
        Charset declared = declared(raw);
        String text = declared == null ? null : strict(raw, 0, raw.length, declared);
        if (declared != null && text != null) {
            return new Decoded(text, declared.name());
        }
        return byLine(raw);
    }

    private static @Nullable Charset declared(byte[] raw) {
        Matcher m = DECLARED.matcher(new String(raw, 0, Math.min(raw.length, HEAD), StandardCharsets.ISO_8859_1));
        if (!m.find()) {
            return null;
        }
        String name = m.group(1).toLowerCase(java.util.Locale.ROOT);
        if (name.startsWith("gb")) {
            return GB18030;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** No byte of a character of either encoding is a line feed: lines can be told one by one. */
    private static Decoded byLine(byte[] raw) {
        var text = new StringBuilder(raw.length);
        boolean unicode = false;
        boolean chinese = false;
        int start = 0;
        while (start < raw.length) {
            int end = start;
            while (end < raw.length && raw[end] != '\n') {
                end++;
            }
            end = Math.min(raw.length, end + 1);
            String line = strict(raw, start, end, StandardCharsets.UTF_8);
            if (line == null) {
                line = new String(raw, start, end - start, GB18030);
                chinese = true;
            } else {
                unicode |= line.length() < end - start;
            }
            text.append(line);
            start = end;
        }
        return new Decoded(text.toString(), unicode && chinese ? "UTF-8+GB18030" : "GB18030");
    }

    private static @Nullable String strict(byte[] raw, int start, int end, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(raw, start, end - start))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }
}
