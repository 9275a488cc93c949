package org.diaodu.standards;

/**
 * A code, period, amount or date that the bundled standards cannot make sense of; says what, which value and what to
 * try, in Chinese and in English, under a stable code such as {@code PERIOD-FORM}.
 */
public final class StandardsException extends IllegalArgumentException {
    private final String code;
    private final String value;
    private final String zh;
    private final String en;

    StandardsException(String code, String value, String zh, String en) {
        super("[" + code + "] " + zh + " / " + en);
        this.code = code;
        this.value = value;
        this.zh = zh;
        this.en = en;
    }

    /** The stable code of this kind of fault. */
    public String code() {
        return code;
    }

    /** The text as it was given. */
    public String value() {
        return value;
    }

    /** The message in Chinese, with advice. */
    public String zh() {
        return zh;
    }

    /** The message in English, with advice. */
    public String en() {
        return en;
    }
}
