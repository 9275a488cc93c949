package org.diaodu.rules.files;

import java.util.Locale;

/** The language the command speaks. */
public enum Language {
    ZH,
    EN;

    /** Chinese where the machine is set to it. */
    public static Language ofMachine() {
        return Locale.getDefault().getLanguage().equals("zh") ? ZH : EN;
    }

    public String say(String zh, String en) {
        return this == ZH ? zh : en;
    }
}
