package org.diaodu.rules.model;

import org.jspecify.annotations.Nullable;

/** What is wrong with a rule or could not be done with it: a stable code, where, what in Chinese and English, and what to try. */
public final class RuleFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient Place place;
    private final String chinese;
    private final String english;

    public RuleFault(String code, Place place, String chinese, String english) {
        this(code, place, chinese, english, null);
    }

    public RuleFault(String code, Place place, String chinese, String english, @Nullable Throwable cause) {
        super(code + ": " + place.english() + english, cause);
        this.code = code;
        this.place = place;
        this.chinese = chinese;
        this.english = english;
    }

    /** The stable code, such as {@code rules.xml}. */
    public String code() {
        return code;
    }

    public Place place() {
        return place;
    }

    /** The place and the message in Chinese, with the code in front. */
    public String chinese() {
        return code + "：" + place.chinese() + chinese;
    }

    /** The place and the message in English, with the code in front. */
    public String english() {
        return code + ": " + place.english() + english;
    }
}
