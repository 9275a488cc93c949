package org.diaodu.sheets;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something wrong in a file: a stable code, how much it weighs, where it stands, the value found, what is wrong and what to try. */
public record Fault(String code, Severity severity, Place place, String value, Wording message, Wording advice) {

    private static final int SHOWN = 80;

    /** The value is cut to what a message can show. */
    public Fault {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }

    public String file() {
        return place.file();
    }

    public @Nullable String sheet() {
        return place.sheet();
    }

    public int row() {
        return place.row();
    }

    public @Nullable String column() {
        return place.column();
    }

    /** The whole message in Chinese: place, what, value, advice. */
    public String zh() {
        return place.zh() + "：" + message.zh() + (value.isEmpty() ? "" : "，值“" + value + "”") + "。"
                + (advice.zh().isEmpty() ? "" : "建议：" + advice.zh() + "。");
    }

    /** The whole message in English: place, what, value, advice. */
    public String en() {
        return place.en() + ": " + message.en() + (value.isEmpty() ? "" : ": \"" + value + "\"") + "."
                + (advice.en().isEmpty() ? "" : " Maybe " + advice.en() + ".");
    }

    public String text(Locale locale) {
        return locale.getLanguage().equals("en") ? en() : zh();
    }
}
