package org.diaodu.server.returns;

import org.diaodu.server.pages.Explained;

/** Something that cannot be done to a return or a period as it stands: a stable code, why, and what to do instead. */
public final class Refusal extends RuntimeException implements Explained {
    private final String code;
    private final String zh;
    private final String en;

    public Refusal(String code, String zh, String en) {
        super(code + " " + zh + " / " + en);
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /** 409: what was asked for does not fit how things stand. */
    @Override
    public int status() {
        return 409;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
