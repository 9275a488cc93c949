package org.diaodu.server.returns;

/** Something that cannot be done to a return or a period as it stands: a stable code, why, and what to do instead. */
public final class Refusal extends RuntimeException {
    private final String code;
    private final String zh;
    private final String en;

    public Refusal(String code, String zh, String en) {
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
