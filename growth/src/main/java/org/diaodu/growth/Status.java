package org.diaodu.growth;

import java.util.Locale;
import java.util.Optional;

/** How an enterprise stands to the list of designated-size enterprises between last year's period and this one. */
public enum Status {
    /** In the list then and now; its base is last year's figure as restated in this period's return. */
    CONTINUING("continuing", "在库"),
    /** Came into being since: its base is 0 and its whole output is growth. */
    NEW_PLANT("new_plant", "新建投产"),
    /** Newly listed, but producing last year already: it brings its own last-year base. */
    ENTRY("entry", "入库"),
    /** Left the list: it is on neither side of like-for-like growth, but was in last year's published level. */
    EXIT("exit", "退库");

    private final String code;
    private final String chinese;

    Status(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** The word used in files: continuing, new_plant, entry, exit. */
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    /** The status written as its file word, its Java name or in Chinese; empty if it is none. */
    public static Optional<Status> parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        for (Status status : values()) {
            if (status.code.equals(word) || status.chinese.equals(word)) return Optional.of(status);
        }
        return Optional.empty();
    }
}
