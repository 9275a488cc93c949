package org.diaodu.bulletin.brief;

/** What is wrong with a template or an edited document, where, and what to try; Chinese first, English beside it. */
public final class BriefFault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;
    private final String zh;
    private final String en;

    public BriefFault(String code, String zh, String en) {
        super(code + " " + zh + " / " + en);
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
