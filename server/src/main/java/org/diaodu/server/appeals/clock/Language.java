package org.diaodu.server.appeals.clock;

import java.util.Locale;
import org.diaodu.sheets.Fault;

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

    /** A fault with its weight and code in front. */
    String say(Fault fault) {
        return say(fault.severity().chinese(), fault.severity().english())
                + " [" + fault.code() + "] "
                + say(fault.zh(), fault.en());
    }
}
