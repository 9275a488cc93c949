package org.diaodu.growth.files;

import java.util.List;
import org.diaodu.sheets.Fault;

/** The command cannot go on; the message says what, and the faults where. */
final class Stop extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;
    private final String zh;
    private final String en;

    Stop(String zh, String en) {
        this(zh, en, List.of());
    }

    Stop(String zh, String en, List<Fault> faults) {
        super(en);
        this.zh = zh;
        this.en = en;
        this.faults = faults;
    }

    List<Fault> faults() {
        return faults;
    }

    String text(Language language) {
        return language.say(zh, en);
    }
}
