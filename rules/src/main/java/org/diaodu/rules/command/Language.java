package org.diaodu.rules.command;

import java.util.Locale;

/** The language the command speaks. */
enum Language {
    ZH,
    EN;

    /** Chinese where the machine is set to it. */
    static Language ofMachine() {
        return Locale.getDefault().getLanguage().equals("zh") ? ZH : EN;
    }

    String say(String zh, String en) {
        return this == ZH ? zh : en;
    }
}
